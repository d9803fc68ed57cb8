package io.github.feedwright.content.dialect;

import io.github.feedwright.content.source.BodyText;
import io.github.feedwright.text.PrefixedPattern;
import io.github.feedwright.text.Slug;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Extensions that GitHub's Markdown lacks, and would show as text: attribute lists (kramdown,
 * Python-Markdown), ids of headings (Hugo, Zola), marks for a table of contents, and the language
 * that Python-Markdown reads from a code block's first line.
 */
public final class MarkdownExtensions {
  private static final String ATTRIBUTES =
      "(?:[.#][\\w-]+|[\\w-]+=\"[^\"\\n]{0,200}\"|[\\w-]+='[^'\\n]{0,200}')";

  /**
   * One such extension.
   *
   * @param sign what it always contains, which is much cheaper to search for
   */
  private record Mark(PrefixedPattern sign, Pattern pattern) {}

  private static final List<Mark> MARKS =
      List.of(
          // A heading with its id.
          mark(
              PrefixedPattern.of("{", ":?[ \\t]*#"),
              "(?m)^( {0,3}#{1,6}[ \\t])([^\\n]{0,500}?)[ \\t]{0,20}\\{:?[ \\t]*#([\\w-]+)(?:[ \\t]"
                  + ATTRIBUTES
                  + "){0,30}[ \\t]*\\}[ \\t#]*$"),
          mark("{:", "(?m)^ {0,3}[*-] [^\\n]*\\n {0,3}\\{:[ \\t]*toc[^}\\n]{0,100}\\}[ \\t]*$"),
          mark("{:", "\\{:(?:[ \\t]*" + ATTRIBUTES + "){1,30}[ \\t]*\\}"),
          // kramdown's definitions of such lists, and lists that name one, on lines of their own.
          mark(
              "{:",
              "(?m)^ {0,3}\\{:(?:\\w[\\w-]{0,100}:[ \\t][^}\\n]{0,500}|(?:[ \\t]*(?:"
                  + ATTRIBUTES
                  + "|\\w[\\w-]*)){1,30}[ \\t]*)\\}[ \\t]*$"),
          mark("[TOC]", "(?m)^\\[TOC\\][ \\t]*$"),
          mark("[[", "(?m)^\\[\\[_?(?i:TOC)_?\\]\\][ \\t]*$"));

  private static final Pattern LANGUAGE =
      Pattern.compile("(?m)(?:\\A|(?<=\\n)[ \\t]*\\n)(?: {4}|\\t):::[\\w+#-]+[^\\n]*\\n");

  /**
   * Addresses with blanks in them: flexmark accepts none, even where CommonMark does. Without angle
   * brackets, only a clear image name counts.
   */
  private static final List<Mark> SPACED =
      List.of(
          mark(
              PrefixedPattern.of("](", "[ \\t]{0,5}<"),
              "(\\]\\([ \\t]{0,5}<)([^<>\\n]{1,1000})(>)"),
          mark(
              PrefixedPattern.of("]:", "[ \\t]{0,5}<"),
              "(?m)^( {0,3}\\[[^\\]\\n]{1,200}\\]:[ \\t]{0,5}<)([^<>\\n]{1,1000})(>)"),
          mark(
              PrefixedPattern.of("![", "[^\\]\\n]{0,500}\\]\\([^\\s()<>]{1,500} "),
              "(!\\[[^\\]\\n]{0,500}\\]\\()([^\\s()<>][^()<>\"'\\n]{0,500}"
                  + "\\.(?i:png|jpe?g|gif|webp|svg|avif))(\\))"));

  /** A start tag with {@code markdown} that spans several lines. */
  private static final Pattern SPLIT_TAG =
      Pattern.compile(
          "(?m)^[ \\t]{0,12}+<[a-zA-Z][a-zA-Z0-9]{0,20}+(?=[^<>\\n]{0,1000}\\n)"
              + "[^<>]{0,1000}?\\smarkdown\\b[^<>]{0,1000}+>");

