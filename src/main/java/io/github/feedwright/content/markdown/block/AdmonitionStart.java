package io.github.feedwright.content.markdown.block;

import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The line that begins an admonition.
 *
 * @param kind the word for its kind; null if it has only a class for style sheets
 * @param title its title, which may be empty; null if it has none
 * @param isFenced whether it ends with a line of colons, and not with its indented lines
 * @param hasOptions whether MyST's options may follow it
 */
record AdmonitionStart(
    @Nullable String kind, @Nullable BasedSequence title, boolean isFenced, boolean hasOptions) {
  private static final Pattern FENCED =
      Pattern.compile(":{3,}[ \\t]*+(?:\\{([^{}]{1,2000})\\}|([A-Za-z][\\w-]{0,40}))(.*)");

  /** Words, code, and brackets that are none of a link. */
  private static final String PLAIN =
      "(?:\\\\.|``(?:(?!``).){1,200}+``|`[^`]{1,200}+`|[^\\[\\]\\\\]){0,300}+";

  private static final String LINK = "(?:" + PLAIN + "(?:\\[" + PLAIN + "\\])?+){0,9}+";

  /** A title with links and pictures. */
  private static final String BRACKETED = "(?:" + PLAIN + "(?:\\[" + LINK + "\\])?+){0,9}+";

  /** What follows the word: a title, in brackets or not, and attributes. */
  private static final Pattern REST =
      Pattern.compile(
          "(?:\\[("
              + BRACKETED
              + ")\\]|[ \\t]++(?![ \\t{:])([^{]*[^{ \\t:]))?+[ \\t]*+"
              + "(?:\\{([^{}]{0,2000})\\})?+[ \\t]*+:*+[ \\t]*+");

  private static final Pattern CLASS =
      Pattern.compile(
          "(?:^|[. \\t])(?:callout-|alert-|admonition-)?([A-Za-z][\\w-]*)(?=[. \\t]|$)");

  /** MyST's, which have no dots and no attributes. */
  private static final Pattern DIRECTIVE = Pattern.compile("[A-Za-z][\\w:-]*");

  private static final Pattern TITLE = Pattern.compile("\\btitle=(?:\"([^\"]*)\"|'([^']*)')");

  private static final Pattern INDENTED =
      Pattern.compile(
          "(?:!!!|\\?\\?\\?\\+?)[ \\t]++([A-Za-z][\\w-]{0,40})(?:[ \\t]++[A-Za-z][\\w-]{0,40}){0,9}"
              + "(?:[ \\t]++\"(.*)\")?[ \\t]*+");

  private static final Pattern CALLOUT =
      Pattern.compile("\\[!([A-Za-z][\\w-]{0,40})(?:\\|[^\\]]{0,100})?\\][+-]?(.*)");

  /** The start of a container; null if the line begins none. */
  static @Nullable AdmonitionStart container(BasedSequence written) {
    BasedSequence line = written.trimEnd();
    if (line.startsWith(":::")) {
      Matcher fence = FENCED.matcher(line);
      return fence.matches() ? fenced(line, fence) : null;
    }
    if (!line.startsWith("!!!") && !line.startsWith("???")) {
      return null;
    }
    Matcher mark = INDENTED.matcher(line);
    return mark.matches() && AdmonitionKind.isKnown(mark.group(1))
        ? new AdmonitionStart(mark.group(1), title(line, mark, 2), false, false)
        : null;
  }

  /** The label of a block quote that is an alert of GitHub or a callout of Obsidian, or null. */
  static @Nullable AdmonitionStart callout(BasedSequence written) {
    BasedSequence line = written.trimEnd();
    Matcher mark = CALLOUT.matcher(line);
    if (!line.startsWith("[!") || !mark.matches() || !AdmonitionKind.isKnown(mark.group(1))) {
      return null;
    }
    BasedSequence title = line.subSequence(mark.start(2), mark.end(2)).trim();
    return new AdmonitionStart(mark.group(1), title.isEmpty() ? null : title, false, false);
  }

  private static @Nullable AdmonitionStart fenced(BasedSequence line, Matcher fence) {
    BasedSequence rest = line.subSequence(fence.start(3), fence.end(3));
    Matcher parts = REST.matcher(rest);
    boolean isPlain = !parts.matches();
    if (isPlain && !rest.startsWith(" ")) {
      return null;
    }
    BasedSequence title = isPlain ? rest.trim() : title(rest, parts);
    title = title == null ? attribute(line, fence.start(1), fence.end(1)) : title;
    String word = fence.group(2) == null ? word(fence.group(1)) : fence.group(2);
    boolean isNamed = word != null && (AdmonitionKind.isKnown(word) || title != null);
    boolean isDirective = fence.group(1) != null && DIRECTIVE.matcher(fence.group(1)).matches();
    return new AdmonitionStart(isNamed ? word : null, title, true, isDirective);
  }

  private static @Nullable BasedSequence title(BasedSequence of, Matcher matcher, int group) {
    return matcher.start(group) < 0
        ? null
        : of.subSequence(matcher.start(group), matcher.end(group));
  }

  private static @Nullable BasedSequence title(BasedSequence rest, Matcher parts) {
    BasedSequence bracketed = title(rest, parts, 1);
    BasedSequence plain = bracketed == null ? title(rest, parts, 2) : bracketed;
    return plain == null ? attribute(rest, parts.start(3), parts.end(3)) : plain;
  }

  private static @Nullable BasedSequence attribute(BasedSequence of, int start, int end) {
    if (start < 0) {
      return null;
    }
    Matcher title = TITLE.matcher(of).region(start, end);
    if (!title.find()) {
      return null;
    }
    return title(of, title, title.start(1) < 0 ? 2 : 1);
  }

  /** The first class, or word, that names a kind. */
  private static @Nullable String word(String attributes) {
    Matcher each = CLASS.matcher(TITLE.matcher(attributes).replaceAll(""));
    String first = null;
    while (each.find()) {
      if (AdmonitionKind.isKnown(each.group(1))) {
        return each.group(1);
      }
      first = first == null ? each.group(1) : first;
    }
    return first;
  }
}
