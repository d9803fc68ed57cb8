package io.github.feedwright.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.content.Media;
import io.github.feedwright.feed.ArchiveLinks;
import io.github.feedwright.feed.Channel;
import io.github.feedwright.feed.Entry;
import io.github.feedwright.feed.Feed;
import io.github.feedwright.feed.Related;
import io.github.feedwright.settings.Person;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Text that XML cannot hold takes no feed down. */
@Timeout(10)
final class HostileTextTest {
  static Stream<String> forbidden() {
    Stream<String> controls =
        IntStream.range(0, 0x20)
            .filter(c -> c != '\t' && c != '\n' && c != '\r')
            .mapToObj(c -> String.valueOf((char) c));
    return Stream.concat(
        controls,
        Stream.of("\uFFFE", "\uFFFF", "\uD800", "\uDC00", "\uDC00\uD800", "\uFDD0", "\uFDEF"));
  }

  @ParameterizedTest
  @MethodSource("forbidden")
  void whatXmlForbidsIsLeftOutOfEveryField(String bad) throws Exception {
    Feed feed = feed(bad);
    for (FeedFormat format : FeedFormats.all()) {
      byte[] document =
          format.document(feed, List.of(format.entry(feed.entries().get(0)))).toArray();
      Feed clean = feed("");
      assertThat(document)
          .isEqualTo(
              format.document(clean, List.of(format.entry(clean.entries().get(0)))).toArray());
    }
  }

  @Test
  void tabsAndLineEndsInsidePreStay() throws Exception {
    Entry entry = Sample.entry("pre", "Code").html("<pre>\ta\r\n\r  b \n</pre>").build();
    String text = new RssFormat().entry(entry).toString();
    assertThat(text).contains("&lt;pre&gt;\ta\n\n  b \n&lt;/pre&gt;</content:encoded>");
  }

  @Test
  void astralCharactersStay() {
    String title = "\uD83D\uDE80 \uDBFF\uDFFD";
    for (FeedFormat format : FeedFormats.all()) {
      assertThat(format.entry(Sample.entry("astral", title).build())).asString().contains(title);
    }
  }

  @Test
  void addressesThatAreNoneCostTheirElementAlone() throws Exception {
    Entry entry =
        Sample.entry("addresses", "Addresses")
            .image("a b|c.png")
            .media(Sample.SOUND, new Media("no address", 1, "audio/mpeg"))
            .authors(new Person("Ada", "ada", "::"))
            .build();
    for (FeedFormat format : List.of(new RssFormat(), new AtomFormat())) {
      byte[] document = format.document(Cases.PLAIN.feed(), List.of(format.entry(entry))).toArray();
      assertThat(new String(document, StandardCharsets.UTF_8))
          .contains("<media:thumbnail url=\"https://blog.example.org/images/a%20b%7Cc.png\"");
      DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(document));
    }
  }

  private static Feed feed(String bad) {
    return new Feed(
        new Channel(
            "T" + bad,
            "D" + bad,
            "https://blog.example.org/" + bad,
            "en" + bad,
            person(bad),
            "R" + bad,
            "https://blog.example.org/icon.png" + bad,
            "https://blog.example.org/logo.png" + bad,
            Duration.ofMinutes(5),
            List.of()),
        "tag:blog.example.org,2013:feed" + bad,
        "https://feeds.example.org/" + bad,
        Sample.DATE,
        List.of(entry(bad)),
        ArchiveLinks.NONE);
  }

  private static Entry entry(String bad) {
    return new Entry(
        "tag:blog.example.org,2013:x" + bad,
        "x" + bad,
        "https://blog.example.org/x/" + bad,
        new Related("via" + bad, "https://blog.example.org/y/" + bad),
        "T" + bad + "itle",
        Sample.DATE,
        Sample.DATE,
        List.of(person(bad)),
        List.of(Sample.tag("a" + bad, "A" + bad)),
        "S" + bad,
        "<p>H" + bad + "</p>",
        "en" + bad,
        "https://blog.example.org/i.png" + bad,
        List.of(new Media("https://media.example.org/a" + bad, 1, "audio/mpeg" + bad)),
        List.of());
  }

  private static Person person(String bad) {
    return new Person("Ada" + bad, "ada@example.org" + bad, "https://ada.example.org/" + bad);
  }
}