  /** A line of HTML, without code, with {@code markdown} in one of its tags. */
  private static final Pattern TAGS =
      Pattern.compile(
          "(?m)^([ \\t>]{0,12}+)(<(?:article|aside|blockquote|center|dd|details|div|dl|dt|figure"
              + "|footer|header|li|main|nav|ol|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)"
              + "[\\s>](?=[^\\n]*\\smarkdown\\b)(?![^\\n]*<(?:pre|script|style|textarea|xmp|[!?]))"
              + "[^\\n]*+)$");

  /** Where an element with {@code markdown} begins behind another tag, or one follows it. */
  private static final Pattern INNER =
      Pattern.compile(
          "(?<=</(?:dd|dt|li|p|td|th)>)\\s*+(?=<[a-zA-Z])"
              + "|(?<=>)\\s*+(?=<(?:blockquote|caption|dd|div|dt|figcaption|h[1-6]|li|p|section|summary|td|th)"
              + "\\s(?:[^<>]{0,1000}\\s)?markdown\\b[^<>]{0,1000}>)");

  private static final Pattern LINE_BREAK = Pattern.compile("[ \\t]*+\\n[ \\t]*+(?!\\n)");

  private MarkdownExtensions() {}

  private static Mark mark(String sign, String pattern) {
    return mark(PrefixedPattern.of(sign, ""), pattern);
  }

  private static Mark mark(PrefixedPattern sign, String pattern) {
    return new Mark(sign, Pattern.compile(pattern));
  }

  /**
   * The text of a Markdown body without these extensions.
   *
   * @param hasLanguageLines whether blocks of code are rendered with the language that their first
   *     line names; else that line is left out here
   */
  public static String plain(BodyText body, boolean hasLanguageLines) {
    if (!body.isMarkdown()) {
      return body.text();
    }
    BodyText at = replaced(body, MARKS, MarkdownExtensions::meaning);
    at = at.with(IndentedAdmonitions.separated(at));
    if (at.text().contains("markdown")) {
      at = at.with(replaced(at, SPLIT_TAG, tag -> LINE_BREAK.matcher(tag.group()).replaceAll(" ")));
      at = at.with(replaced(at, TAGS, MarkdownExtensions::eachOnItsLine));
    }
    at = replaced(at, SPACED, MarkdownExtensions::unspaced);
    return !hasLanguageLines && at.text().contains(":::")
        ? LANGUAGE.matcher(at.counted()).replaceAll("\n")
        : at.text();
  }

  private static BodyText replaced(
      BodyText body, List<Mark> marks, Function<Matcher, String> meaning) {
    BodyText at = body;
    for (Mark mark : marks) {
      if (mark.sign().isIn(at.counted())) {
        at = at.with(replaced(at, mark.pattern(), meaning));
      }
    }
    return at;
  }

  private static String replaced(BodyText body, Pattern mark, Function<Matcher, String> meaning) {
    StringBuilder out = new StringBuilder();
    Matcher matcher = mark.matcher(body.counted());
    while (matcher.find()) {
      boolean isCode = body.code().holds(matcher.start());
      matcher.appendReplacement(
          out, Matcher.quoteReplacement(isCode ? matcher.group() : meaning.apply(matcher)));
    }
    return matcher.appendTail(out).toString();
  }

  private static String eachOnItsLine(Matcher line) {
    String marks = Matcher.quoteReplacement("\n" + line.group(1));
    return line.group(1) + INNER.matcher(line.group(2)).replaceAll(marks);
  }

  private static String unspaced(Matcher spaced) {
    return spaced.group(1) + spaced.group(2).strip().replace(" ", "%20") + spaced.group(3);
  }

  private static String meaning(Matcher mark) {
    if (mark.groupCount() == 0) {
      return "";
    }
    // The heading already has an id, made from its words.
    String anchor =
        Slug.of(mark.group(2)).equals(mark.group(3)) ? "" : "<a id=\"" + mark.group(3) + "\"></a>";
    return mark.group(1) + anchor + mark.group(2);
  }
}
