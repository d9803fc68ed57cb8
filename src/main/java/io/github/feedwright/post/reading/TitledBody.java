package io.github.feedwright.post.reading;

import io.github.feedwright.text.OneLine;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A body that may begin with the title of its post.
 *
 * @param title the text of the heading that it began with, or null
 * @param body the text without that heading; every line keeps its number
 */
record TitledBody(@Nullable String title, String body) {
  private static final Pattern HEADING =
      Pattern.compile("\\A(\\s*+)#[ \\t]+([^\\n]{0,500}[^\\n#\\s])[ \\t]*#*[ \\t]*(?=\\n|\\z)");

  static TitledBody of(String body) {
    Matcher heading = HEADING.matcher(body);
    return heading.find()
        ? new TitledBody(
            OneLine.of(heading.group(2)), heading.group(1) + body.substring(heading.end()))
        : new TitledBody(null, body);
  }
}
