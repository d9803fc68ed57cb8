package io.github.feedwright.content.markdown.block;

import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.html.AttributeProvider;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.html.IndependentAttributeProviderFactory;
import com.vladsch.flexmark.html.renderer.AttributablePart;
import com.vladsch.flexmark.html.renderer.LinkResolverContext;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.MutableDataHolder;
import com.vladsch.flexmark.util.html.MutableAttributes;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The attributes in braces after the fence of a code block (Pandoc, Hugo, Python-Markdown): what
 * hides it, what a style sheet may hide it by, and its language, where that is a class.
 */
public final class FenceAttributes implements HtmlRenderer.HtmlRendererExtension {
  private static final Pattern NAME =
      Pattern.compile("(?:^|[\\s{])([.#])([\\w+-]{1,100}+)(?=[\\s}]|$)");

  @Override
  public void rendererOptions(MutableDataHolder options) {}

  @Override
  public void extend(HtmlRenderer.Builder builder, String type) {
    builder.attributeProviderFactory(
        new IndependentAttributeProviderFactory() {
          @Override
          public AttributeProvider apply(LinkResolverContext context) {
            return FenceAttributes::set;
          }
        });
  }

  private static void set(Node node, AttributablePart part, MutableAttributes attributes) {
    if (node instanceof FencedCodeBlock code && code.getInfo().indexOf('{') >= 0) {
      BasedSequence info = code.getInfo();
      if (part.equals(AttributablePart.NODE)) {
        HidingAttributes.in(info).forEach(attributes::addValue);
        name(info, attributes);
      } else if (info.startsWith("{")) {
        language(info, attributes);
      }
    }
  }

  private static void name(BasedSequence info, MutableAttributes attributes) {
    List<String> lists = HidingAttributes.lists(info);
    if (!lists.isEmpty()) {
      Matcher each = NAME.matcher(lists.get(0));
      while (each.find()) {
        attributes.addValue(each.group(1).equals(".") ? "class" : "id", each.group(2));
      }
    }
  }

  private static void language(BasedSequence info, MutableAttributes attributes) {
    attributes.remove("class");
    Matcher each = NAME.matcher(info);
    while (each.find()) {
      if (each.group(1).equals(".")) {
        attributes.addValue("class", "language-" + each.group(2));
        return;
      }
    }
  }
}
