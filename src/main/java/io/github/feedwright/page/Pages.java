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

  /** The document of a page. */
  public String html(Page page) {
    return rendered(page.template(), Map.of("page", page, "style", style));
  }

  /**
   * The Content-Security-Policy of a page, which the page itself says too: a site that was built as
   * files may be served without it.
   *
   * @return the policy, or null for a page with HTML that its owner trusts
   */
  public @Nullable String policy(Page page) {
    return page.head().trusted() ? null : style.policy();
  }

  private String rendered(String template, Map<String, Object> model) {
    StringOutput output = new StringOutput();
    templates.render(template, model, output);
    // The templates have escaped what authors wrote, but it may contain code points that a page
    // cannot.
    return XmlText.of(output.toString());
  }
}
