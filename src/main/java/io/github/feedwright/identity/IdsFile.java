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
  private final List<Problem> problems;

  private IdsFile(List<IdsLine> lines, Map<String, IdsLine> byPath, List<Problem> problems) {
    this.lines = List.copyOf(lines);
    this.byPath = Map.copyOf(byPath);
    this.problems = List.copyOf(problems);
  }

  /** Reads the file's text. */
  public static IdsFile read(String text) {
    List<IdsLine> lines = new ArrayList<>();
    Map<String, IdsLine> byPath = new HashMap<>();
    Map<String, IdsLine> byId = new HashMap<>();
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
        IdsLine samePath = byPath.putIfAbsent(Nfc.of(id.path()), line);
        IdsLine sameId = samePath == null ? byId.putIfAbsent(id.id(), line) : null;
        if (samePath != null) {
          problems.add(twice(line, "path", id.path(), samePath));
        } else if (sameId != null) {
          problems.add(twice(line, "id", id.id(), sameId));
          byPath.remove(Nfc.of(id.path()));
        }
      }
    }
    return new IdsFile(lines, byPath, problems);
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

  /** The line for the post of a file, or null. */
  public @Nullable RecordedId of(String path) {
    IdsLine line = byPath.isEmpty() ? null : byPath.get(Nfc.of(path));
    return line == null ? null : line.recorded();
  }

  /** What all lines record, in their order. */
  public List<RecordedId> recorded() {
    return lines.stream().map(IdsLine::recorded).filter(Objects::nonNull).toList();
  }

  /** The problems of the lines themselves. */
  public List<Problem> problems() {
    return problems;
  }

  /**
   * The problems of lines that belong to no post.
   *
   * @param isPost whether a file, with its path in Unicode NFC, is a post, shown or hidden
   */
  public List<Problem> strays(Predicate<String> isPost) {
    return byPath.entrySet().stream()
        .filter(each -> !isPost.test(each.getKey()))
        .map(
            each ->
                warning(
                    each.getValue().number(),
                    "there is no post \"" + each.getKey() + "\"; fix the path, or remove the line"))
        .sorted()
        .toList();
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
