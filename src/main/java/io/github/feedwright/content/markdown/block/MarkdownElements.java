package io.github.feedwright.content.markdown.block;

import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.html.HtmlWriter;
import com.vladsch.flexmark.html.renderer.NodeRendererContext;
import com.vladsch.flexmark.html.renderer.NodeRenderingHandler;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.core.HtmlBlockParser;
import com.vladsch.flexmark.util.data.MutableDataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads Markdown in HTML elements with {@code markdown="1"}, as kramdown, PHP Markdown Extra and
 * Python-Markdown do; {@code block}, {@code span} and {@code 0} say how.
 */
public final class MarkdownElements extends BlockStarts
    implements HtmlRenderer.HtmlRendererExtension {
  private static final int CODE_INDENT = 4;

  private static final Pattern TAG =
      Pattern.compile("<([a-zA-Z][a-zA-Z0-9]{0,20})(\\s[^<>]{0,2000}+)>");

  private static final Pattern ATTRIBUTE =
      Pattern.compile("(?i)\\smarkdown(?:\\s*=\\s*(?:\"(\\w*)\"|'(\\w*)'|(\\w+)))?(?=[\\s/]|$)");

  /** Elements that hold blocks. */
  private static final Set<String> BLOCKS =
      Set.of(
          "article",
          "aside",
          "blockquote",
          "center",
          "dd",
          "details",
          "div",
          "dl",
          "figure",
          "footer",
          "header",
          "li",
          "main",
          "nav",
          "ol",
          "section",
          "table",
          "tbody",
          "td",
          "tfoot",
          "th",
          "thead",
          "tr",
          "ul");

  /** Elements that hold text without a paragraph if it is on their line. */
  private static final Set<String> ITEMS = Set.of("dd", "li", "td", "th");

  /** Elements that hold text. */
  private static final Set<String> SPANS =
      Set.of(
          "address",
          "caption",
          "dt",
          "figcaption",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "p",
          "summary");

  /** Reads such elements. */
  public MarkdownElements() {
    super(HtmlBlockParser.Factory.class);
  }

  @Override
  public void rendererOptions(MutableDataHolder options) {}

  @Override
  public void extend(HtmlRenderer.Builder builder, String type) {
    builder.nodeRendererFactory(
        options ->
            () ->
                Set.of(new NodeRenderingHandler<>(MarkdownElement.class, MarkdownElements::write)));
  }

  private static void write(MarkdownElement node, NodeRendererContext context, HtmlWriter html) {
    html.line().raw(node.start());
    if (node.isParagraph() && node.hasChildren()) {
      html.tag("p", false, false, () -> context.renderChildren(node));
    } else {
      context.renderChildren(node);
    }
    html.raw(node.end()).line();
  }

  @Override
  protected @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
    BasedSequence line = state.getLine();
    int at = state.getNextNonSpaceIndex();
    if (state.getIndent() >= CODE_INDENT || at >= line.length() || line.charAt(at) != '<') {
      return BlockStart.none();
    }
    Matcher tag = tag(line, at);
    if (tag == null) {
      HtmlParser html = HtmlParser.upToElement(line.subSequence(at), MarkdownElements::begins);
      return html == null ? BlockStart.none() : BlockStart.of(html).atIndex(state.getIndex());
    }
    Matcher attribute = ATTRIBUTE.matcher(tag.group(2));
    return attribute.find()
        ? start(line, tag, tag.group(1).toLowerCase(Locale.ROOT), attribute)
        : BlockStart.none();
  }

  private static boolean begins(BasedSequence line) {
    return tag(line, 0) != null;
  }

  /** The start tag at an index of a line, if it says that Markdown follows. */
  private static @Nullable Matcher tag(BasedSequence line, int at) {
    Matcher tag = TAG.matcher(line).region(at, line.length());
    if (!tag.lookingAt()) {
      return null;
    }
    String name = tag.group(1).toLowerCase(Locale.ROOT);
    boolean isKnown = BLOCKS.contains(name) || SPANS.contains(name);
    return isKnown && ATTRIBUTE.matcher(tag.group(2)).find() ? tag : null;
  }

  private static BlockStart start(BasedSequence line, Matcher tag, String name, Matcher attribute) {
    BasedSequence chars = line.subSequence(tag.start(), tag.end());
    String value = value(attribute);
    String start = "<" + tag.group(1) + attribute.replaceFirst("").stripTrailing() + ">";
    boolean isRaw = value.equals("0");
    boolean isSpan = value.equals("span") || (SPANS.contains(name) && !value.equals("block"));
    boolean isLine = ElementParser.endsWith(line.subSequence(tag.end()), name);
    MarkdownElement element =
        new MarkdownElement(chars, start, isLine && !isRaw && !isSpan && !ITEMS.contains(name));
    return (isRaw || isSpan || isLine
            ? BlockStart.of(new ElementParser(element, name, isRaw))
            : BlockStart.of(new StartTagParser(element)))
        .atIndex(tag.end());
  }

  private static String value(Matcher attribute) {
    for (int group = 1; group <= attribute.groupCount(); group++) {
      if (attribute.group(group) != null) {
        return attribute.group(group).toLowerCase(Locale.ROOT);
      }
    }
    return "1";
  }
}
