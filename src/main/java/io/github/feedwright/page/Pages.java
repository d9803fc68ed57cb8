package io.github.feedwright.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.github.feedwright.text.XmlText;
import java.util.Map;

/** Writes pages. Immutable; the same input gives the same text, everywhere and always. */
public final class Pages {
  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, null, "io.github.feedwright.page.template");
  private final StyleSheet style = StyleSheet.of(rendered("style.jte", Map.of()));

  /** Opens the templates that were compiled with the project. */
  public Pages() {}

  /** The site's page. */
  public String site(SitePage page) {
    return rendered("site.jte", page);
  }

  /** The page of a term's feed. */
  public String feed(FeedPage page) {
    return rendered("feed.jte", page);
  }

  /** A post's page. */
  public String post(PostPage page) {
    return rendered("post.jte", page);
  }

  private String rendered(String template, Page page) {
    return rendered(template, Map.of("page", page, "style", style));
  }

  private String rendered(String template, Map<String, Object> model) {
    StringOutput output = new StringOutput();
    templates.render(template, model, output);
    // The templates have escaped what authors wrote, but it may contain code points that a page
    // cannot.
    return XmlText.of(output.toString());
  }
}
