package io.github.feedwright.text.comment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One shortcode.
 *
 * @param start the index of its first character
 * @param end the index after its last
 * @param open what it begins with: <code>{%</code>, <code>{{</code>, <code>{{&lt;</code> or <code>
 *     {{%</code>
 * @param name its first word
 * @param rest what follows the name
 */
public record Tag(int start, int end, String open, String name, String rest) {
  private static final Set<String> BLOCKS = Set.of("raw", "highlight", "comment", "codeblock");

  /** Blocks of Hexo; themes for Hugo use these names for other things. */
  private static final Set<String> LIQUID_BLOCKS = Set.of("code", "blockquote", "quote");

  /** The name of a shortcode that Hugo shows instead of running it. */
  public static final String ESCAPED = "/*";

  /** The name of a comment that is one tag. */
  public static final String COMMENT = "#";

  private static final Set<String> LINKS = Set.of("post_url", "link", "post_path", "post_link");

  private static final Pattern ARGUMENT =
      Pattern.compile(
          "(?:([\\w-]+)\\s*[=:](?!//)\\s*)?"
              + "(?:\"([^\"]*)\"|'([^']*)'|(https?://[^\\s\"',()]+|[^\\s\"',()=]+))");

  /** In Hugo, a backslash keeps a quotation mark in the text; between backticks, nothing does. */
  private static final Pattern HUGO_ARGUMENT =
      Pattern.compile(
          "(?:([\\w-]+)\\s*[=:](?!//)\\s*)?"
              + "(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|(https?://[^\\s\"'`,()]+|[^\\s\"'`,()=]+)|'([^']*)'|`([^`]*)`)");

  private static final Pattern ESCAPE = Pattern.compile("\\\\([\"\\\\])");

  public boolean is(String wanted) {
    return name.equals(wanted);
  }

  /** Whether it expands to an address that already includes the site. */
  public boolean isLink() {
    return (LINKS.contains(name) && isLiquidTag()) || is("page.url");
  }

  /** Whether a second tag ends it. */
  public boolean isBlock() {
    return BLOCKS.contains(name) || (isLiquidTag() && LIQUID_BLOCKS.contains(name));
  }

  /** Whether a second tag ends it, and what is between them is not run. */
  public boolean isLiteral() {
    return isBlock() && !is("quote") && !is("blockquote");
  }

  /** Whether it does not end a block. */
  public boolean isOpening() {
    return !name.startsWith("end") && !name.startsWith("/");
  }

  /** A text that stands for all tags of this name: {@code {% name %}}. */
  public String kind() {
    String close = isHugo() ? (open.endsWith("<") ? ">}}" : "%}}") : isLiquidTag() ? "%}" : "}}";
    boolean isQuoted = name.startsWith("\"") || name.startsWith("'");
    return open + " " + (isQuoted ? "\"…\"" : name) + " " + close;
  }

  public boolean isLiquidTag() {
    return open.equals("{%");
  }

  public boolean isHugo() {
    return open.length() == 3;
  }

  /** An escaped shortcode as Hugo shows it. */
  public String shown() {
    return open + rest + (open.endsWith("<") ? ">}}" : "%}}");
  }

  /** Named arguments by name, the others by their position from 0. */
  public Map<String, String> arguments() {
    Map<String, String> arguments = new LinkedHashMap<>();
    Matcher matcher = (isHugo() ? HUGO_ARGUMENT : ARGUMENT).matcher(rest);
    int position = 0;
    while (matcher.find()) {
      String key = matcher.group(1);
      String name = key == null ? String.valueOf(position++) : key;
      for (int group = 2; group <= matcher.groupCount(); group++) {
        if (matcher.group(group) != null) {
          String text = matcher.group(group);
          boolean isEscaped = isHugo() && group == 2;
          arguments.put(name, isEscaped ? ESCAPE.matcher(text).replaceAll("$1") : text);
        }
      }
    }
    return arguments;
  }
}
