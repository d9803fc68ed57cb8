package io.github.feedwright.edition.continuity;

import io.github.feedwright.identity.PostTraits;
import io.github.feedwright.identity.PublishedPost;
import io.github.feedwright.identity.PublishedPost.Origin;
import io.github.feedwright.identity.PublishedPosts;
import io.github.feedwright.identity.RecordedId;
import io.github.feedwright.identity.Renames;
import io.github.feedwright.intake.state.FileState;
import io.github.feedwright.library.Library;
import io.github.feedwright.library.Traits;
import io.github.feedwright.post.AssignedId.By;
import io.github.feedwright.post.Identity;
import io.github.feedwright.post.Post;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.thread.PublishingThread;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lets a post keep the id that it was published with when its file gets another name, or when
 * another post is added, removed or gets another date.
 */
@PublishingThread
final class IdKeeper {
  private final FileState fileState;
  private final Traits traits;
  private final String rules;

  /** A keeper of the ids of these files' posts. */
  IdKeeper(Settings settings, FileState fileState) {
    this.fileState = fileState;
    this.traits = new Traits(settings.posts());
    this.rules = settings.site().id() + " " + settings.ids().adopted();
  }

  /** The settings that ids made from file names depend on, as a text that is only compared. */
  String rules() {
    return rules;
  }

  /**
   * Compares what was published before this process with what there is now: which posts were
   * renamed meanwhile, and which ids were kept.
   *
   * @return the files that are gone since then
   */
  Set<String> compare(PublishedPosts published) {
    Set<String> there = fileState.paths();
    List<PostTraits> gone = new ArrayList<>();
    for (PublishedPost post : published.all()) {
      if (post.origin() == Origin.KEPT && !post.isGone() && there.contains(post.path())) {
        fileState.keepId(post.path(), post.id());
      }
      if (!post.isGone() && !there.contains(post.path())) {
        gone.add(post.traits());
      }
    }
    if (!gone.isEmpty()) {
      Renames renames = Renames.between(gone, arrived(published));
      renames.formerPaths().forEach((to, from) -> fileState.moved(from, to));
      renames.ambiguous().forEach(fileState.ids()::leaveOpen);
    }
    return gone.stream().map(PostTraits::path).collect(Collectors.toSet());
  }

  private List<PostTraits> arrived(PublishedPosts published) {
    return fileState.posts().stream()
        .filter(post -> published.of(post.path()) == null)
        .map(post -> traits.of(post, fileState.textHash(post.path())))
        .toList();
  }

  /**
   * Keeps the ids that would change otherwise.
   *
   * @param touched the files whose posts came, went or changed
   * @return the files whose posts keep an id from now on
   */
  Set<String> keep(Library before, Library after, Set<String> touched, PublishedPosts published) {
    fileState.moved().putAll(ReturnedPosts.find(fileState, after, touched, published));
    Set<String> kept = new TreeSet<>(fileState.moved().values());
    kept.removeIf(path -> !fileState.hasLeft(path));
    kept.forEach(path -> fileState.keepId(path, null));
    fileState.moved().forEach((to, from) -> keepRenamed(after, from, to, published, kept));
    kept.addAll(keepNear(before, after, touched, published));
    return kept;
  }

  /** Keeps the ids that would change otherwise, of posts that were not renamed. */
  Set<String> keepNear(
      Library before, Library after, Set<String> touched, PublishedPosts published) {
    Set<String> kept = new TreeSet<>();
    if (published.rules().equals(rules)) {
      for (String path : near(before, after, touched)) {
        boolean isMoved = fileState.moved().containsKey(path) || fileState.hasLeft(path);
        PublishedPost was = isMoved ? null : published.of(path);
        if (was != null && !was.isGone() && loses(after.post(path), was, after)) {
          fileState.keepId(path, was.id());
          kept.add(path);
        }
      }
    }
    return kept;
  }

  private void keepRenamed(
      Library after, String from, String to, PublishedPosts published, Set<String> kept) {
    PublishedPost was = published.of(from);
    Post is = after.post(to);
    boolean isOther =
        is == null || (!isDecided(is) && was != null && !after.guid(is).equals(was.id()));
    if (was != null && (isOther || loses(is, was, after))) {
      fileState.keepId(to, was.id());
      kept.add(to);
    }
  }

  /** Whether a post has another id, although its author did not write one. */
  private static boolean loses(@Nullable Post post, PublishedPost was, Library library) {
    if (post == null || library.guid(post).equals(was.id())) {
      return false;
    }
    return isDecided(post)
        ? was.id().equals(post.identity().given())
        : was.origin() != Origin.GUID && was.origin() != Origin.FILE;
  }

