package io.github.feedwright.content.markdown.block;

import com.vladsch.flexmark.parser.InlineParser;
import com.vladsch.flexmark.parser.block.AbstractBlockParser;
import com.vladsch.flexmark.parser.block.BlockContinue;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.BlockContent;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an HTML element up to its end tag: inline Markdown, or HTML unchanged. */
final class ElementParser extends AbstractBlockParser {
  private static final Pattern END_TAGS = Pattern.compile("(?:</[a-zA-Z][^<>]*+>\\s*+)++");

  private static final Pattern AFTER_TERM = Pattern.compile("(?i)<(?:dt|dd|/dl)\\b");

  private final MarkdownElement block;
  private final boolean isRaw;
  private final String name;
  private final Pattern tag;
  private final BlockContent content = new BlockContent();

  /** The elements of this name whose end tags are missing so far. */
  private final Deque<String> open = new ArrayDeque<>();

  ElementParser(MarkdownElement block, String name, boolean isRaw) {
    this.block = block;
    this.isRaw = isRaw;
    this.name = name;
    this.tag = tag(name);
    open.push(name);
  }

  private static Pattern tag(String name) {
    return Pattern.compile(
        "<(/?)" + name.toLowerCase(Locale.ROOT) + "\\b", Pattern.CASE_INSENSITIVE);
  }

  /**
   * Whether a text ends with the end tag of the element that was opened before it, and perhaps
   * those of elements around it.
   */
  static boolean endsWith(CharSequence text, String name) {
    int end = end(text, name);
    return end >= 0 && END_TAGS.matcher(text).region(end, text.length()).matches();
  }

  /** The index of the end tag of an element that was opened before a text, or -1. */
  private static int end(CharSequence text, String name) {
    int depth = 1;
    Matcher each = tag(name).matcher(text);
    while (each.find()) {
      depth += each.group(1).isEmpty() ? 1 : -1;
      if (depth == 0) {
        return each.start();
      }
    }
    return -1;
  }

  @Override
  public Block getBlock() {
    return block;
  }

  @Override
  public BlockContinue tryContinue(ParserState state) {
    boolean isOver = open.isEmpty() || (!isRaw && (state.isBlank() || isEndImplied(state)));
    return isOver ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
  }

  /** Whether a line ends the name of a definition, which needs no end tag. */
  private boolean isEndImplied(ParserState state) {
    BasedSequence line = state.getLine();
    int start = state.getNextNonSpaceIndex();
    return name.equals("dt") && AFTER_TERM.matcher(line).region(start, line.length()).lookingAt();
  }

  @Override
  public void addLine(ParserState state, BasedSequence line) {
    content.add(line, state.getIndent());
    Matcher each = tag.matcher(line);
    while (each.find()) {
      if (each.group(1).isEmpty()) {
        open.push(each.group());
      } else {
        open.poll();
      }
    }
  }

  @Override
  public void closeBlock(ParserState state) {
    if (isRaw) {
      block.append(content.getContents().toString());
    }
  }

  @Override
  public void parseInlines(InlineParser inlineParser) {
    if (isRaw) {
      return;
    }
    BasedSequence text = content.getContents();
    int end = open.isEmpty() ? end(text, name) : text.length();
    block.append(text.subSequence(end).toString().strip());
    inlineParser.parse(text.subSequence(0, end).trim(), block);
  }
}
