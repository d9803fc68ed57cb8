package io.github.feedwright.content.dialect;

import io.github.feedwright.content.css.HiddenNames;
import io.github.feedwright.content.html.HiddenElements;
import io.github.feedwright.content.source.BodyText;
import io.github.feedwright.content.source.ContentProblems;
import io.github.feedwright.text.PrefixedPattern;
import io.github.feedwright.text.Quoted;
import io.github.feedwright.text.comment.Comment;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Attribute lists (kramdown, Python-Markdown, Hugo) that hide what they belong to: <code>
 * {: style="display: none"}</code>. In its place stands an element that the cleaner understands.
 */
public final class AttributeLists {
  private static final String VALUE =
      "(?:\"[^\"\\n]{0,500}+\"|'[^'\\n]{0,500}+'|[^\\s\"'{}]{1,200}+)";

  private static final String TOKEN = "[.#]?[\\w-]++(?:=" + VALUE + ")?+";

  private static final Pattern LIST =
      Pattern.compile("\\{(:?)[ \\t]*+(" + TOKEN + "(?:[ \\t]++" + TOKEN + "){0,29}+)[ \\t]*+\\}");

  /** kramdown's attribute list definitions, which others name. */
  private static final Pattern DEFINITION =
      Pattern.compile("(?m)^ {0,3}\\{:(\\w[\\w-]{0,100}):[ \\t]+([^{}\\n]{1,500})\\}[ \\t]*$");

  private static final Pattern EACH = Pattern.compile("([.#]?[\\w-]+)(?:=(" + VALUE + "))?");

  /** Only these declarations hide an element. */
  private static final PrefixedPattern SIGN =
      PrefixedPattern.of("{", "[^{}\\n]{0,500}?(?i:hidden|popover|style|content-visible)");

  /** Quarto's conditions: formats that are web pages, as feeds are. */
  private static final Pattern WEB = Pattern.compile("[\"']?(?:html\\d?|html:.*|dashboard)[\"']?");

  private static final Pattern SIGN_OF_ITSELF =
      Pattern.compile("(?i)(?<![\\w.#-])(?:hidden|popover|style)(?![\\w-])");

  private static final PrefixedPattern SHEET = PrefixedPattern.of("<", "(?i)style\\b");

  private static final Pattern QUOTED = Pattern.compile("([\"'])(.*)\\1");
  private static final Pattern PARAGRAPH = Pattern.compile("\\n[ \\t>]*+(?=\\n)");
  private static final Pattern INDENT = Pattern.compile("[ \\t>]*+");
  private static final Pattern ITEM = Pattern.compile("[ \\t>]*+(?:[*+-]|\\d{1,9}[.)])[ \\t]+");

  /** The line that begins a container (Docusaurus, Pandoc). */
  private static final Pattern CONTAINER =
      Pattern.compile("[ \\t>]*+(?:(?:[*+-]|\\d{1,9}[.)])[ \\t]+)*+:{3,}");

  /** The line that begins a block of code. */
  private static final Pattern CODE =
      Pattern.compile("[ \\t>]*+(?:(?:[*+-]|\\d{1,9}[.)])[ \\t]+)*+(`{3,}+|~{3,}+)");

  private static final Pattern FENCE = Pattern.compile("(?m)^[ \\t>]*+:{3,}+[ \\t]*+(.*)$");

  private static final Pattern HEADING = Pattern.compile("[ \\t>]*+#{1,6}[ \\t].*[ \\t]");

  /** The last character of an inline element. */
  private static final String CLOSERS = "*_`)>]~\"'";

  private final String text;
  private final Set<String> hiding = new HashSet<>();
  private final HiddenNames names;

  private AttributeLists(String text, HiddenNames names) {
    this.text = text;
    this.names = names;
    Matcher definition = DEFINITION.matcher(text);
    while (definition.find()) {
      if (hides(definition.group(2))) {
        hiding.add(definition.group(1));
      }
    }
  }

  /** The body's text with elements in place of the lists that hide something. */
  public static String marked(BodyText body, ContentProblems problems) {
    if (!body.isMarkdown() || !mayHide(body.text())) {
      return body.text();
    }
    HiddenNames names = HiddenNames.in(body.text(), index -> body.code().holds(index));
    return new AttributeLists(body.text(), names).marks(body, problems);
  }

  /** A text without the lines that these lists hide, in code too. */
  public static String without(String text, HiddenNames names) {
    return mayHide(text) ? new AttributeLists(text, names).visible() : text;
  }

  private static boolean mayHide(String text) {
    return SIGN.isIn(text) || (text.indexOf('{') >= 0 && SHEET.isIn(text));
  }

  private String marks(BodyText body, ContentProblems problems) {
    StringBuilder out = new StringBuilder();
    Matcher list = LIST.matcher(text);
    int at = 0;
    while (list.find()) {
      if (isHiding(list) && !body.code().holds(list.start())) {
        int line = lineStart(list.start());
        int end = lineEnd(list.end());
        // Many lists on one line would make it quadratic.
        body.budget().spend(end - line);
        String mark =
            mark(text.substring(line, list.start()), text.substring(list.end(), end), line);
        if (isContainer(line, list.start())) {
          // Its element says itself what hides it, except for a class or an id.
          String own = SIGN_OF_ITSELF.matcher(list.group(2)).find() ? "}" : " hidden=\"\"}";
          out.append(text, at, list.end() - 1).append(own);
          at = list.end();
        } else if (mark != null) {
          out.append(text, at, list.start()).append(mark);
          at = list.end();
          report(list.group(), problems);
        }
      }
    }
    return at == 0 ? text : out.append(text, at, text.length()).toString();
  }

