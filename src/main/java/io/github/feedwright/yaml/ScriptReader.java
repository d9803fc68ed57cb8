package io.github.feedwright.yaml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the object that a module of JavaScript exports, or that a function which it exports
 * returns, as far as it is written out: texts, numbers and words such as {@code true}, also those
 * in inner objects. The module is not run, so the value of any other expression is not known, and
 * its key is missing.
 *
 * <p>Threads: one object belongs to the thread that reads the file.
 */
public final class ScriptReader {
  private static final Pattern EXPORT =
      Pattern.compile("export\\s+default\\b|module\\.exports\\s*=(?!=)");
  private static final Pattern FUNCTION =
      Pattern.compile("(?:async\\b)?+\\s*(function\\b\\s*[\\w$]*)?");
  private static final Pattern NAME = Pattern.compile("[\\w$]+");

  /** On the same line: otherwise it returns nothing. */
  private static final Pattern RETURN = Pattern.compile("return[ \\t]*(?:\\(\\s*)?\\{");

  private static final Pattern DECLARATION = Pattern.compile("(?:const|let|var)\\s");
  private static final Pattern KEY =
      Pattern.compile("(?:([\\w$]+)|\"([^\"\\\\\\n]*)\"|'([^'\\\\\\n]*)')\\s*:\\s*");

  /** One that nothing ends goes to the end: to search it from each start would be quadratic. */
  private static final String COMMENT = "//[^\\n]*+|/\\*(?:[^*]|\\*(?!/))*+(?:\\*/)?";

  private static final Pattern BLANK = Pattern.compile("(?:\\s|" + COMMENT + ")*+");

  /** The whole of a value; no text with escapes of letters, as in {@code "\n"}. */
  private static final Pattern LITERAL =
      Pattern.compile(
          "(?:(-?\\d+(?:\\.\\d+)?|true|false|null)|\"((?:[^\"\\\\\\n]|\\\\[^\\w\\s])*+)\""
              + "|'((?:[^'\\\\\\n]|\\\\[^\\w\\s])*+)'|`((?:[^`$\\\\]|\\\\[^\\w\\s])*+)`)(?="
              + BLANK
              + "[,}])");

  private static final Pattern NEXT = Pattern.compile(BLANK + "[,}]");
  private static final Pattern END = Pattern.compile(BLANK + "[;)}]");

  /** What belongs together: a text, a comment, a regular expression, or any other character. */
  private static final Pattern PIECE =
      Pattern.compile(
          "(?s)\"(?:[^\"\\\\]|\\\\.)*+\"?|'(?:[^'\\\\]|\\\\.)*+'?|"
              + COMMENT
              + "|/(?<=(?:[(,=:\\[!&|?{};>]\\s{0,9}|return\\s{1,9})/)"
              + "(?:[^/\\\\\\[\\n]|\\\\.|\\[(?:[^]\\\\\\n]|\\\\.){0,99}+])++/|.");

  /** The same in a template literal, whose expressions may hold others. */
  private static final Pattern TEMPLATE_PIECE = Pattern.compile("(?s)[^`$\\\\]++|\\\\.|\\$\\{|.");

  private static final int DEEPEST = 8;

  private final String text;

  /** The brackets and template literals that are open in an expression, the innermost first. */
  private final Deque<Character> open = new ArrayDeque<>();

  private int at;
  private int line = 1;
  private int counted;

  private ScriptReader(String text) {
    this.text = text;
  }

  /** The object; an empty one if the module exports none, or something else. */
  public static Mapping read(String text) {
    ScriptReader reader = new ScriptReader(text);
    // By pieces: a comment or a text may show another export.
    while (reader.at < text.length()) {
      Matcher export = reader.next(EXPORT);
      if (reader.open.isEmpty() && export.lookingAt()) {
        reader.at = export.end();
        Mapping exported = reader.exported();
        if (exported != null) {
          return exported;
        }
        reader.at = export.end();
        reader.open.clear();
      }
      reader.skipPiece();
    }
    return new Mapping(List.of(), 1);
  }

  private @Nullable Mapping exported() {
    if (takes("{")) {
      return object(0);
    }
    Matcher function = next(FUNCTION);
    at = function.lookingAt() ? function.end() : at;
    boolean isArrow = function.group(1) == null;
    skipParameters();
    if (isArrow && !takes("=>")) {
      return null;
    }
    if (isArrow && takes("(")) {
      return takes("{") ? returned() : null;
    }
    return takes("{") ? body() : null;
  }

  private boolean takes(String sign) {
    skipBlank();
    boolean isNext = text.startsWith(sign, at);
    at += isNext ? sign.length() : 0;
    return isNext;
  }

  /** One name, or all that is in parentheses. */
  private void skipParameters() {
    skipBlank();
    Matcher name = next(NAME);
    if (name.lookingAt()) {
      at = name.end();
    } else if (text.startsWith("(", at)) {
      do {
        skipPiece();
      } while (!open.isEmpty() && at < text.length());
    }
  }

  /** What a function returns whose other statements only declare something; else null. */
  private @Nullable Mapping body() {
    for (skipBlank(); next(DECLARATION).lookingAt(); skipBlank()) {
      while (at < text.length() && (!open.isEmpty() || "\n;".indexOf(text.charAt(at)) < 0)) {
        skipPiece();
      }
      at++;
    }
    Matcher start = next(RETURN);
    if (!start.lookingAt()) {
      return null;
    }
    at = start.end();
    return returned();
  }

  private @Nullable Mapping returned() {
    Mapping object = object(0);
    return next(END).lookingAt() ? object : null;
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
    Mapping inner = object(depth + 1);
    return next(NEXT).lookingAt() ? inner : null;
  }

  /** Goes behind the comma that ends an expression, or to the brace that ends its object. */
  private void skipExpression() {
    open.clear();
    while (at < text.length() && (!open.isEmpty() || text.charAt(at) != '}')) {
      boolean isEnd = open.isEmpty() && text.charAt(at) == ',';
      skipPiece();
      if (isEnd) {
        return;
      }
    }
  }

  private void skipPiece() {
    boolean isInTemplate = !open.isEmpty() && open.peek() == '`';
    Matcher piece = next(isInTemplate ? TEMPLATE_PIECE : PIECE);
    String skipped = piece.lookingAt() ? piece.group() : text.substring(at);
    at += skipped.length();
    boolean isEnd = isInTemplate ? skipped.equals("`") : ")]}".contains(skipped);
    if (isEnd) {
      open.poll();
    } else if (isInTemplate ? skipped.equals("${") : "([{`".contains(skipped)) {
      open.push(skipped.charAt(skipped.length() - 1));
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
    return pattern
        .matcher(text)
        .region(Math.min(at, text.length()), text.length())
        .useTransparentBounds(true);
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
