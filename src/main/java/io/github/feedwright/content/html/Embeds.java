package io.github.feedwright.content.html;

import io.github.feedwright.content.source.ContentProblems;
import io.github.feedwright.content.url.Scheme;
import io.github.feedwright.text.OneLine;
import io.github.feedwright.text.Quoted;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Replaces elements that show another page inside the post, such as players, with links to that
 * page.
 */
final class Embeds {
  private static final Set<String> NAMES = Set.of("iframe", "object", "embed");

  private final CleaningContext context;

  Embeds(CleaningContext context) {
    this.context = context;
  }

  static boolean isEmbed(String name) {
    return NAMES.contains(name);
  }

  /** Replaces the element with a link, or with its content if its source is not on the web. */
  void replace(Element element, String name) {
    String source = source(element);
    String url = source.isEmpty() ? null : context.link(source);
    if (url == null || !Scheme.isWeb(url)) {
      report(name, source, null);
      if (name.equals("object")) {
        element.unwrap();
      } else {
        element.remove();
      }
      return;
    }
    report(name, source, url);
    Element link = new Element("a").attr("href", url).text(title(element, url));
    boolean alone = element.parent() != null && element.parent().nameIs("body");
    element.replaceWith(alone ? new Element("p").appendChild(link) : link);
    // A player is separate from the text around it, but the text of its link would run into that
    // text.
    if (!alone && link.previousSibling() != null) {
      link.before(new TextNode(" "));
    }
    if (!alone && link.nextSibling() != null) {
      link.after(new TextNode(" "));
    }
  }

  private static String title(Element element, String url) {
    String title = OneLine.of(element.attr("title"));
    return title.isEmpty() ? url : title;
  }

  private String source(Element element) {
    for (String attribute : new String[] {"src", "data", "data-src"}) {
      String value = element.attr(attribute).strip();
      if (!value.isEmpty() && !value.equals("about:blank")) {
        return value;
      }
    }
    Element movie = context.first(element, Embeds::isMovie);
    if (movie != null) {
      return movie.attr("value");
    }
    Element embed = context.first(element, each -> each.nameIs("embed"));
    return embed == null ? "" : embed.attr("src");
  }

  private static boolean isMovie(Element element) {
    return element.nameIs("param") && Set.of("movie", "src").contains(element.attr("name"));
  }

  private void report(String name, String source, @Nullable String url) {
    String what =
        url == null
            ? " was removed: its source is not on the web; link to what it should show"
            : " was replaced by a link to "
                + Quoted.of(url)
                + ": feed readers do not show embedded pages; write the link yourself";
    // Of several, the one with this source; the bound keeps strange texts cheap.
    String pattern = "(?is)<" + name + "\\b[^>]{0,500}?" + ContentProblems.written(source);
    String message = "an <" + name + "> element" + what;
    if (url == null) {
      context.problems().of(() -> Pattern.compile(pattern), message);
    } else {
      context.problems().note(() -> Pattern.compile(pattern), message);
    }
  }
}
