package io.github.feedwright.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.site.RunningSite;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Everything that a site serves. */
final class Published {
  private static final int MOST = 300;
  private static final List<String> DOCUMENTS =
      List.of("/", "/rss.xml", "/atom.xml", "/feed.json", "/feeds.opml");

  private Published() {}

  /** Every document is well-formed, and nothing in it runs. */
  static void isWhole(RunningSite site) throws Exception {
    for (String path : paths(site)) {
      HttpResponse<String> answer = site.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      String type = answer.headers().firstValue("Content-Type").orElse("");
      if (type.contains("html")) {
        page(answer.body());
      } else if (type.contains("json")) {
        json(answer.body());
      } else if (type.contains("xml")) {
        xml(answer.body());
      }
    }
  }

  /** What the site's pages link to, one from the other. */
  static Set<String> paths(RunningSite site) throws Exception {
    Set<String> known = new TreeSet<>(DOCUMENTS);
    Deque<String> left = new ArrayDeque<>(DOCUMENTS);
    while (!left.isEmpty() && known.size() < MOST) {
      String path = left.remove();
      HttpResponse<String> answer = site.get(path);
      if (answer.headers().firstValue("Content-Type").orElse("").contains("html")) {
        for (Element link : Jsoup.parse(answer.body()).select("[href^=/]")) {
          String to = link.attr("href").replaceFirst("#.*", "");
          if (!to.startsWith("//") && known.add(to)) {
            left.add(to);
          }
        }
      }
    }
    return known;
  }

  private static void page(String html) {
    Document page = Jsoup.parse(html);
    // A block of data is no script; that it ends only where it should shows in what it holds.
    for (Element data : page.select("script[type=application/ld+json]")) {
      json(data.data());
      data.remove();
    }
    assertThat(page.select("script, iframe, object, embed")).isEmpty();
    for (Element element : page.getAllElements()) {
      for (Attribute attribute : element.attributes()) {
        assertThat(attribute.getKey()).doesNotStartWith("on");
        assertThat(attribute.getValue().strip().toLowerCase(java.util.Locale.ROOT))
            .doesNotStartWith("javascript:");
      }
    }
    Harmless.text(html);
  }

  private static void xml(String text) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    DocumentBuilder builder = factory.newDocumentBuilder();
    org.w3c.dom.Document document = builder.parse(new InputSource(new StringReader(text)));
    for (String name : List.of("content:encoded", "content")) {
      NodeList contents = document.getElementsByTagName(name);
      for (int i = 0; i < contents.getLength(); i++) {
        Harmless.html(contents.item(i).getTextContent());
      }
    }
  }

  private static void json(String text) {
    Harmless.text(text);
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
          Harmless.text(parser.getString());
          if ("content_html".equals(parser.currentName())) {
            Harmless.html(parser.getString());
          }
        }
      }
    }
  }
}
