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
 * Charges for the addresses of links. One definition with a long address and many links to it make
 * megabytes of a few kilobytes, and the renderer hands its output over only when it has all of it.
 */
final class BoundedLinks implements HtmlRenderer.HtmlRendererExtension {
  /** What writing a character of an address costs, in characters read. */
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
