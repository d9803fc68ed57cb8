package io.github.feedwright.generator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of a generator, in YAML, TOML or a programming language. Only lines of the form
 * {@code key: value} and {@code key = value} are understood, whatever the language: the rest is
 * code, and is not run.
 *
 * @param path as people know it
 * @param text the text of the file
 */
public record ConfigFile(String path, String text) {
  private static final String VALUE = "[ \t]*[:=][ \t]*(\"[^\"\n]*\"|'[^'\n]*'|[^\"'\n#]*)";
  private static final Pattern ENTRY =
      Pattern.compile("(?m)^[ \t]*[\"']?([\\w/.*-]+)[\"']?" + VALUE + ".*$");

  /** Hugo's permalinks of other pages than posts. */
  private static final List<String> OTHER_KINDS = List.of("section", "taxonomy", "term", "home");

  /** The name of the file. */
  String name() {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }

  /** Whether a line begins with one of these keys, in upper or lower case. */
  boolean has(String... keys) {
    String any =
        Pattern.compile("\\|")
            .splitAsStream(String.join("|", keys))
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    return Pattern.compile("(?im)^[ \t]*[\"']?(?:" + any + ")[\"']?[ \t]*[:=]")
        .matcher(text)
        .find();
  }

  /** The text of the first line with this key, or null. */
  @Nullable String value(String key) {
    Matcher line =
        Pattern.compile("(?m)^[ \t]*[\"']?" + Pattern.quote(key) + "[\"']?" + VALUE).matcher(text);
    while (line.find()) {
      String value = unquoted(line.group(1));
      if (!value.isEmpty()) {
        return value;
      }
    }
    return null;
  }

  /** Whether a line says that something is on. */
  boolean isTrue(String key) {
    return "true".equalsIgnoreCase(value(key));
  }

  /** The entries of a table: {@code [key]} in TOML, {@code key:} and indented lines in YAML. */
  Map<String, String> table(String key) {
    Map<String, String> entries = new LinkedHashMap<>();
    Matcher begin =
        Pattern.compile(
                "(?m)^(?:[ \t]*\\["
                    + key
                    + "(?:\\.page)?\\][^\n]*\n(?<toml>(?:[ \t]*[^\\[\n][^\n]*\n?|\n)*)"
                    + "|"
                    + key
                    + ":[ \t]*\n(?<yaml>(?:[ \t]+[^\n]*\n?|\n)*))")
            .matcher(text);
    while (begin.find()) {
      String toml = begin.group("toml");
      add(entries, toml == null ? begin.group("yaml") : toml);
    }
    return entries;
  }

  private static void add(Map<String, String> entries, String lines) {
    boolean isMeant = true;
    Matcher entry = ENTRY.matcher(lines);
    while (entry.find()) {
      String value = unquoted(entry.group(2));
      if (value.isEmpty()) {
        isMeant = !OTHER_KINDS.contains(entry.group(1));
      } else if (isMeant) {
        entries.putIfAbsent(entry.group(1), value);
      }
    }
  }

  private static String unquoted(String value) {
    String bare = value.strip();
    boolean isQuoted = bare.length() > 1 && (bare.startsWith("\"") || bare.startsWith("'"));
    return isQuoted ? bare.substring(1, bare.length() - 1).strip() : bare.replaceFirst("[,;]$", "");
  }
}
