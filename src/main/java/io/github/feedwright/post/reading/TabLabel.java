package io.github.feedwright.post.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The label of a tab of Docusaurus: all that tells the texts of several tabs apart. */
final class TabLabel {
  private static final Pattern TAB = Pattern.compile("<TabItem(?=\\s)");
  private static final Pattern LABEL =
      Pattern.compile(
          "\\s(label|value)=(?:\"([^\"]+)\"|'([^']+)'|\\{\\s*[\"'`]([^\"'`]+)[\"'`]\\s*\\})");
  private static final Pattern MARK = Pattern.compile("[\\\\`*_\\[\\]<>&]");

  private TabLabel() {}

  /** The label in a tag as a line of Markdown; empty if the tag is none of a tab. */
  static String of(String tag) {
    if (!TAB.matcher(tag).lookingAt()) {
      return "";
    }
    String best = "";
    Matcher each = LABEL.matcher(tag);
    while (each.find()) {
      if (best.isEmpty() || each.group(1).equals("label")) {
        best = text(each).strip();
      }
    }
    return best.isEmpty() ? "" : "**" + MARK.matcher(best).replaceAll("\\\\$0") + "**  ";
  }

  private static String text(Matcher label) {
    int group = 2;
    while (label.group(group) == null) {
      group++;
    }
    return label.group(group).replaceAll("\\s+", " ");
  }
}
