package io.github.feedwright.text.comment;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds shortcodes in a text.
 *
 * <p>Threads: only the one that renders the text, such as {@code render}.
 */
public final class TagScanner {
  /** Longer ones are not shortcodes, or not supported ones. */
  private static final int LONGEST = 1000;

  private static final Pattern CONTENT =
      Pattern.compile("(?s)-?\\s*+(/?\\s*+[A-Za-z_][\\w.-]*)(.*?)-?");

  /** A variable, perhaps with filters, or a call; all other braces are prose or code. */
  private static final Pattern VALUE =
      Pattern.compile("(?s)-?\\s*(\"[^\"]*\"|'[^']*'|[A-Za-z_][\\w.-]*)\\s*((?:\\||\\().*|)-?");

  /** Liquid's, which is one tag. */
  private static final Pattern INLINE_COMMENT = Pattern.compile("-?\\s*+#");

  private final String text;

  // There is no such end after these indexes: without this, many starts and no end would be
  // quadratic.
  private final Map<String, Integer> noneFrom = new HashMap<>();

  private final EndSearch ends;

  // All of a name at once: many starts and a distant end, or none, would be quadratic.
  private final Map<String, Map<Integer, Tag>> nested = new HashMap<>();

  public TagScanner(String text) {
    this.text = text;
    this.ends = new EndSearch(text);
  }

  /** The first shortcode at or after an index, or null. */
  public @Nullable Tag next(int from) {
    int at = text.indexOf('{', from);
    while (at >= 0) {
      Tag tag = at(at);
      if (tag != null) {
        return tag;
      }
      at = text.indexOf('{', at + 1);
    }
    return null;
  }

  private @Nullable Tag at(int start) {
    for (String open : new String[] {"{{<", "{{%", "{{", "{%"}) {
      if (text.startsWith(open, start)) {
        return at(start, open);
      }
    }
    return null;
  }

  private @Nullable Tag at(int start, String open) {
    String close =
        switch (open) {
          case "{{<" -> ">}}";
          case "{{%" -> "%}}";
          case "{{" -> "}}";
          default -> "%}";
        };
    int from = start + open.length();
    int end = ends.next(close, from);
    boolean isComment =
        open.equals("{%") && INLINE_COMMENT.matcher(text).region(from, text.length()).lookingAt();
    if (end == EndSearch.NONE || (end + close.length() > from + LONGEST && !isComment)) {
      return null;
    }
    if (isComment) {
      return new Tag(start, end + close.length(), open, Tag.COMMENT, "");
    }
    String content = text.substring(from, end).strip();
    if (open.length() == 3 && content.startsWith(Tag.ESCAPED) && content.endsWith("*/")) {
      String shown = content.substring(2, Math.max(2, content.length() - 2));
      return new Tag(start, end + close.length(), open, Tag.ESCAPED, shown);
    }
    Pattern pattern = open.equals("{{") ? VALUE : CONTENT;
    Matcher matcher = pattern.matcher(content);
    return matcher.matches()
        ? new Tag(
            start,
            end + close.length(),
            open,
            open.equals("{{") ? matcher.group(1) : matcher.group(1).replaceAll("\\s", ""),
            matcher.group(2).strip())
        : null;
  }

  /** The tag that ends a block, or null; in a comment of Liquid, others may lie. */
  public @Nullable Tag end(Tag block) {
    if (block.is("comment") && block.isLiquidTag()) {
      return endOfNested(block);
    }
    String name = (block.isLiquidTag() ? "end" : "/") + block.name();
    if (block.end() >= noneFrom.getOrDefault(name, Integer.MAX_VALUE)) {
      return null;
    }
    int at = text.indexOf(block.open(), block.end());
    while (at >= 0) {
      Tag tag = at(at);
      if (tag != null && tag.is(name)) {
        return tag;
      }
      at = text.indexOf(block.open(), at + 1);
    }
    noneFrom.put(name, block.end());
    return null;
  }

  /** The tag that ends a block, in which others of its name may lie, or null. */
  public @Nullable Tag endOfNested(Tag block) {
    return block.isLiquidTag()
        ? nested.computeIfAbsent(block.name(), this::ends).get(block.start())
        : end(block);
  }

  /** The ends of all blocks of Liquid of a name by their starts. */
  private Map<Integer, Tag> ends(String name) {
    Map<Integer, Tag> found = new HashMap<>();
    Deque<Tag> open = new ArrayDeque<>();
    for (Tag tag = next(0); tag != null; tag = next(tag.start() + 2)) {
      if (tag.isLiquidTag() && tag.is(name)) {
        open.push(tag);
      } else if (tag.isLiquidTag() && tag.is("end" + name) && !open.isEmpty()) {
        found.put(open.pop().start(), tag);
      }
    }
    return found;
  }
}
