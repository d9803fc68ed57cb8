package io.github.feedwright.content.markdown;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.html.AttributeProvider;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.html.IndependentAttributeProviderFactory;
import com.vladsch.flexmark.html.renderer.AttributablePart;
import com.vladsch.flexmark.html.renderer.LinkResolverContext;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.ast.TextCollectingVisitor;
import com.vladsch.flexmark.util.data.MutableDataHolder;
import com.vladsch.flexmark.util.html.MutableAttributes;

/**
 * Writes the description of an image as its readable text: the renderer leaves out addresses, and
 * puts character references in brackets.
 */
final class ImageText implements HtmlRenderer.HtmlRendererExtension {
  @Override
  public void rendererOptions(MutableDataHolder options) {}

  @Override
  public void extend(HtmlRenderer.Builder builder, String type) {
    builder.attributeProviderFactory(
        new IndependentAttributeProviderFactory() {
          @Override
          public AttributeProvider apply(LinkResolverContext context) {
            return ImageText::complete;
          }
        });
  }

  private static void complete(Node node, AttributablePart part, MutableAttributes attributes) {
    boolean isImage = node instanceof Image || node instanceof ImageRef;
    if (!isImage || !attributes.contains("alt")) {
      return;
    }
    StringBuilder text = new StringBuilder();
    node.getChildren().forEach(each -> collect(each, text));
    attributes.replaceValue("alt", text.toString());
  }

  private static void collect(Node node, StringBuilder text) {
    if (node instanceof AutoLink link) {
      text.append(link.getText());
    } else if (node instanceof MailLink link) {
      text.append(link.getText());
    } else if (node instanceof HtmlEntity entity) {
      text.append(entity.getChars().unescape());
    } else if (node.hasChildren()) {
      node.getChildren().forEach(each -> collect(each, text));
    } else {
      text.append(new TextCollectingVisitor().collectAndGetText(node));
    }
  }
}
