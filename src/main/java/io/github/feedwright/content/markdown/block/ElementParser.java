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
  private final MarkdownElement block;
  private final boolean isRaw;
  private final Pattern tag;
  private final BlockContent content = new BlockContent();

  /** The elements of this name whose end tags are missing so far. */
  private final Deque<String> open = new ArrayDeque<>();

  ElementParser(MarkdownElement block, String name, boolean isRaw) {
    this.block = block;
    this.isRaw = isRaw;
    this.tag = tag(name);
    open.push(name);
  }

  private static Pattern tag(String name) {
    return Pattern.compile(
        "<(/?)" + name.toLowerCase(Locale.ROOT) + "\\b", Pattern.CASE_INSENSITIVE);
  }

  /** Whether a text ends with the end tag of the element that was opened before it. */
  static boolean endsWith(CharSequence text, String name) {
    int depth = 1;
    Matcher each = tag(name).matcher(text);
    while (each.find()) {
      depth += each.group(1).isEmpty() ? 1 : -1;
      if (depth == 0) {
        String rest = text.subSequence(each.end(), text.length()).toString().strip();
        return rest.equals(">");
      }
    }
    return false;
  }

  @Override
  public Block getBlock() {
    return block;
  }

  @Override
  public BlockContinue tryContinue(ParserState state) {
    boolean isOver = open.isEmpty() || (state.isBlank() && !isRaw);
    return isOver ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
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
    int end = open.isEmpty() ? text.lastIndexOf("</") : text.length();
    block.append(text.subSequence(end).toString().strip());
    inlineParser.parse(text.subSequence(0, end).trim(), block);
  }
}
