package io.github.feedwright.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the object that a module of JavaScript exports, as far as it is written out: texts, numbers
 * and words such as {@code true}, also those in inner objects. The module is not run, so the value
 * of any other expression is not known, and its key is missing.
 *
 * <p>Threads: one object belongs to the thread that reads the file.
 */
public final class ScriptReader {
  private static final Pattern EXPORT =
      Pattern.compile("(?m)^(?:export\\s+default|module\\.exports\\s*=)\\s*\\{");
  private static final Pattern KEY =
      Pattern.compile("(?:([\\w$]+)|\"([^\"\\\\\\n]*)\"|'([^'\\\\\\n]*)')\\s*:\\s*");
  private static final Pattern LITERAL =
      Pattern.compile(
          "(?:(-?\\d+(?:\\.\\d+)?|true|false|null)|\"((?:[^\"\\\\\\n]|\\\\.)*+)\""
              + "|'((?:[^'\\\\\\n]|\\\\.)*+)'|`((?:[^`$\\\\]|\\\\.)*+)`)(?=\\s*(?:[,}]|//|/\\*))");

  /** What belongs together in an expression: a text, a comment, or any other character. */
  private static final Pattern PIECE =
      Pattern.compile(
          "(?s)\"(?:[^\"\\\\]|\\\\.)*+\"|'(?:[^'\\\\]|\\\\.)*+'|`(?:[^`\\\\]|\\\\.)*+`"
              + "|//[^\\n]*+|/\\*(?:[^*]|\\*(?!/))*+\\*/|.");

  private static final Pattern BLANK =
      Pattern.compile("(?:\\s|//[^\\n]*+|/\\*(?:[^*]|\\*(?!/))*+\\*/)*+");
  private static final int DEEPEST = 8;

  private final String text;
  private int at;
  private int line = 1;
  private int counted;

  private ScriptReader(String text, int start) {
    this.text = text;
    this.at = start;
  }

  /** The object; an empty one if the module exports none, or something else. */
  public static Mapping read(String text) {
    Matcher export = EXPORT.matcher(text);
    return export.find()
        ? new ScriptReader(text, export.end()).object(0)
        : new Mapping(List.of(), 1);
  }

  /** Reads up to the end of an object, or to that of the text. */
  private Mapping object(int depth) {
    int first = line();
    Map<String, Mapping.Field> fields = new LinkedHashMap<>();
    for (skipBlank(); at < text.length() && text.charAt(at) != '}'; skipBlank()) {
      Matcher key = next(KEY);
      if (key.lookingAt()) {
        at = key.end();
        String name = first(key.group(1), key.group(2), key.group(3));
        int start = line();
        Node value = value(depth);
        fields.remove(name);
        if (value != null) {
          fields.put(name, new Mapping.Field(name, start, value));
        }
      } else if (text.startsWith("...", at)) {
        // What it holds comes after what was read, and may replace it.
        fields.clear();
      }
      skipExpression();
    }
    at++;
    return new Mapping(List.copyOf(fields.values()), first);
  }

  private @Nullable Node value(int depth) {
    Matcher literal = next(LITERAL);
    if (literal.lookingAt()) {
      String plain = literal.group(1);
      String quoted = first(literal.group(2), literal.group(3), literal.group(4), "");
      at = literal.end();
      return new Scalar(
          plain == null ? quoted.replaceAll("\\\\(.)", "$1") : plain, plain != null, line());
    }
    if (!text.startsWith("{", at) || depth == DEEPEST) {
      return null;
    }
    at++;
    return object(depth + 1);
  }

  /** Goes behind the comma that ends an expression, or to the brace that ends its object. */
  private void skipExpression() {
    int open = 0;
    for (Matcher piece = next(PIECE); piece.lookingAt(); piece = next(PIECE)) {
      char first = text.charAt(at);
      boolean isOne = piece.end() == at + 1;
      if (isOne && open == 0 && first == '}') {
        return;
      }
      at = piece.end();
      if (isOne && open == 0 && first == ',') {
        return;
      }
      if (isOne && "([{".indexOf(first) >= 0) {
        open++;
      } else if (isOne && ")]}".indexOf(first) >= 0) {
        open--;
      }
    }
  }

  private void skipBlank() {
    Matcher skipped = next(BLANK);
    at = skipped.lookingAt() ? skipped.end() : at;
  }

  /** The line of what comes next, from 1. */
  private int line() {
    line += (int) text.substring(counted, at).chars().filter(each -> each == '\n').count();
    counted = at;
    return line;
  }

  private Matcher next(Pattern pattern) {
    return pattern.matcher(text).region(Math.min(at, text.length()), text.length());
  }

  private static String first(@Nullable String... texts) {
    for (String each : texts) {
      if (each != null) {
        return each;
      }
    }
    return "";
  }
}
