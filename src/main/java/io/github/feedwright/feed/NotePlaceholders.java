package io.github.feedwright.feed;

import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.scope.Note;
import io.github.feedwright.text.Spelling;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The placeholders of notes, and what looks like one. */
final class NotePlaceholders {
  static final List<String> NAMES = List.of("title", "url", "date", "author", "category");

  /** A word in braces, as people write it who know template languages; but code holds anything. */
  private static final Pattern BRACES =
      Pattern.compile("(`++)(?:(?!\\1)[^\\n])*+\\1|(?<![\\\\\\w}])\\{++\\s*+([\\w.-]++)\\s*+}++");

  private NotePlaceholders() {}

  /** Reports words in braces that are no placeholders: readers would see the braces. */
  static List<Problem> problems(Note note) {
    return BRACES
        .matcher(note.text())
        .results()
        .filter(found -> found.group(2) != null && !isPlaceholder(found.group()))
        .map(found -> unknown(note, found))
        .toList();
  }

  private static boolean isPlaceholder(String braces) {
    return NAMES.stream().anyMatch(name -> braces.equals("{" + name + "}"));
  }

  private static Problem unknown(Note note, MatchResult found) {
    long before = note.text().substring(0, found.start()).chars().filter(c -> c == '\n').count();
    String message =
        "notes: \"%s\" is no placeholder; %s".formatted(found.group(), advice(found.group(2)));
    return Problem.warning(note.file(), note.line() + (int) before, Kind.CONFIGURATION, message);
  }

  private static String advice(String written) {
    String word = written.substring(written.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return Spelling.nearest(word, NAMES)
        .map(near -> "did you mean {" + near + "}?")
        .orElse(
            "placeholders are {"
                + String.join("}, {", NAMES)
                + "}; write \\{ before a text that is none");
  }
}
