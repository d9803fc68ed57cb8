package io.github.feedwright.yaml;

import io.github.feedwright.text.Quoted;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that its author meant as {@code key: value}, even if YAML reads it as something else.
 *
 * @param key the key as written
 * @param value the value as written, without the white space around it
 */
record KeyValue(String key, String value) {
  /** A tag of YAML's own (YAML 1.1, section 10.2) before a value. */
  private static final Pattern TYPED =
      Pattern.compile(
          "(!!(?:bool|float|int|map|null|omap|pairs|seq|set|str|timestamp)"
              + "|!(?:float|int|str|timestamp)|![\\w:.-]+/\\S+) +(.+)");

  /** A tag before a list or a map, which may follow on the lines below. */
  private static final Pattern COLLECTION = Pattern.compile("(!\\S+)(?: +(.+))?");

  /** What exporters write for a text that was not UTF-8; YAML 1.0 had a single exclamation mark. */
  private static final Pattern BINARY = Pattern.compile("(!!?binary)(?: .*)?");

  private static final Pattern NO_SPACE = Pattern.compile("\\s*([\\w-]{1,40}):(?!//)(\\S.*)");

  /** Inside double quotes: a double quote that is not escaped. */
  private static final Pattern DOUBLE = Pattern.compile("(?<!\\\\)\"");

  /** Inside single quotes: a single quote that is not an apostrophe. */
  private static final Pattern SINGLE = Pattern.compile("(?<![\\p{L}\\p{N}])'|'(?![\\p{L}\\p{N}])");

  private static final String NEVER_PLAIN = "[{@`%&*!|>,]}";

  static Optional<KeyValue> on(String line) {
    String text = line.strip();
    while (text.startsWith("- ")) {
      text = text.substring(2).strip();
    }
    int colon = text.indexOf(": ");
    return colon < 1
        ? Optional.empty()
        : Optional.of(
            new KeyValue(text.substring(0, colon).strip(), text.substring(colon + 2).strip()));
  }

  /** How a message names the key of a line: {@code title: }, or nothing where there is none. */
  static String named(String line) {
    return on(line).map(field -> field.name() + ": ").orElse("");
  }

  /** The message for {@code title:Foo}. */
  static Optional<String> withoutSpace(String line) {
    Matcher matcher = NO_SPACE.matcher(line);
    return matcher.matches()
        ? Optional.of(
            "%s: a space is missing after the colon; write %s: %s"
                .formatted(matcher.group(1), matcher.group(1), Quoted.shortened(matcher.group(2))))
        : Optional.empty();
  }

  /** The message if the value should have been quoted; empty if quotes would not help. */
  Optional<String> quoting() {
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Matcher binary = BINARY.matcher(value);
    if (binary.matches()) {
      return Optional.of(
          "%s: %s says that the value is Base64, but it does not decode to UTF-8 text; write the value as text"
              .formatted(name(), binary.group(1)));
    }
    Matcher typed = TYPED.matcher(value);
    if (typed.matches()) {
      // In quotes, the tag would become part of the value: a text instead of a yes or no.
      return Optional.of(
          "%s: %s names a type, and types are not supported; write %s: %s"
              .formatted(name(), typed.group(1), name(), Quoted.shortened(typed.group(2))));
    }
    return reason().map(why -> "%s: %s; write %s: %s".formatted(name(), why, name(), quoted()));
  }

  /** The message if the value is a list or a map with a tag. */
  Optional<String> untyped() {
    Matcher tagged = COLLECTION.matcher(value);
    if (!tagged.matches()) {
      return Optional.empty();
    }
    String rest = tagged.group(2);
    String fix =
        rest == null ? "remove it" : "write %s: %s".formatted(name(), Quoted.shortened(rest));
    return Optional.of(
        "%s: %s names a type, and types are not supported; %s"
            .formatted(name(), Quoted.shortened(tagged.group(1)), fix));
  }

  private Optional<String> reason() {
    char first = value.charAt(0);
    if (first == '"' || first == '\'') {
      return inQuotes(first);
    }
    if (isFlow(first)) {
      return Optional.empty();
    }
    if (NEVER_PLAIN.indexOf(first) >= 0) {
      return Optional.of("a value that begins with " + first + " needs quotes");
    }
    if (value.startsWith("- ") || value.startsWith("? ")) {
      return Optional.of("a value that begins with \"" + first + " \" needs quotes");
    }
    return value.contains(": ") || value.endsWith(":")
        ? Optional.of("a value with \": \" in it needs quotes")
        : Optional.empty();
  }

  private Optional<String> inQuotes(char quote) {
    if (value.indexOf(quote, 1) < value.length() - 1) {
      return Optional.of("the value continues after its closing quote");
    }
    return quote == '"' && value.indexOf('\\') > 0
        ? Optional.of("in double quotes a backslash begins an escape")
        : Optional.empty();
  }

  /** A complete list or map in brackets: the mistake is inside. */
  private boolean isFlow(char first) {
    return (first == '[' && value.endsWith("]")) || (first == '{' && value.endsWith("}"));
  }

  private String name() {
    return Quoted.shortened(key);
  }

  private String quoted() {
    String text = Quoted.shortened(meant());
    return text.indexOf('"') < 0 && text.indexOf('\\') < 0
        ? '"' + text + '"'
        : "'" + text.replace("'", "''") + "'";
  }

  /** The value without its surrounding quotes. */
  private String meant() {
    char first = value.charAt(0);
    boolean around =
        value.length() > 1 && "\"'".indexOf(first) >= 0 && value.endsWith(String.valueOf(first));
    String inside = around ? value.substring(1, value.length() - 1) : value;
    return around && hasParts(inside, first == '"' ? DOUBLE : SINGLE) ? value : inside;
  }

  /** Whether the first inner quote closes a part and the others come in pairs: "A" and "B". */
  private static boolean hasParts(String inside, Pattern quote) {
    List<MatchResult> quotes = quote.matcher(inside).results().toList();
    if (quotes.isEmpty() || quotes.size() % 2 != 0) {
      return false;
    }
    int first = quotes.get(0).start();
    return first == 0 || !Character.isWhitespace(inside.charAt(first - 1));
  }
}
