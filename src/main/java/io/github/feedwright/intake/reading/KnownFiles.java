package io.github.feedwright.intake.reading;

import io.github.feedwright.generator.Generator;
import io.github.feedwright.identity.IdsFile;
import io.github.feedwright.intake.state.PostRule;
import io.github.feedwright.post.file.PostPaths;
import io.github.feedwright.source.SourceFile;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The files that were taken in, as they were then, and the rule for which files are.
 *
 * <p>Threads: {@code publish} takes files in; {@code scan} compares them with the directory, and
 * changes the rule; {@code reload} reads them for the runtime that it prepares.
 */
public final class KnownFiles {
  /** A file that may be a post under some rule is never served. */
  private static final PostPaths IN_ANY_FOLDER = new PostPaths(false, true, true);

  private final Map<String, SourceFile> files = new ConcurrentHashMap<>();

  /** In one piece: no thread sees a part of the last one and a part of the next. */
  private final AtomicReference<PostRule> rule;

  /**
   * No files yet.
   *
   * @param generator the one that the posts were written for
   */
  public KnownFiles(Generator generator) {
    PostPaths none = new PostPaths(false, generator.readsMdx(), generator.knowsPostsFolders());
    this.rule = new AtomicReference<>(new PostRule(none, null));
  }

  /** The file at a path as it was taken in, or null. */
  public @Nullable SourceFile get(String path) {
    return files.get(path);
  }

  public boolean contains(String path) {
    return files.containsKey(path);
  }

  /** The paths of all of them; the set changes with them. */
  public Set<String> paths() {
    return files.keySet();
  }

  void put(SourceFile file) {
    files.put(file.path(), file);
  }

  void remove(String path) {
    files.remove(path);
  }

  /** Whether a file is a post, lies next to posts, or records ids. */
  public boolean wants(String path) {
    return isRead(path) || isBeside(path) || path.equals(IdsFile.NAME);
  }

  /** Whether a file is read as a post is: it is one, or may hide others. */
  public boolean isRead(String path) {
    return rule.get().paths().isRead(path);
  }

  boolean isPost(String path) {
    return rule.get().paths().isPost(path);
  }

  /** Whether a file lies next to posts: one that another rule would make a post does not. */
  static boolean isBeside(String path) {
    return !IN_ANY_FOLDER.isRead(path) && !PostPaths.isFetched(path);
  }

  /** Sets the rule by the folders of a listing. */
  void follow(Set<String> folders) {
    rule.updateAndGet(last -> PostRule.in(folders, last.paths()));
  }

  /**
   * Sets the rule by the folders of another listing. If the folder that decides this is missing, it
   * counts as gone only after a while, and its posts stay until then.
   *
   * @return whether to list again after that while
   */
  public boolean follow(Set<String> folders, Duration believed) {
    long now = System.nanoTime();
    return rule.updateAndGet(last -> last.next(folders, now, believed)).isDoubted();
  }

  /** Whether the folder that decides which files are posts is missing. */
  public boolean isInDoubt() {
    return rule.get().isDoubted();
  }

  /**
   * Takes over the rule of another runtime of the same directory.
   *
   * @return whether it was the same before
   */
  public boolean takeRule(KnownFiles former) {
    PostRule theirs = former.rule.get().with(rule.get().paths());
    return rule.getAndSet(theirs).paths().equals(theirs.paths());
  }
}
