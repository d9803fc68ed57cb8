package io.github.feedwright.content.markdown;

import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.html.HtmlWriter;
import com.vladsch.flexmark.html.renderer.NodeRenderer;
import com.vladsch.flexmark.html.renderer.NodeRendererContext;
import com.vladsch.flexmark.html.renderer.NodeRenderingHandler;
import com.vladsch.flexmark.util.data.MutableDataHolder;
import java.util.Set;

/**
 * Writes code spans by CommonMark 0.31 (section 6.1), where white space stands but for a blank at
 * each end, and GitHub's tables, where a bar in code has a backslash that is not the code's.
 */
final class CodeSpans implements HtmlRenderer.HtmlRendererExtension {
  @Override
  public void rendererOptions(MutableDataHolder options) {}

  @Override
  public void extend(HtmlRenderer.Builder builder, String type) {
    builder.nodeRendererFactory(options -> handlers());
  }

  private static NodeRenderer handlers() {
    return () -> Set.of(new NodeRenderingHandler<>(Code.class, CodeSpans::write));
  }

  private static void write(Code node, NodeRendererContext context, HtmlWriter html) {
    String text = node.getText().toString().replace("\r\n", "\n").replace('\n', ' ');
    String code = node.getAncestorOfType(TableCell.class) == null ? text : text.replace("\\|", "|");
    html.withAttr().tag("code");
    html.text(isPadded(code) ? code.substring(1, code.length() - 1) : code);
    html.tag("/code");
  }

  private static boolean isPadded(String code) {
    return code.length() > 2 && code.startsWith(" ") && code.endsWith(" ") && !code.isBlank();
  }
}
