package io.github.feedwright.post.field;

import io.github.feedwright.post.file.PostName;
import io.github.feedwright.post.value.Flag;
import io.github.feedwright.post.value.Value;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a post says of itself in words. */
public final class TextFields {
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private TextFields() {}

  /** The title on one line, else the file name's words. */
  public static String title(Fields fields, PostName name, FieldProblems report) {
    Value title = fields.value("title");
    return title == null ? name.words() : oneLine(title.text());
  }

  /** The first of the summary's keys that says something, or null. */
  public static @Nullable String summary(Fields fields, FieldProblems report) {
    for (Value value : fields.values("excerpt", "summary", "description", "intro")) {
      // Themes switch a summary on and off by these keys too.
      if (value.flag() == Flag.UNCLEAR) {
        return oneLine(value.text());
      }
    }
    return null;
  }

  /** What stands between the excerpt and the rest; it may be nothing but line ends. */
  public static @Nullable String excerptSeparator(Fields fields) {
    String lineEnds = fields.lineEnds("excerpt_separator");
    Value separator = lineEnds == null ? fields.value("excerpt_separator") : null;
    return separator == null ? lineEnds : separator.text();
  }

  private static String oneLine(String text) {
    return BLANKS.matcher(text).replaceAll(" ");
  }
}
