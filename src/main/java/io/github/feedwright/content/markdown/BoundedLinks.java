package io.github.feedwright.content.markdown;

import com.vladsch.flexmark.html.AttributeProvider;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.html.IndependentAttributeProviderFactory;
import com.vladsch.flexmark.html.renderer.AttributablePart;
import com.vladsch.flexmark.html.renderer.LinkResolverContext;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.MutableDataHolder;
import com.vladsch.flexmark.util.html.MutableAttributes;
import io.github.feedwright.content.limit.CountedText;

/**
 * Charges for the addresses of links. One definition with a long address and many links to it turn
 * a few kilobytes into megabytes, and the renderer hands over its output only at the end.
 */
final class BoundedLinks implements HtmlRenderer.HtmlRendererExtension {
  /** The cost of writing a character of an address, in characters read. */
  private static final int PER_CHARACTER = 15;

  @Override
  public void rendererOptions(MutableDataHolder options) {}

  @Override
  public void extend(HtmlRenderer.Builder builder, String type) {
    builder.attributeProviderFactory(
        new IndependentAttributeProviderFactory() {
          @Override
          public AttributeProvider apply(LinkResolverContext context) {
            return BoundedLinks::charge;
          }
        });
  }

  private static void charge(Node node, AttributablePart part, MutableAttributes attributes) {
    if (part.equals(AttributablePart.LINK)
        && node.getChars().getBase() instanceof CountedText text) {
      int length = attributes.getValue("href").length() + attributes.getValue("src").length();
      text.budget().spend((long) PER_CHARACTER * length);
    }
  }
}
