package io.github.feedwright.post.value;

import io.github.feedwright.content.css.Style;
import io.github.feedwright.text.comment.ElementEnds;
import io.github.feedwright.text.comment.InlineCode;
import io.github.feedwright.text.comment.PlainComments;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What readers may see of a title or a name: no comments, and no elements that say that they are
 * hidden. It may name an element, and show both as code.
 */
public final class ShownText {
  private static final Pattern START =
      Pattern.compile("<([a-zA-Z][\\w:-]*)((?:[^<>\"']++|\"[^\"]*+\"|'[^']*+'){0,500}+)>");

  private static final Pattern ATTRIBUTE =
      Pattern.compile("([^\\s=\"'/]++)(?:\\s*+=\\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\\s\"']++)))?+");

  private ShownText() {}

  public static String of(String text) {
    String visible = PlainComments.withoutInLine(text);
    return visible.indexOf('<') < 0 ? visible : withoutElements(visible);
  }

  private static String withoutElements(String text) {
    Matcher start = START.matcher(text);
    InlineCode code = InlineCode.in(text);
    ElementEnds ends = new ElementEnds(text);
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (start.find(at)) {
      boolean hides = code.end(start.start(), at) < 0 && hides(start.group(2));
      out.append(text, at, hides ? start.start() : start.end());
      at = start.end();
      if (hides) {
        int end = ends.end(start.group(1).toLowerCase(Locale.ROOT), at);
        at = end < 0 ? text.length() : end;
      }
    }
    return out.append(text, at, text.length()).toString();
  }

  private static boolean hides(String attributes) {
    Matcher attribute = ATTRIBUTE.matcher(attributes);
    while (attribute.find()) {
      String name = attribute.group(1);
      if (name.equalsIgnoreCase("hidden")
          || name.equalsIgnoreCase("popover")
          || (name.equalsIgnoreCase("style")
              && Boolean.TRUE.equals(Style.hides(value(attribute))))) {
        return true;
      }
    }
    return false;
  }

  private static String value(Matcher attribute) {
    for (int group = 2; group <= 4; group++) {
      if (attribute.group(group) != null) {
        return Entities.decode(attribute.group(group));
      }
    }
    return "";
  }
}