  private String visible() {
    StringBuilder out = new StringBuilder();
    Matcher list = LIST.matcher(text);
    int at = 0;
    int line = 0;
    int seen = 0;
    for (int from = 0; list.find(from); ) {
      from = list.end();
      for (; seen < list.start(); seen++) {
        line = text.charAt(seen) == '\n' ? seen + 1 : line;
      }
      int blockEnd = blockEnd(line, list);
      if (isHiding(list) || (blockEnd > 0 && hides(list.group(2)))) {
        int start = line;
        from = Math.max(blockEnd, lineEnd(list.end()));
        boolean isAlone = INDENT.matcher(text.substring(start, list.start())).matches();
        if (isAlone && isBlankAbove(start)) {
          from =
              PARAGRAPH
                  .matcher(text)
                  .region(from, text.length())
                  .results()
                  .findFirst()
                  .map(MatchResult::start)
                  .orElse(text.length());
        }
        while (isAlone && start > at && !isBlankAbove(start)) {
          start = lineStart(start - 1);
        }
        out.append(text, at, Math.max(at, start));
        at = from;
      }
    }
    return out.append(text, at, text.length()).toString();
  }

  private boolean isContainer(int line, int list) {
    return CONTAINER.matcher(text).region(line, list).lookingAt();
  }

  /** The end of the container or code that begins on the line of a list; 0 if none does. */
  private int blockEnd(int line, Matcher list) {
    if (isContainer(line, list.start())) {
      return containerEnd(list.end());
    }
    Matcher code = CODE.matcher(text).region(line, list.start());
    if (!code.lookingAt()) {
      return 0;
    }
    Matcher end =
        Pattern.compile("(?m)^[ \\t>]*+" + code.group(1) + "[`~]*+[ \\t]*+$").matcher(text);
    return end.find(list.end()) ? end.end() : text.length();
  }

  /** Where a container ends that begins before an index: at its own fence. */
  private int containerEnd(int from) {
    Matcher fence = FENCE.matcher(text);
    int depth = 1;
    for (int at = lineEnd(from); fence.find(at); at = fence.end()) {
      depth += fence.group(1).isBlank() ? -1 : 1;
      if (depth == 0) {
        return fence.end();
      }
    }
    return text.length();
  }

  /** Without a colon, a word in braces is only that. */
  private boolean isHiding(Matcher list) {
    boolean isList =
        !list.group(1).isEmpty()
            || list.group(2).indexOf('=') >= 0
            || ".#".indexOf(list.group(2).charAt(0)) >= 0;
    return isList && hides(list.group(2));
  }

  private static void report(String list, ContentProblems problems) {
    problems.of(
        Pattern.compile(Pattern.quote(list)),
        "text was removed: "
            + Quoted.of(list)
            + " hides it, but feed readers would show it; remove the text, or the attribute list");
  }

  private boolean hides(String attributes) {
    Matcher each = EACH.matcher(attributes);
    Set<String> own = new HashSet<>();
    while (each.find()) {
      String name = each.group(1);
      own.add(name);
      String value = each.group(2) == null ? "" : each.group(2);
      Matcher quoted = QUOTED.matcher(value);
      if (name.equalsIgnoreCase("hidden")
          || name.equalsIgnoreCase("popover")
          || (each.group(2) == null && hiding.contains(name))
          || (name.equalsIgnoreCase("style")
              && HiddenElements.hides(quoted.matches() ? quoted.group(2) : value))) {
        return true;
      }
    }
    return names.hide(own) || isForOtherFormats(own, attributes);
  }

  /** Whether Quarto shows what has these classes in books or slides, but not on web pages. */
  private static boolean isForOtherFormats(Set<String> own, String attributes) {
    boolean hides = own.contains(".content-hidden");
    if (!hides && !own.contains(".content-visible")) {
      return false;
    }
    Matcher each = EACH.matcher(attributes);
    while (each.find()) {
      String value = each.group(2) == null ? "" : each.group(2);
      boolean isWeb = WEB.matcher(value).matches();
      if (each.group(1).equals("when-format")) {
        return hides == isWeb;
      } else if (each.group(1).equals("unless-format")) {
        return hides != isWeb;
      }
    }
    // Other conditions are defined by the author.
    return hides && !attributes.contains("=");
  }

  /** The replacement for a list between others on its line; null where it belongs to nothing. */
  private @Nullable String mark(String before, String following, int line) {
    String after = following.strip();
    if (after.isEmpty() && INDENT.matcher(before).matches()) {
      String which = isBlankAbove(line) ? HiddenElements.NEXT : HiddenElements.PREVIOUS;
      // A comment on a line of its own ends the paragraph above.
      return Comment.EMPTY + element(which);
    }
    if (ITEM.matcher(before).matches()) {
      return element(HiddenElements.AROUND);
    }
    if (CLOSERS.indexOf(before.charAt(before.length() - 1)) >= 0) {
      return element(HiddenElements.PREVIOUS);
    }
    boolean endsCell = after.startsWith("|") && before.contains("|");
    boolean endsHeading = HEADING.matcher(before).matches() && after.matches("#*");
    return endsCell || endsHeading ? element(HiddenElements.AROUND) : null;
  }

  private boolean isBlankAbove(int line) {
    int end = Math.max(line - 1, 0);
    return INDENT.matcher(text.substring(lineStart(end), end)).matches();
  }

  private int lineStart(int index) {
    return text.lastIndexOf('\n', index - 1) + 1;
  }

  private int lineEnd(int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  private static String element(String name) {
    return "<" + name + "></" + name + ">";
  }
}
