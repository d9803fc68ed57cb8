package io.github.feedwright.content;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What other Markdowns than GitHub's have, and would be shown as text: attribute lists (kramdown,
 * Python-Markdown), ids of headings (Hugo, Zola), marks for a table of contents, and the language
 * that Python-Markdown takes from a code block's first line.
 */
final class Dialects {
  private static final String ATTRIBUTES =
      "(?:[.#][\\w-]+|[\\w-]+=\"[^\"\\n]{0,200}\"|[\\w-]+='[^'\\n]{0,200}')";

  private static final List<Pattern> MARKS =
      List.of(
          // A heading's, with its id.
          Pattern.compile(
              "(?m)^( {0,3}#{1,6}[ \\t])([^\\n]{0,500}?)[ \\t]{0,20}\\{:?[ \\t]*#([\\w-]+)(?:[ \\t]"
                  + ATTRIBUTES
                  + "){0,30}[ \\t]*\\}[ \\t#]*$"),
          Pattern.compile(
              "(?m)^ {0,3}[*-] [^\\n]*\\n {0,3}\\{:[ \\t]*toc[^}\\n]{0,100}\\}[ \\t]*$"),
          Pattern.compile("\\{:(?:[ \\t]*" + ATTRIBUTES + "){1,30}[ \\t]*\\}"),
          Pattern.compile("(?m)^(?:\\[TOC\\]|\\[\\[_?(?i:TOC)_?\\]\\])[ \\t]*$"));

  private static final Pattern LANGUAGE =
      Pattern.compile("(?m)(?:\\A|(?<=\\n)[ \\t]*\\n)(?: {4}|\\t):::[\\w+#-]+[^\\n]*\\n");

  private Dialects() {}

  /** The text of a Markdown body as GitHub's Markdown would have it. */
  static String plain(Source body) {
    String text = body.text();
    if (!body.isMarkdown()
        || (text.indexOf('{') < 0 && !text.contains("TOC") && !text.contains(":::"))) {
      return text;
    }
    Source at = body;
    for (Pattern mark : MARKS) {
      at = at.with(without(at, mark));
    }
    return LANGUAGE.matcher(at.text()).replaceAll("\n");
  }

  private static String without(Source body, Pattern mark) {
    StringBuilder out = new StringBuilder();
    Matcher matcher = mark.matcher(body.text());
    while (matcher.find()) {
      boolean isCode = body.code().holds(matcher.start());
      matcher.appendReplacement(
          out, Matcher.quoteReplacement(isCode ? matcher.group() : meaning(matcher)));
    }
    return matcher.appendTail(out).toString();
  }

  private static String meaning(Matcher mark) {
    return mark.groupCount() == 0
        ? ""
        : mark.group(1) + "<a id=\"" + mark.group(3) + "\"></a>" + mark.group(2);
  }
}
