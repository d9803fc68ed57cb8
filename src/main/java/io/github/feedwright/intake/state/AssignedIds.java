package io.github.feedwright.intake.state;

import io.github.feedwright.identity.IdsFile;
import io.github.feedwright.identity.RecordedId;
import io.github.feedwright.post.AssignedId;
import io.github.feedwright.post.Dates;
import io.github.feedwright.post.Post;
import io.github.feedwright.post.field.OwnDate;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.text.Nfc;
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
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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

  /** The ids in the front matter of posts that are shown, by path, and the paths by these. */
  private final Map<String, String> guids = new HashMap<>();

  private final Map<String, Set<String>> pathsByGuid = new HashMap<>();

  /** The ids of lines whose posts went to other files, by the path of the line. */
  private final Map<String, String> ignored = new HashMap<>();

  /** The posts to which a changed line has given another id since the directory last settled. */
  private final Set<String> rewritten = new HashSet<>();

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
    Predicate<String> isOther =
        path -> !Objects.equals(before.of(path, isPost), read.of(path, isPost));
    Set<String> changed = posts.stream().filter(isOther).collect(Collectors.toSet());
    ignored.keySet().removeIf(isOther);
    changed.stream().filter(path -> !confirms(path)).forEach(path -> rewritten.add(Nfc.of(path)));
    return changed;
  }

  /**
   * Whether a line has the id that its post keeps anyway: it was written to make that id certain.
   */
  private boolean confirms(String path) {
    RecordedId line = file.of(path, isPost);
    return line != null && line.id().equals(kept.get(path));
  }

  /**
   * A post is shown now, or is not (null). The id that its author gave it comes before a line; a
   * draft takes no id from a post that is published.
   *
   * @return the paths whose lines may count now, or count no longer
   */
  Set<String> putShown(String path, @Nullable Post post) {
    String guid = post == null ? null : post.identity().guid();
    String before = guid == null ? guids.remove(path) : guids.put(path, guid);
    if (Objects.equals(before, guid)) {
      return Set.of();
    }
    Set<String> turned = new HashSet<>();
    if (before != null) {
      pathsByGuid.computeIfPresent(before, (id, paths) -> without(path, paths));
      turned.addAll(file.paths(before));
    }
    if (guid != null) {
      pathsByGuid.computeIfAbsent(guid, id -> new TreeSet<>()).add(path);
      turned.addAll(file.paths(guid));
    }
    return turned;
  }

  private static @Nullable Set<String> without(String path, Set<String> paths) {
    paths.remove(path);
    return paths.isEmpty() ? null : paths;
  }

  /** The line that counts for a path; none if its id is in the front matter of another post. */
  private @Nullable RecordedId line(String path) {
    RecordedId line = file.of(path, isPost);
    return line == null || owner(line) != null ? null : line;
  }

  /** The other file whose front matter has the id of a line, or null. */
  private @Nullable String owner(RecordedId line) {
    Set<String> paths = pathsByGuid.getOrDefault(line.id(), Set.of());
    return paths.isEmpty()
            || paths.stream().anyMatch(path -> Nfc.of(path).equals(Nfc.of(line.path())))
        ? null
        : paths.iterator().next();
  }

  /** The directory has settled: lines and files are as somebody left them. */
  public void markSettled() {
    rewritten.clear();
  }

  /**
   * The post of a path went to another file, and takes the id of its line along: whatever is at the
   * path now is another post. A line that was just written is meant for what is there next.
   *
   * @return whether there was such a line
   */
  public boolean leaveLine(String path, String id) {
    return !rewritten.contains(Nfc.of(path)) && ignoreLine(path, id);
  }

  /** The line of a path with this id does not count until it is changed; whether there is one. */
  public boolean ignoreLine(String path, String id) {
    RecordedId line = line(path);
    boolean isIts = line != null && line.id().equals(id);
    return isIts && !id.equals(ignored.put(path, id));
  }

  /** Whether a line that was just written gives an id to another post than that of a path. */
  public boolean isGivenAway(String path, String id) {
    String holder = file.holder(id, isPost);
    return holder != null && !holder.equals(Nfc.of(path)) && rewritten.contains(holder);
  }

  /** A post is back at the path of its line; whether there is such a line that did not count. */
  public boolean rejoinLine(String path, String id) {
    return ignored.remove(path, id);
  }

  /** The ids of lines that do not count because their posts went to other files, by path. */
  public Map<String, String> ignored() {
    Map<String, String> all = new HashMap<>(ignored);
    all.keySet().removeIf(path -> line(path) == null);
    return all;
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
    ignored.remove(path);
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
  Post applyTo(Post post) {
    RecordedId recorded = line(post.path());
    if (recorded != null && !recorded.id().equals(ignored.get(post.path()))) {
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
    for (RecordedId line : file.recorded()) {
      String owner = owner(line);
      if (owner != null && line.equals(file.of(line.path(), isPost)) && isPost.test(line.path())) {
        all.add(overruled(line, owner));
      }
    }
    return all;
  }

  private Problem overruled(RecordedId line, String owner) {
    String message =
        "the id \"%s\" is the guid in the front matter of %s, so it is not that of \"%s\"; remove"
            + " the line, or the guid";
    return Problem.warning(
        IdsFile.NAME,
        file.number(line.path()),
        Kind.ID,
        message.formatted(line.id(), owner, line.path()));
  }

  /** In Unicode NFD, as a Mac writes it. */
  private static String decomposed(String path) {
    return Normalizer.normalize(path, Normalizer.Form.NFD);
  }
}
