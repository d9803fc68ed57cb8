package io.github.feedwright.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OpmlFormatTest {
  private final OpmlFormat format = new OpmlFormat();

  @Test
  void everyFeedIsALineAndEveryTaxonomyAGroup() {
    assertThat(write("Example Journal", lines()))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <opml version="2.0">
              <head>
                <title>Example Journal</title>
              </head>
              <body>
                <outline text="Example Journal" title="Example Journal" type="rss"\
             xmlUrl="https://feeds.example.org/rss.xml" htmlUrl="https://blog.example.org/"\
             language="en" description="Notes from the workshop" />
                <outline text="Tags">
                  <outline text="C++ &amp; &lt;T&gt;" title="C++ &amp; &lt;T&gt;"\
             type="rss" xmlUrl="https://feeds.example.org/tags/c++/rss.xml?a=1&amp;b=2"\
             htmlUrl="https://feeds.example.org/tags/c++/" language="en"\
             description="Posts with the tag C++ &amp; &lt;T&gt;" category="/c++" />
                </outline>
              </body>
            </opml>
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"R&D", "AT&T", "&lt;b&gt;", "<T>", "C++ & <T>", "a \"b\" 'c'", "&#38;"})
  void aReaderOfTheXmlHasNamesAsTheyAre(String name) {
    Document parsed =
        Jsoup.parse(
            write(name, List.of(Outline.feed(name, "x", "y", "en", "d", null))),
            Parser.xmlParser());

    assertThat(parsed.select("head > title").text()).isEqualTo(name);
    assertThat(parsed.select("outline").attr("text")).isEqualTo(name);
    assertThat(parsed.select("outline").attr("title")).isEqualTo(name);
  }

  @Test
  void textThatXmlForbidsIsLeftOut() {
    assertThat(write("A\u0000B", List.of(Outline.group("C\uFFFFD", lines()))))
        .contains("<title>AB</title>", "<outline text=\"CD\">");
  }

  @Test
  void writingTwiceGivesTheSameBytes() {
    assertThat(write("T", lines())).isEqualTo(write("T", lines()));
  }

  @Test
  void itIsServedAsOpml() {
    assertThat(format.title()).isEqualTo("OPML 2.0");
    assertThat(format.fileName()).isEqualTo("feeds.opml");
    assertThat(format.mediaType()).isEqualTo("text/x-opml");
  }

  private static List<Outline> lines() {
    return List.of(
        Outline.feed(
            "Example Journal",
            "https://feeds.example.org/rss.xml",
            "https://blog.example.org/",
            "en",
            "Notes from the workshop",
            null),
        Outline.group(
            "Tags",
            List.of(
                Outline.feed(
                    "C++ & <T>",
                    "https://feeds.example.org/tags/c++/rss.xml?a=1&b=2",
                    "https://feeds.example.org/tags/c++/",
                    "en",
                    "Posts with the tag C++ & <T>",
                    "/c++"))));
  }

  private String write(String title, List<Outline> outlines) {
    return new String(format.write(title, outlines).toArray(), StandardCharsets.UTF_8);
  }
}
