package io.github.feedwright.intake.state;

import io.github.feedwright.identity.IdsFile;
import io.github.feedwright.identity.RecordedId;
import io.github.feedwright.post.AssignedId;
import io.github.feedwright.post.Dates;
import io.github.feedwright.post.Post;
import io.github.feedwright.post.field.OwnDate;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.thread.PublishingThread;
import java.text.Normalizer;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The ids that posts have for other reasons than that they, or their files' names, say so: those
 * that are written down, and those that were published.
 */
@PublishingThread
public final class AssignedIds {
  private final Map<String, String> kept = new HashMap<>();
  private final Map<String, Set<String>> open = new HashMap<>();
  private IdsFile file = IdsFile.EMPTY;
  private List<Problem> problems = List.of();

  /**
   * The file {@code ids.tsv} was read again.
   *
   * @param unread what is wrong where it could not be read; then its previous content stays in
   *     effect
   * @return those of the posts that it says something else of
   */
  Set<String> put(IdsFile read, List<Problem> unread, Set<String> posts) {
    IdsFile before = file;
    problems = unread;
    file = read;
    Set<String> changed = new HashSet<>();
    for (String path : posts) {
      if (!Objects.equals(before.of(path), read.of(path))) {
        changed.add(path);
      }
    }
    return changed;
  }

  /** What is written down. */
  public IdsFile file() {
    return file;
  }

  /** Keeps an id for a post, or, where that is null, none any more; whether that changes it. */
  boolean keep(String path, @Nullable String id) {
    return !Objects.equals(id, id == null ? kept.remove(path) : kept.put(path, id));
  }

  /** A post's file is gone. */
  void forget(String path) {
    kept.remove(path);
    open.remove(path);
  }

  /** A post that came may be one of those that went, and nobody knows which. */
  public void leaveOpen(String path, Set<String> candidates) {
    if (candidates.isEmpty()) {
      open.remove(path);
    } else {
      open.put(path, Set.copyOf(candidates));
    }
  }

  /** The posts that may be one of some that went, each with these, by file. */
  public Map<String, Set<String>> open() {
    return Map.copyOf(open);
  }

  /** What is wrong where {@code ids.tsv} could not be read. */
  List<Problem> unread() {
    return problems;
  }

  /** The ids that are kept, by file. */
  public Map<String, String> kept() {
    return Map.copyOf(kept);
  }

  /** A post with what is assigned to it, if there is something. */
  Post with(Post post) {
    RecordedId recorded = file.of(post.path());
    if (recorded != null) {
      Post written = post.with(post.identity().with(assigned(recorded)));
      OffsetDateTime published = recorded.published();
      return published == null || OwnDate.isInFrontMatter(post)
          ? written
          : written.with(new Dates(published, post.dates().modified()));
    }
    String id = kept.get(post.path());
    return id == null
        ? post
        : post.with(post.identity().with(new AssignedId(id, AssignedId.By.KEPT)));
  }

  private static AssignedId assigned(RecordedId recorded) {
    return new AssignedId(recorded.id(), AssignedId.By.FILE);
  }

  /**
   * What is wrong with what is written down.
   *
   * @param isPost whether a file is a post, shown or not
   */
  List<Problem> problems(Predicate<String> isPost) {
    List<Problem> all = new ArrayList<>(problems);
    all.addAll(file.problems());
    all.addAll(file.strays(path -> isPost.test(path) || isPost.test(decomposed(path))));
    return all;
  }

  /** As a Mac writes it. */
  private static String decomposed(String path) {
    return Normalizer.normalize(path, Normalizer.Form.NFD);
  }
}
