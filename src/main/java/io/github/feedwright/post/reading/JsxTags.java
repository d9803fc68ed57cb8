package io.github.feedwright.post.reading;

import io.github.feedwright.text.PrefixedPattern;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tags in plain Markdown that only components can have. */
final class JsxTags {
  /** A tag that no HTML has: with an expression, a name with a dot, or {@code <Name/>}. */
  private static final Pattern JSX =
      Pattern.compile("<(/?)([A-Z]\\w*+(?:\\.\\w++)*+)((?:\\s[^<>{]{0,500})?=\\{)?");

  /** One such tag makes the others with its name so: without any, there is none. */
  private static final PrefixedPattern SIGN =
      PrefixedPattern.of("<", "/?[A-Z]\\w*+(?:\\.\\w|\\s*+/>|(?:\\s[^<>{]{0,500})?=\\{)");

  /** An end tag, unless it is the whole of a span of code. */
  private static final Pattern CLOSED =
      Pattern.compile("(?<!`)</([A-Z]\\w*+(?:\\.\\w++)*+)\\s*>(?!`)");

  private static final Pattern LOWER_CASE = Pattern.compile("[a-z]");

  /** Elements that people write with a slash at the end, in upper case, too. */
  private static final Set<String> VOID =
      Set.of("area", "br", "col", "embed", "hr", "img", "input", "source", "track", "wbr");

  private final String text;
  private final JsxEnds jsx;

  /** The names of the elements that are closed somewhere and whose tags go. */
  private final Set<String> closed;

  JsxTags(String text, JsxEnds jsx) {
    this.text = text;
    this.jsx = jsx;
    this.closed = closed(text);
  }

  /** Whether a text may hold one. */
  static boolean mayBeIn(String text) {
    return SIGN.isIn(text);
  }

  /** Whether one begins at an index. */
  boolean isAt(int at) {
    Matcher tag = JSX.matcher(text).region(at, text.length());
    return tag.lookingAt()
        && (tag.group(3) != null
            || closed.contains(tag.group(2))
            || (isComponent(tag.group(2)) && isSelfClosed(at)));
  }

  /** Whether a name is in CamelCase or has a dot, and is not that of an element in HTML. */
  private static boolean isComponent(String name) {
    return name.contains(".")
        || (LOWER_CASE.matcher(name).find() && !VOID.contains(name.toLowerCase(Locale.ROOT)));
  }

  private boolean isSelfClosed(int at) {
    int end = jsx.endOfTag(at);
    return end >= 0 && text.startsWith("/>", end - 2);
  }

  /** Those of names with a dot, and of those that begin with an expression in their tag. */
  private static Set<String> closed(String text) {
    Set<String> names = new HashSet<>();
    JSX.matcher(text)
        .results()
        .filter(tag -> tag.group(3) != null || tag.group(2).contains("."))
        .forEach(tag -> names.add(tag.group(2)));
    Set<String> ends = new HashSet<>();
    CLOSED.matcher(text).results().forEach(tag -> ends.add(tag.group(1)));
    names.retainAll(ends);
    return names;
  }
}
