package io.github.feedwright.post.field;

import io.github.feedwright.post.file.PostName;
import io.github.feedwright.post.value.Flag;
import io.github.feedwright.post.value.Value;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the title, summary and excerpt separator of a post. */
public final class TextFields {
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private TextFields() {}

  /** The title on one line, else the words of the file name. */
  public static String title(Fields fields, PostName name, FieldProblems report) {
    Value title = fields.value("title");
    return title == null ? name.words() : oneLine(title.text());
  }

  /** The first summary key with a text, or null. */
  static @Nullable String summary(Fields fields, FieldProblems report) {
    for (Value value : fields.values("excerpt", "summary", "description", "intro")) {
      // Some themes also use these keys to switch a summary on and off.
      if (value.flag() == Flag.UNCLEAR) {
        return oneLine(value.text());
      }
    }
    return null;
  }

  /** The separator between the excerpt and the rest; it may consist of line ends only. */
  static @Nullable String excerptSeparator(Fields fields) {
    String lineEnds = fields.lineEnds("excerpt_separator");
    Value separator = lineEnds == null ? fields.value("excerpt_separator") : null;
    return separator == null ? lineEnds : separator.text();
  }

  private static String oneLine(String text) {
    return BLANKS.matcher(text).replaceAll(" ");
  }
}
