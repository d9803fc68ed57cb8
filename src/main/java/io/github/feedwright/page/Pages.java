package io.github.feedwright.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.github.feedwright.text.XmlText;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes pages. Immutable; the same input gives the same text, everywhere and always. */
public final class Pages {
  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, null, "io.github.feedwright.page.template");
  private final PageStyle style = PageStyle.of(rendered("style.jte", Map.of()));

  /** Opens the templates that were compiled with the project. */
  public Pages() {}

  /**
   * A page as it is sent.
   *
   * @param html the document
   * @param policy its Content-Security-Policy, or null for a page with HTML that its owner trusts.
   *     The document says it too: a site that was built as files may be served without it
   */
  public record Written(String html, @Nullable String policy) {}

  /** Writes a page. */
  public Written write(Page page) {
    Head head = page.head();
    PageStyle own = style.with(head.article());
    String html = rendered(page.template(), Map.of("page", page, "style", own));
    return new Written(html, head.trusted() ? null : own.policy());
  }

  /** The document of a page. */
  public String html(Page page) {
    return write(page).html();
  }

  private String rendered(String template, Map<String, Object> model) {
    StringOutput output = new StringOutput();
    templates.render(template, model, output);
    // The templates have escaped what authors wrote, but it may contain code points that a page
    // cannot.
    return XmlText.of(output.toString());
  }
}
