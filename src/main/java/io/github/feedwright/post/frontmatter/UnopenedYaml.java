package io.github.feedwright.post.frontmatter;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** YAML that begins with its first field and ends with {@code ---} (Hexo), without blank lines. */
final class UnopenedYaml implements Dialect {
  private static final Pattern FIELD = Pattern.compile("[A-Za-z][\\w-]{0,60}:(?:\\s|$)");
  private static final Pattern OF_A_POST = Pattern.compile("(?im)^(?:title|date):");

  private static final String CLOSE = "---";

  @Override
  public @Nullable FrontMatter read(String text, long limit) throws UnreadablePost {
    int end = end(text);
    if (end < 0) {
      return null;
    }
    String block = text.substring(0, end);
    if (!FIELD.matcher(block).lookingAt() || !OF_A_POST.matcher(block).find()) {
      return null;
    }
    FrontMatter.refuseTooLong(block, 1, limit);
    int body = Math.min(text.length(), lineEnd(text, end) + 1);
    return new FrontMatter(
        YamlFrontMatter.fields(block, 1), text.substring(body), DecodedText.lines(text, body));
  }

  /** The index of the closing line, or -1 if a blank line or the end comes first. */
  private static int end(String text) {
    for (int at = 0; at < text.length(); at = lineEnd(text, at) + 1) {
      String line = text.substring(at, lineEnd(text, at)).stripTrailing();
      if (line.isEmpty() || line.equals(CLOSE)) {
        return line.isEmpty() || at == 0 ? -1 : at;
      }
    }
    return -1;
  }

  private static int lineEnd(String text, int start) {
    int end = text.indexOf('\n', start);
    return end < 0 ? text.length() : end;
  }
}
