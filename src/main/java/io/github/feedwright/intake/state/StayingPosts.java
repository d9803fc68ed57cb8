package io.github.feedwright.intake.state;

import io.github.feedwright.post.Post;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.thread.PublishingThread;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The posts that stay up although their new files cannot be understood, and these files. */
@PublishingThread
public final class StayingPosts {
  private final PostStore store;
  private final PageBundles bundles;
  private final Map<String, String> files = new HashMap<>();

  StayingPosts(PostStore store, PageBundles bundles) {
    this.store = store;
    this.bundles = bundles;
  }

  /** A post stays up; this is its new file. */
  public void put(String path, String file) {
    files.put(path, file);
  }

  /** A post no longer stays up. */
  public void remove(String path) {
    files.remove(path);
  }

  /** The new file of a post, or null. */
  public @Nullable String file(String path) {
    return files.get(path);
  }

  /** The former paths of the posts that stay up. */
  public Set<String> paths() {
    return Set.copyOf(files.keySet());
  }

  /** Whether a page bundle or a section hides the new file of a post, or may. */
  public boolean isHidden(String path, Instant now) {
    Post good = store.good(path);
    String file = files.get(path);
    return good == null || file == null || bundles.mayHide(file, good, store, now);
  }

  void keep(StayingPosts former) {
    files.putAll(former.files);
  }

  /** Why these posts are still up. */
  List<Problem> problems() {
    return files.entrySet().stream().map(each -> why(each.getKey(), each.getValue())).toList();
  }

  private static Problem why(String path, String file) {
    String message =
        "the post of \"%s\" stays up as it was, because this seems to be its new file, which cannot"
            + " be understood; repair this file, or delete it to take the post down";
    return Problem.warning(file, 1, Kind.FILE, message.formatted(path));
  }
}
