package io.github.feedwright.content.dialect;

import io.github.feedwright.content.css.HiddenNames;
import io.github.feedwright.content.html.HiddenElements;
import io.github.feedwright.post.value.ShownText;
import io.github.feedwright.text.comment.ElementEnds;
import io.github.feedwright.text.comment.PlainComments;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes what browsers do not show out of a text that is not read as HTML: a summary, a post that is
 * shown as plain text.
 */
public final class HiddenText {
  private static final Pattern START =
      Pattern.compile("<([a-zA-Z][\\w:-]*)((?:[^<>\"']++|\"[^\"]*+\"|'[^']*+'){0,500}+)>");

  private static final Pattern MAY_HIDE =
      Pattern.compile("hidden|popover|style", Pattern.CASE_INSENSITIVE);

  /** Elements that hide their content by themselves. */
  private static final Set<String> HIDING = Set.of("script", "style", "template");

  /** What Markdown does not show: definitions of links, and what HTML takes for a comment. */
  private static final Pattern UNSHOWN =
      Pattern.compile(
          "(?m)^[ \\t>]{0,100}+(?:[*+-][ \\t]{1,4}+)?\\[(?!\\^)[^\\]\\n]{1,999}+\\]:[ \\t]{0,100}+\\n?"
              + "[ \\t]{0,100}+(?:<[^<>\\n]{0,2000}+>|[^\\s<]\\S{0,2000}+)"
              + "(?:[ \\t]{0,100}+\\n?[ \\t>]{0,100}+"
              + "(?:\"[^\"]{0,2000}+\"|'[^']{0,2000}+'|\\([^()]{0,2000}+\\)))?[ \\t]{0,100}+$"
              + "|<!\\[CDATA\\[[^>]*+(?:>|\\z)");

  private static final Pattern FOOTNOTE =
      Pattern.compile(
          "(?m)^ {0,3}\\[\\^([^\\]\\n]{1,200}+)\\]:.*+(?:\\n(?:[ \\t]*+\\n)?+(?: {2}|\\t).*+)*+");

  private static final Pattern NOTE_MARK = Pattern.compile("\\[\\^([^\\]\\n]{1,200}+)\\](?!:)");

  /** How much of a text is markup. */
  private enum Kind {
    /** A summary, in which an element that is closed is one. */
    BLOCKS,
    /** A post. */
    MARKUP
  }

  private final String text;
  private final Kind kind;
  private final HiddenNames names;
  private final StringBuilder out = new StringBuilder();

  private final ElementEnds ends;

  private HiddenText(String text, Kind kind, HiddenNames names) {
    this.text = text;
    this.kind = kind;
    this.names = names;
    this.ends = new ElementEnds(text);
  }

  /** A summary without comments and without elements that are not shown. */
  static String withoutInBlocks(String text) {
    String visible = PlainComments.without(text);
    return visible.indexOf('<') < 0
        ? visible
        : new HiddenText(visible, Kind.BLOCKS, HiddenNames.in(visible, index -> false)).visible();
  }

  /** A post without comments and hidden elements; one that is not closed hides all that follows. */
  public static String without(String markup) {
    HiddenNames names = HiddenNames.in(markup, index -> false);
    String text = AttributeLists.without(PlainComments.without(markup), names);
    String shown = withoutUnusedNotes(UNSHOWN.matcher(text).replaceAll(""));
    return new HiddenText(shown, Kind.MARKUP, names).visible();
  }

  private static String withoutUnusedNotes(String text) {
    Set<String> used =
        NOTE_MARK.matcher(text).results().map(each -> each.group(1)).collect(Collectors.toSet());
    return FOOTNOTE
        .matcher(text)
        .replaceAll(
            each -> used.contains(each.group(1)) ? Matcher.quoteReplacement(each.group()) : "");
  }

  /** Whether a title or summary holds an element that says that it is hidden. */
  public static boolean holds(String text) {
    return !ShownText.of(text).equals(PlainComments.withoutInLine(text));
  }

  private String visible() {
    Matcher start = START.matcher(text);
    int at = 0;
    while (start.find(at)) {
      int end = end(start);
      out.append(text, at, start.start()).append(end < 0 ? shown(start) : "");
      at = Math.max(end, start.end());
    }
    return out.append(text, at, text.length()).toString();
  }

  private String shown(Matcher start) {
    boolean mayHide = kind == Kind.MARKUP && start.group(2).indexOf('=') >= 0;
    return mayHide ? HiddenElements.published(start.group()) : start.group();
  }

  /** Where the element that begins here ends if it is not shown; -1 where it is. */
  private int end(Matcher start) {
    String name = start.group(1).toLowerCase(Locale.ROOT);
    boolean hides = hides(start);
    boolean isShown =
        kind == Kind.MARKUP
            ? !HiddenElements.isRemoved(name) && !name.equals("iframe")
            : !HIDING.contains(name);
    if (!hides && isShown) {
      return -1;
    }
    int end = ends.end(name, start.end());
    return end < 0 && (hides || kind == Kind.MARKUP) ? text.length() : end;
  }

  private boolean hides(Matcher start) {
    return (!names.isEmpty() || MAY_HIDE.matcher(start.group(2)).find())
        && HiddenElements.hidesByTag(start.group(), names);
  }
}
