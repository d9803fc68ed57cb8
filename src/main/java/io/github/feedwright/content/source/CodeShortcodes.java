package io.github.feedwright.content.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * WordPress's shortcodes around code: <code>[code lang="java"]…[/code]</code>, <code>[php]…[/php]
 * </code>. Nothing inside them is Markdown, HTML or another shortcode.
 */
public final class CodeShortcodes {
  /** The names that WordPress.com documents, except those of one letter. */
  private static final Pattern START =
      Pattern.compile(
          "\\\\?\\[(code|sourcecode|actionscript3|bash|clojure|coldfusion|cpp|csharp|css|delphi"
              + "|diff|erlang|fsharp|groovy|html|java|javafx|javascript|js|latex|matlab|objc|perl"
              + "|php|plain|powershell|python|ruby|scala|shell|sql|text|vb|xml)"
              + "((?:\\s+\\w+=[^\\]\\n]{0,500})?)\\\\?\\](?![(\\[:])");

  private static final Pattern LANGUAGE =
      Pattern.compile("\\blang(?:uage)?=[\"']?([\\w+#.-]{1,40})");

  /**
   * A shortcode with the code between its tags.
   *
   * @param start the index of its first tag
   * @param code the index after its first tag
   * @param codeEnd the index of its last tag
   * @param end the index after its last tag
   * @param language its language, or empty
   */
  public record Found(int start, int code, int codeEnd, int end, String language) {}

  private CodeShortcodes() {}

  /** The code shortcodes of a text, in order; they do not nest. */
  public static List<Found> in(CharSequence text) {
    List<Found> all = new ArrayList<>();
    if (!text.toString().contains("[/")) {
      return all;
    }
    Matcher start = START.matcher(text);
    int at = 0;
    while (start.find(at)) {
      at = start.end();
      Matcher end = end(text, start.group(1), at);
      if (end != null) {
        all.add(new Found(start.start(), at, end.start(), end.end(), language(start)));
        at = end.end();
      }
    }
    return all;
  }

  /** A tag that is not closed before the next tag of its name has no end. */
  private static @Nullable Matcher end(CharSequence text, String name, int from) {
    Matcher next = Pattern.compile("\\\\?\\[(/?)" + name + "\\b[^\\]\\n]{0,500}\\]").matcher(text);
    return next.find(from) && next.group(1).equals("/") ? next : null;
  }

  private static String language(Matcher start) {
    String name = start.group(1);
    Matcher given = LANGUAGE.matcher(start.group(2));
    return given.find() ? given.group(1) : name.endsWith("code") ? "" : name;
  }
}
