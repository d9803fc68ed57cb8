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
 * The ids that come neither from a post's front matter nor from its file name: those in {@code
 * ids.tsv}, and those that posts keep because they were published with them.
 */
@PublishingThread
public final class AssignedIds {
  private final Map<String, String> kept = new HashMap<>();
  private final Map<String, Set<String>> open = new HashMap<>();
  private final Predicate<String> isPost;
  private IdsFile file = IdsFile.EMPTY;
  private List<Problem> problems = List.of();

  /**
   * No ids.
   *
   * @param isPost whether a file is a post, shown or not
   */
  AssignedIds(Predicate<String> isPost) {
    this.isPost = path -> isPost.test(path) || isPost.test(decomposed(path));
  }

  /**
   * The file {@code ids.tsv} was read again.
   *
   * @param unread why it could not be read, if so; then its previous content stays in effect
   * @param posts the files of all posts
   * @return those for which it has another line now
   */
  Set<String> put(IdsFile read, List<Problem> unread, Set<String> posts) {
    IdsFile before = file;
    problems = unread;
    file = read;
    Set<String> changed = new HashSet<>();
    for (String path : posts) {
      if (!Objects.equals(before.of(path, isPost), read.of(path, isPost))) {
        changed.add(path);
      }
    }
    return changed;
  }

  /** The lines of {@code ids.tsv}. */
  public IdsFile file() {
    return file;
  }

  /** Keeps an id for a post, or no longer keeps one if it is null; returns whether it changed. */
  boolean keep(String path, @Nullable String id) {
    return !Objects.equals(id, id == null ? kept.remove(path) : kept.put(path, id));
  }

  /** A post's file is gone. */
  void forget(String path) {
    kept.remove(path);
    open.remove(path);
  }

  /** An added post may be any of several removed ones; none of them if there is no candidate. */
  public void leaveOpen(String path, Set<String> candidates) {
    if (candidates.isEmpty()) {
      open.remove(path);
    } else {
      open.put(path, Set.copyOf(candidates));
    }
  }

  /** The added posts that may be any of several removed ones, each with these, by file. */
  public Map<String, Set<String>> open() {
    return Map.copyOf(open);
  }

  /** Why {@code ids.tsv} could not be read. */
  List<Problem> unread() {
    return problems;
  }

  /** The ids that are kept, by file. */
  public Map<String, String> kept() {
    return Map.copyOf(kept);
  }

  /** A post with the id and date that are assigned to it, if any. */
  Post with(Post post) {
    RecordedId recorded = file.of(post.path(), isPost);
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

  /** The problems of {@code ids.tsv}. */
  public List<Problem> problems() {
    List<Problem> all = new ArrayList<>(problems);
    all.addAll(file.problems(isPost));
    return all;
  }

  /** As a Mac writes it. */
  private static String decomposed(String path) {
    return Normalizer.normalize(path, Normalizer.Form.NFD);
  }
}
