package io.github.feedwright.content.dialect;

import io.github.feedwright.content.source.BodyText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Docusaurus' comments in code that say which lines it highlights; it does not show them. */
public final class HighlightComments {
  private static final String HINT = "highlight-";

  private static final Pattern LINE =
      Pattern.compile(
          "(?m)^[ \\t>]{0,200}+(?://|#|--|%|;|'|<!--|\\{?/\\*)[ \\t]{0,20}+"
              + HINT
              + "(?:next-line|start|end)[ \\t]{0,20}+(?:-->|\\*/\\}?)?[ \\t]{0,20}+\\n");

  private HighlightComments() {}

  /** The text of a Markdown body without these comments. */
  public static String removed(BodyText body) {
    if (!body.isMarkdown() || !body.text().contains(HINT)) {
      return body.text();
    }
    StringBuilder out = new StringBuilder();
    Matcher line = LINE.matcher(body.counted());
    while (line.find()) {
      boolean isCode = body.code().holds(line.start());
      line.appendReplacement(out, Matcher.quoteReplacement(isCode ? "" : line.group()));
    }
    return line.appendTail(out).toString();
  }
}
