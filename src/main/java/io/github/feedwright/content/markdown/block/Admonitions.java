package io.github.feedwright.content.markdown.block;

import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.html.HtmlWriter;
import com.vladsch.flexmark.html.renderer.NodeRendererContext;
import com.vladsch.flexmark.html.renderer.NodeRenderingHandler;
import com.vladsch.flexmark.parser.block.BlockParser;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.core.BlockQuoteParser;
import com.vladsch.flexmark.util.data.MutableDataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes block quotes with a label of the alerts of GitHub and the callouts of Obsidian ({@code >
 * [!NOTE]}), of the containers of Docusaurus, VuePress, Pandoc and MyST ({@code :::note}) and of
 * the admonitions of MkDocs ({@code !!! note}). Feed readers have no style sheet for boxes.
 */
public final class Admonitions extends BlockStarts implements HtmlRenderer.HtmlRendererExtension {
  private static final int CODE_INDENT = 4;

  /** A class for the paragraph, which MkDocs uses too; a summary leaves it out. */
  private static final String LABEL_CLASS = "admonition-title";

  /** Whether a line begins one of MkDocs, to which the indented lines below belong. */
  public static boolean isIndented(String line) {
    AdmonitionStart start = AdmonitionStart.container(BasedSequence.of(line));
    return start != null && !start.isFenced();
  }

  @Override
  public void rendererOptions(MutableDataHolder options) {}

  @Override
  public void extend(HtmlRenderer.Builder builder, String type) {
    builder.nodeRendererFactory(
        options ->
            () ->
                Set.of(
                    new NodeRenderingHandler<>(Admonition.class, Admonitions::write),
                    new NodeRenderingHandler<>(AdmonitionLabel.class, Admonitions::write),
                    new NodeRenderingHandler<>(HiddenLine.class, (node, context, html) -> {})));
  }

  private static void write(Admonition node, NodeRendererContext context, HtmlWriter html) {
    node.attributes().forEach(html::attr);
    html.withAttr()
        .tagLineIndent(node.isQuote() ? "blockquote" : "div", () -> context.renderChildren(node));
  }

  private static void write(AdmonitionLabel node, NodeRendererContext context, HtmlWriter html) {
    html.attr("class", LABEL_CLASS).withAttr().tagLine("p", () -> words(node, context, html));
  }

  private static void words(AdmonitionLabel node, NodeRendererContext context, HtmlWriter html) {
    html.tag("strong");
    if (node.hasChildren()) {
      context.renderChildren(node);
    } else {
      html.text(node.kind());
    }
    html.tag("/strong");
  }

  @Override
  protected @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
    BasedSequence line = state.getLine();
    int at = state.getNextNonSpaceIndex();
    if (state.getIndent() >= CODE_INDENT || at >= line.length()) {
      return BlockStart.none();
    }
    return switch (line.charAt(at)) {
      case '[' -> callout(line.subSequence(at), matched.getBlockParser(), line.length());
      case ':' ->
          (isOpen(state) && AdmonitionParser.isEnd(state))
                  || isOption(matched, line.subSequence(at))
              ? BlockStart.of(new LineParser(new HiddenLine(line.subSequence(at)), null))
                  .atIndex(line.length())
              : container(line.subSequence(at), line.length());
      case '!', '?' -> container(line.subSequence(at), line.length());
      default -> BlockStart.none();
    };
  }

  private static @Nullable BlockStart callout(BasedSequence line, BlockParser in, int end) {
    boolean isFirst = in instanceof BlockQuoteParser && !in.getBlock().hasChildren();
    AdmonitionStart start = isFirst ? AdmonitionStart.callout(line) : null;
    return start == null ? BlockStart.none() : BlockStart.of(label(line, start)).atIndex(end);
  }

  private static @Nullable BlockStart container(BasedSequence line, int end) {
    AdmonitionStart start = AdmonitionStart.container(line);
    if (start == null) {
      return BlockStart.none();
    }
    AdmonitionParser parser = new AdmonitionParser(line, start);
    boolean isLabelled =
        start.kind() != null && (start.title() == null || !start.title().isBlank());
    return (isLabelled ? BlockStart.of(parser, label(line, start)) : BlockStart.of(parser))
        .atIndex(end);
  }

  private static LineParser label(BasedSequence line, AdmonitionStart start) {
    String kind = start.kind() == null ? "" : AdmonitionKind.label(start.kind());
    return new LineParser(new AdmonitionLabel(line, kind), start.title());
  }

  private static boolean isOption(MatchedBlockParser matched, BasedSequence line) {
    return matched.getBlockParser() instanceof AdmonitionParser in && in.isOption(line);
  }

  /** Whether a fenced admonition is open that did not continue. */
  private static boolean isOpen(ParserState state) {
    List<BlockParser> open = state.getActiveBlockParsers();
    return open.stream().anyMatch(each -> each instanceof AdmonitionParser it && it.isFenced());
  }
}
