package io.github.feedwright.content.shortcode.element;

import io.github.feedwright.text.Escape;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A block of code from a shortcode.
 *
 * @param language its language, or empty
 * @param title its title as a generator reads it after the language, or empty
 * @param code its text, which is shown unchanged
 */
public record CodeBlock(String language, String title, String code) {
  private static final Pattern BACKTICKS = Pattern.compile("`{3,}");

  /**
   * Its source, in a body's own markup.
   *
   * @param lead the part of the line before it if that is blank, else null
   */
  public String source(boolean markdown, @Nullable String lead) {
    String info = language.matches("[\\w+#.-]+") ? language : "";
    String lines = code.replaceFirst("^\\s*\\n", "").stripTrailing();
    if (!markdown) {
      String open = info.isEmpty() ? "" : " class=\"language-" + Escape.html(info) + "\"";
      String caption = "<figcaption>" + Escape.html(title) + "</figcaption>";
      String block = "<pre><code" + open + ">" + Escape.html(lines) + "\n</code></pre>";
      return title.isEmpty() ? block : "<figure>" + caption + block + "</figure>";
    }
    String around = lead == null ? "\n\n" : "";
    String fence = fence(lines);
    String indent = lead == null ? "" : lead;
    String words = title.isEmpty() ? "" : (info.isEmpty() ? "plaintext " : " ") + title;
    return around + fence + info + words + "\n" + lines + "\n" + indent + fence + around;
  }

  /** A fence that no line of the code can close. */
  private static String fence(String code) {
    int longest = 2;
    Matcher ticks = BACKTICKS.matcher(code);
    while (ticks.find()) {
      longest = Math.max(longest, ticks.end() - ticks.start());
    }
    return "`".repeat(longest + 1);
  }
}
