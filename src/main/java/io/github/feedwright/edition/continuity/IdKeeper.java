package io.github.feedwright.edition.continuity;

import io.github.feedwright.identity.PostTraits;
import io.github.feedwright.identity.PublishedPost;
import io.github.feedwright.identity.PublishedPost.Origin;
import io.github.feedwright.identity.PublishedPosts;
import io.github.feedwright.identity.RecordedId;
import io.github.feedwright.identity.Renames;
import io.github.feedwright.identity.Traits;
import io.github.feedwright.intake.state.FileState;
import io.github.feedwright.library.Library;
import io.github.feedwright.post.AssignedId.By;
import io.github.feedwright.post.Identity;
import io.github.feedwright.post.Post;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.thread.PublishingThread;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
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
    this.traits = new Traits(settings);
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
        fileState.delete(post.path());
      }
    }
    Map<String, String> known = fileState.ids().kept();
    for (RecordedId line : fileState.ids().file().recorded()) {
      PublishedPost holder = published.withId(line.id());
      if (holder != null
          && !holder.path().equals(line.path())
          && (known.containsKey(holder.path()) || known.containsKey(line.path()))) {
        fileState.ids().ignoreLine(line.path(), line.id());
      }
    }
    if (!gone.isEmpty()) {
      Renames renames = Renames.between(gone, arrived(published));
      fileState.move(renames.formerPaths());
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
    kept.removeIf(path -> !fileState.isFormerPath(path));
    kept.forEach(path -> fileState.keepId(path, null));
    fileState.moved().values().forEach(from -> leaveLine(from, published, kept));
    fileState.moved().keySet().forEach(to -> leaveLine(to, published, kept));
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
        boolean isMoved = fileState.moved().containsKey(path) || fileState.isFormerPath(path);
        PublishedPost was = isMoved ? null : published.of(path);
        if (was != null && !was.isGone() && loses(after.post(path), was, after)) {
          keepId(path, was.id(), kept);
        }
      }
    }
    return kept;
  }

  /**
   * A post takes the id of its line along, or is gone: the line does not count for what is there
   * now.
   */
  private void leaveLine(String path, PublishedPosts published, Set<String> kept) {
    PublishedPost was = published.of(path);
    if (was != null && fileState.ids().leaveLine(path, was.id())) {
      kept.add(path);
    }
  }

  private void keepRenamed(
      Library after, String from, String to, PublishedPosts published, Set<String> kept) {
    PublishedPost was = published.of(from);
    if (was != null && fileState.ids().rejoinLine(to, was.id())) {
      fileState.keepId(to, null);
      kept.add(to);
      return;
    }
    Post is = after.post(to);
    boolean isFree = is != null && (kept.contains(to) || !isDecided(is));
    boolean isOther = is == null || (isFree && was != null && !after.guid(is).equals(was.id()));
    if (was != null && (isOther || loses(is, was, after))) {
      keepId(to, was.id(), kept);
    }
  }

  /** What somebody has just written down comes before what is only remembered. */
  private void keepId(String path, String id, Set<String> kept) {
    fileState.keepId(path, fileState.ids().isGivenAway(path, id) ? null : id);
    kept.add(path);
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
    Set<String> elsewhere = elsewhere(library);
    PublishedPosts published = before;
    for (String path : files) {
      Post post = library.post(path);
      PublishedPost was = published.of(path);
      if (post != null) {
        PublishedPost is =
            of(post, library, former(path, before), keptFrom.getOrDefault(path, Set.of()));
        boolean isMoved = fileState.moved().containsKey(path);
        if (was != null && (was.isOtherPostThan(is) || (isMoved && !was.id().equals(is.id())))) {
          published = published.withReplaced(was);
        }
        published = is.equals(was) ? published : published.with(is);
      } else if (was != null && elsewhere.contains(path)) {
        published = published.without(path);
      } else if (was != null && !was.isGone()) {
        published = published.with(was.gone());
      }
    }
    return published;
  }

  /** The previous paths of the posts that are shown in other files. */
  private Set<String> elsewhere(Library library) {
    return fileState.moved().entrySet().stream()
        .filter(each -> library.post(each.getKey()) != null)
        .map(Map.Entry::getValue)
        .collect(Collectors.toSet());
  }

  private @Nullable PublishedPost former(String path, PublishedPosts published) {
    return published.of(fileState.moved().getOrDefault(path, path));
  }

  private PublishedPost of(
      Post post, Library library, @Nullable PublishedPost was, Set<String> keptFrom) {
    return new PublishedPost(
        post.path(),
        library.guid(post),
        was != null && post.identity().givenBy() == By.HELD ? was.origin() : library.origin(post),
        post.dates().published(),
        post.dates().updated(),
        post.title(),
        fileState.textHash(post.path()),
        library.wantedPermalink(post),
        post.identity().wordpressId(),
        keptFrom,
        false);
  }
}
