package io.github.feedwright.identity;

import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.text.Nfc;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code ids.tsv} of a posts directory: ids of posts that differ from those that the rules
 * give, one per line, as {@code path⇥id⇥published⇥note}; {@code #} begins a comment. Immutable.
 *
 * <p>A mistake in one line does not affect the others: each problem names its line, and the rest is
 * used.
 */
public final class IdsFile {
  /** The name of the file, at the top of the posts directory. */
  public static final String NAME = "ids.tsv";

  /** A file without lines. */
  public static final IdsFile EMPTY = read("");

  private static final String HEAD =
      "# Ids of posts that their file names do not give: path, id, published, note; tabs between.\n";

  private final List<IdsLine> lines;
  private final Map<String, IdsLine> byPath;
  private final Map<String, List<String>> pathsById;
  private final List<Problem> problems;

  private IdsFile(
      List<IdsLine> lines,
      Map<String, IdsLine> byPath,
      Map<String, List<String>> pathsById,
      List<Problem> problems) {
    this.lines = List.copyOf(lines);
    this.byPath = Map.copyOf(byPath);
    this.pathsById = Map.copyOf(pathsById);
    this.problems = List.copyOf(problems);
  }

  /** Reads the file's text. */
  public static IdsFile read(String text) {
    List<IdsLine> lines = new ArrayList<>();
    Map<String, IdsLine> byPath = new HashMap<>();
    Map<String, List<String>> pathsById = new HashMap<>();
    List<Problem> problems = new ArrayList<>();
    String whole = text.startsWith("\uFEFF") ? text.substring(1) : text;
    if (whole.indexOf('\r') >= 0) {
      int line =
          1 + (int) whole.substring(0, whole.indexOf('\r')).chars().filter(c -> c == '\n').count();
      problems.add(warning(line, "the line ends with CR LF; save the file with LF only"));
    }
    int number = 0;
    for (String each : whole.lines().toList()) {
      IdsLine line = IdsLine.read(each, ++number);
      lines.add(line);
      problems.addAll(line.problems());
      RecordedId id = line.recorded();
      if (id != null) {
        String path = Nfc.of(id.path());
        IdsLine samePath = byPath.putIfAbsent(path, line);
        if (samePath != null) {
          problems.add(twice(line, "path", id.path(), samePath));
        } else {
          pathsById.computeIfAbsent(id.id(), key -> new ArrayList<>()).add(path);
        }
      }
    }
    return new IdsFile(lines, byPath, pathsById, problems);
  }

  private static Problem twice(IdsLine line, String what, String value, IdsLine first) {
    return error(
        line.number(),
        "the "
            + what
            + " \""
            + value
            + "\" is already on line "
            + first.number()
            + ", which counts; remove one of the two");
  }

  private static Problem error(int line, String message) {
    return Problem.error(NAME, line, Kind.ID, message);
  }

  private static Problem warning(int line, String message) {
    return Problem.warning(NAME, line, Kind.ID, message);
  }

  /**
   * The line that counts for the post of a file, or null. Of several lines with one id, it is the
   * first whose post is there: a line that was left behind takes the id from no post.
   *
   * @param isPost as for {@link #problems}
   */
  public @Nullable RecordedId of(String path, Predicate<String> isPost) {
    IdsLine line = byPath.isEmpty() ? null : byPath.get(Nfc.of(path));
    RecordedId id = line == null ? null : line.recorded();
    return id == null || !first(id, isPost).equals(Nfc.of(path)) ? null : id;
  }

  /** The path of the line that counts for an id. */
  private String first(RecordedId id, Predicate<String> isPost) {
    List<String> paths = paths(id);
    return paths.stream().filter(isPost).findFirst().orElse(paths.get(0));
  }

  private List<String> paths(RecordedId id) {
    return pathsById.getOrDefault(id.id(), List.of(Nfc.of(id.path())));
  }

  /** The paths of the lines with the same id as the line of a path, if there are several. */
  public List<String> rivals(String path) {
    IdsLine line = byPath.isEmpty() ? null : byPath.get(Nfc.of(path));
    RecordedId id = line == null ? null : line.recorded();
    return id == null || paths(id).size() == 1 ? List.of() : paths(id);
  }

  /** The paths, in Unicode NFC, of the lines with an id. */
  public List<String> paths(String id) {
    return pathsById.getOrDefault(id, List.of());
  }

  /** The path, in Unicode NFC, of the line that counts for an id; null if there is none. */
  public @Nullable String holder(String id, Predicate<String> isPost) {
    return paths(id).stream().filter(isPost).findFirst().orElse(null);
  }

  /** The number of the line of a path, from 1; 1 if there is none. */
  public int number(String path) {
    IdsLine line = byPath.get(Nfc.of(path));
    return line == null ? 1 : line.number();
  }

  /** What all lines record, in their order. */
  public List<RecordedId> recorded() {
    return lines.stream().map(IdsLine::recorded).filter(Objects::nonNull).toList();
  }

  /**
   * The problems of the lines.
   *
   * @param isPost whether a file, with its path in Unicode NFC, is a post, shown or hidden
   */
  public List<Problem> problems(Predicate<String> isPost) {
    List<Problem> all = new ArrayList<>(problems);
    byPath.forEach(
        (path, line) -> {
          RecordedId id = Objects.requireNonNull(line.recorded());
          String first = first(id, isPost);
          if (!isPost.test(path)) {
            String fix =
                first.equals(path)
                    ? "\"; fix the path, or remove the line"
                    : "\", and " + first + " has its id; remove the line";
            all.add(warning(line.number(), "there is no post \"" + path + fix));
          } else if (!first.equals(path)) {
            all.add(twice(line, "id", id.id(), Objects.requireNonNull(byPath.get(first))));
          }
        });
    all.sort(null);
    return all;
  }

  /**
   * The text of the file with more lines, each replacing the lines of its path and of its id: an id
   * belongs to one post. Sorted by path; comments stay before the lines that they were before.
   */
  public String with(Collection<RecordedId> more) {
    Set<String> paths = more.stream().map(RecordedId::path).collect(Collectors.toSet());
    Set<String> ids = more.stream().map(RecordedId::id).collect(Collectors.toSet());
    Map<String, String> moved = new HashMap<>();
    TreeMap<String, String> sorted = new TreeMap<>();
    List<String> above = new ArrayList<>();
    StringBuilder head = new StringBuilder();
    for (IdsLine line : lines) {
      RecordedId id = line.recorded();
      if (id != null && ids.contains(id.id()) && !paths.contains(id.path())) {
        moved.merge(id.id(), joined(above), String::concat);
        above.clear();
      } else if (id != null) {
        sorted.merge(id.path(), joined(above) + line.text() + "\n", String::concat);
        above.clear();
      } else if (sorted.isEmpty() && line.text().isBlank()) {
        head.append(joined(above)).append(line.text()).append('\n');
        above.clear();
      } else {
        above.add(line.text());
      }
    }
    for (RecordedId id : more) {
      String comments = comments(sorted.get(id.path())) + moved.getOrDefault(id.id(), "");
      sorted.put(id.path(), comments + IdsLine.write(id) + "\n");
    }
    String written = head + String.join("", sorted.values()) + joined(above);
    return lines.isEmpty() && !more.isEmpty() ? HEAD + "\n" + written : written;
  }

  private static String joined(List<String> texts) {
    return texts.stream().map(text -> text + "\n").collect(Collectors.joining());
  }

  /** The comments above a line that is replaced. */
  private static String comments(@Nullable String before) {
    return before == null
        ? ""
        : joined(before.lines().filter(line -> IdsLine.read(line, 1).recorded() == null).toList());
  }
}
