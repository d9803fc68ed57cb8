package io.github.feedwright.edition.continuity;

import io.github.feedwright.identity.IdsFile;
import io.github.feedwright.identity.PublishedPost;
import io.github.feedwright.identity.PublishedPosts;
import io.github.feedwright.identity.RecordedId;
import io.github.feedwright.intake.state.FileState;
import io.github.feedwright.library.Library;
import io.github.feedwright.post.Post;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.thread.PublishingThread;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** The ids that only the cache keeps, and that somebody should therefore write down. */
@PublishingThread
final class UnwrittenIds {
  private final FileState fileState;

  /** The ids of these files' posts. */
  UnwrittenIds(FileState fileState) {
    this.fileState = fileState;
  }

  /**
   * The ids to write down: posts keep them, although files alone would give these posts others, now
   * or once the other ids are written down.
   */
  List<RecordedId> of(Library library) {
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
              if (post != null && !IdKeeper.isDecided(post) && isMeant.test(post, id)) {
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
                  + "\", which its file name no longer gives; only the cache keeps it: add"
                  + " guid: "
                  + id.id()
                  + ", or run feedwright ids --write"));
    }
    fileState.ids().ignored().forEach((path, id) -> problems.add(ignored(path, id)));
    fileState
        .ids()
        .open()
        .forEach(
            (path, candidates) -> {
              Post post = library.post(path);
              if (post != null && !IdKeeper.isDecided(post)) {
                problems.add(open(path, candidates, published));
              }
            });
    return problems;
  }

  private Problem ignored(String path, String id) {
    return Problem.warning(
        IdsFile.NAME,
        fileState.ids().file().number(path),
        Kind.ID,
        "the post of \""
            + path
            + "\" is in another file now, and its id \""
            + id
            + "\" with it; run feedwright ids --write, or move the line");
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
