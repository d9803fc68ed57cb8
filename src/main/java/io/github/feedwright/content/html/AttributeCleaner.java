package io.github.feedwright.content.html;

import io.github.feedwright.content.source.ContentProblems;
import io.github.feedwright.content.url.Fault;
import io.github.feedwright.content.url.FileReference;
import io.github.feedwright.content.url.Scheme;
import io.github.feedwright.content.url.TemplateTags;
import io.github.feedwright.text.Quoted;
import io.github.feedwright.text.Url;
import io.github.feedwright.text.XmlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Removes attributes that are not published, and makes the URLs in the others absolute. */
final class AttributeCleaner {
  private static final Set<String> LINKS = Set.of("href", "cite", "longdesc", "action");
  private static final Set<String> SOURCES = Set.of("src", "poster", "data", "background");

  private static final String IMPOSSIBLE = "no server can have this host and port; fix the address";

  private static final String PUBLISHED =
      "only http, https, mailto and tel addresses are published; write one";

  private final CleaningContext context;

  AttributeCleaner(CleaningContext context) {
    this.context = context;
  }

  /** Cleans the attributes of one element. */
  void clean(Element element, String name) {
    if (element.attributesSize() == 0) {
      return;
    }
    List<Attribute> before = new ArrayList<>(element.attributes().asList());
    for (Attribute each : before) {
      String key = each.getKey();
      if (context.trusted() || HtmlPolicy.publishes(name, key)) {
        String value = value(name, key, XmlText.of(each.getValue()));
        if (value == null) {
          element.removeAttr(key);
        } else if (!value.equals(each.getValue())) {
          element.attr(key, value);
        }
      } else {
        report(key);
        element.removeAttr(key);
      }
    }
    if (name.equals("img") && !element.hasAttr("src") && !context.trusted()) {
      context.spendOnChange(element);
      element.replaceWith(new TextNode(element.attr("alt")));
    }
  }

  private @Nullable String value(String element, String key, String value) {
    if (key.equals("srcset")) {
      return Srcset.absolute(value, url -> source(url, context.image(url), "image"));
    }
    if (SOURCES.contains(key) && value.isBlank()) {
      // It would resolve to the address of the post, which would be fetched again as a picture.
      return null;
    }
    if (SOURCES.contains(key)) {
      return element.equals("img") || key.equals("poster")
          ? source(value, context.image(value), "image")
          : source(value, context.link(value), "file");
    }
    return LINKS.contains(key) ? link(value) : value;
  }

  private @Nullable String link(String value) {
    if (isTemplate("link", value)) {
      return null;
    }
    String url = context.link(value);
    if (url != null && Scheme.isLinkable(url)) {
      reportIfDead("link", value, false);
      return url;
    }
    if (url == null && FileReference.isPost(value)) {
      report(
          "link",
          value,
          "there is no such post; write the path of a post below the posts directory");
      return null;
    }
    if (isMissing("link", value, url)) {
      return null;
    }
    if (context.trusted()) {
      return url == null ? value : url;
    }
    if (Url.parse(value).isImpossible()) {
      report("link", value, IMPOSSIBLE);
    } else if (Scheme.isMistake(value)) {
      report("link", value, PUBLISHED);
    } else {
      context
          .problems()
          .note(
              () -> Pattern.compile(ContentProblems.written(value)),
              removed("link", value) + PUBLISHED);
    }
    return null;
  }

  private void reportIfDead(String what, String value, boolean isImage) {
    Fault fault = context.problems().wantsDead(value) ? context.urls().fault(value, isImage) : null;
    if (fault != null) {
      context.problems().ofDead(value, "the " + what, fault);
    }
  }

  /** Whether the address names a file that does not exist; if so, this reports it. */
  private boolean isMissing(String what, String value, @Nullable String url) {
    boolean missing = url == null && FileReference.isBeside(value);
    if (missing) {
      report(what, value, "there is no such file; add it, or fix the path");
    }
    return missing;
  }

  private void report(String what, String value, String reason) {
    context.problems().of(value, removed(what, value) + reason);
  }

  private static String removed(String what, String value) {
    return "the " + what + " " + Quoted.of(value) + " was removed: ";
  }

  /** Whether the address contains a template; if so, this reports it. */
  private boolean isTemplate(String what, String value) {
    List<String> tags = TemplateTags.in(value);
    if (!tags.isEmpty()) {
      context
          .problems()
          .ofTemplates(
              value,
              tags,
              "the "
                  + what
                  + " "
                  + Quoted.of(value.startsWith("%") ? tags.get(0) : value)
                  + " was removed: templates are not expanded here; write out the address");
    }
    return !tags.isEmpty();
  }

  private @Nullable String source(String value, @Nullable String url, String what) {
    if (isTemplate(what, value)) {
      return null;
    }
    if (url != null && Scheme.isWeb(url)) {
      reportIfDead(what, value, what.equals("image"));
      return url;
    }
    if (isMissing(what, value, url)) {
      return null;
    }
    if (context.trusted()) {
      return url == null ? value : url;
    }
    report(
        what,
        value,
        Url.parse(value).isImpossible()
            ? IMPOSSIBLE
            : "only http and https addresses are published; put it in a file next to the post");
    return null;
  }

  private void report(String key) {
    if (key.startsWith("on")) {
      String message =
          "an attribute \"" + key + "\" was removed: scripts do not run in feed readers; remove it";
      context.problems().note(() -> attribute(key), message);
    } else if (key.equals("style")) {
      String message =
          "an attribute \"style\" was removed: feed readers use their own styles; remove it";
      context.problems().note(() -> attribute(key), message);
    }
  }

  private static Pattern attribute(String key) {
    return Pattern.compile("(?i)\\s" + Pattern.quote(key) + "\\s*=");
  }
}