  static boolean isDecided(Post post) {
    Identity identity = post.identity();
    By by = identity.givenBy();
    return by == By.FILE || by == By.HELD || (by == null && identity.guid() != null);
  }

  /** The files whose posts may have another id because those of these files changed. */
  private static Set<String> near(Library before, Library after, Set<String> touched) {
    Set<Post> left = posts(before, touched);
    Set<Post> arrived = posts(after, touched);
    return after.affected(before, left, arrived, Set.of()).stream()
        .map(Post::path)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<Post> posts(Library library, Set<String> paths) {
    return paths.stream()
        .map(library::post)
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** What was published, updated with the posts of these files. */
  PublishedPosts record(
      PublishedPosts before,
      Library library,
      Set<String> files,
      Map<String, Set<String>> keptFrom) {
    PublishedPosts published = before;
    for (String path : files) {
      Post post = library.post(path);
      PublishedPost was = published.of(path);
      if (post != null) {
        PublishedPost is =
            of(post, library, former(path, before), keptFrom.getOrDefault(path, Set.of()));
        if (was != null && was.isAnotherThan(is)) {
          published = published.withReplaced(was);
        }
        published = is.equals(was) ? published : published.with(is);
      } else if (was != null && fileState.moved().containsValue(path)) {
        published = published.without(path);
      } else if (was != null && !was.isGone()) {
        published = published.with(was.gone());
      }
    }
    return published;
  }

  private @Nullable PublishedPost former(String path, PublishedPosts published) {
    return published.of(fileState.moved().getOrDefault(path, path));
  }

  private PublishedPost of(
      Post post, Library library, @Nullable PublishedPost was, Set<String> keptFrom) {
    PostTraits known = traits.of(post, fileState.textHash(post.path()));
    return new PublishedPost(
        post.path(),
        library.guid(post),
        was != null && post.identity().givenBy() == By.HELD ? was.origin() : library.origin(post),
        post.dates().published(),
        Objects.requireNonNullElse(post.dates().modified(), post.dates().published()),
        post.title(),
        known.textHash(),
        known.permalink(),
        known.wordpressId(),
        keptFrom,
        false);
  }

  /**
   * The ids that posts keep, although the files alone would give them others, or will when the
   * others are written down: somebody should write these down.
   */
  List<RecordedId> unwritten(Library library) {
    return kept(
        (post, id) -> {
          Post forgotten = post.with(post.identity().with(null));
          return isLost(library, post, id) || !library.with(forgotten).guid(forgotten).equals(id);
        },
        library);
  }

  private static boolean isLost(Library library, Post post, String id) {
    return !library.guidByFiles(post).equals(id);
  }

  private List<RecordedId> kept(BiPredicate<Post, String> isMeant, Library library) {
    List<RecordedId> kept = new ArrayList<>();
    fileState
        .ids()
        .kept()
        .forEach(
            (path, id) -> {
              Post post = library.post(path);
              if (post != null && !isDecided(post) && isMeant.test(post, id)) {
                kept.add(new RecordedId(path, id, post.dates().published(), "published before"));
              }
            });
    return kept;
  }

  /** What somebody should write down, and what is not certain. */
  List<Problem> problems(Library library, PublishedPosts published) {
    List<Problem> problems = new ArrayList<>();
    for (RecordedId id : kept((post, id) -> isLost(library, post, id), library)) {
      problems.add(
          Problem.error(
              id.path(),
              1,
              Kind.ID,
              "the post was published with the id \""
                  + id.id()
                  + "\", which its file name no longer gives; only the server's memory keeps it: add"
                  + " guid: "
                  + id.id()
                  + ", or run feedwright ids --write"));
    }
    fileState
        .ids()
        .open()
        .forEach(
            (path, candidates) -> {
              Post post = library.post(path);
              if (post != null && !isDecided(post)) {
                problems.add(open(path, candidates, published));
              }
            });
    return problems;
  }

  private static Problem open(String path, Set<String> candidates, PublishedPosts published) {
    String were =
        candidates.stream()
            .sorted()
            .map(
                was -> {
                  PublishedPost known = published.of(was);
                  return known == null ? was : was + " (guid: " + known.id() + ")";
                })
            .collect(Collectors.joining(" or "));
    return Problem.warning(
        path,
        1,
        Kind.ID,
        "this new file may be "
            + were
            + " under a new name, but so may another new file; it has a new id, so readers see it as"
            + " new: add that guid if it is the same post");
  }
}
