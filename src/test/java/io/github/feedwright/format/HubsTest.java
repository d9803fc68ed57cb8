package io.github.feedwright.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.feed.ArchiveLinks;
import io.github.feedwright.feed.Channel;
import io.github.feedwright.feed.Feed;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a document says of the hubs that tell of its changes (WebSub, section 4). */
final class HubsTest {
  private static final List<String> HUBS =
      List.of("https://feeds.example.org/hub", "https://hub.example.net/?a=1&b=2");

  @Test
  void rssNamesThemAfterItself() {
    assertThat(document(new RssFormat(), ArchiveLinks.NONE))
        .containsIgnoringNewLines(
            """
                <atom:link href="https://feeds.example.org/rss.xml" type="application/rss+xml" rel="self" />
                <atom:link href="https://feeds.example.org/hub" rel="hub" />
                <atom:link href="https://hub.example.net/?a=1&amp;b=2" rel="hub" />
            """);
  }

  @Test
  void atomNamesThemAfterItself() {
    assertThat(document(new AtomFormat(), ArchiveLinks.NONE))
        .containsIgnoringNewLines(
            """
              <link rel="self" type="application/atom+xml" href="https://feeds.example.org/atom.xml" />
              <link rel="hub" href="https://feeds.example.org/hub" />
              <link rel="hub" href="https://hub.example.net/?a=1&amp;b=2" />
            """);
  }

  @Test
  void jsonFeedListsThem() {
    assertThat(document(new JsonFeedFormat(), ArchiveLinks.NONE))
        .contains(
            """
              "hubs": [
                {
                  "type": "WebSub",
                  "url": "https://feeds.example.org/hub"
                },
                {
                  "type": "WebSub",
                  "url": "https://hub.example.net/?a=1&b=2"
                }
              ],
            """);
  }

  @Test
  void anArchiveNamesNone() {
    ArchiveLinks archive = new ArchiveLinks(YearMonth.of(2024, 1), null, null);

    for (FeedFormat format : FeedFormats.of(List.of("rss", "atom", "json"))) {
      assertThat(document(format, archive)).doesNotContain("hub");
    }
  }

  private static String document(FeedFormat format, ArchiveLinks archive) {
    Channel plain = Sample.CHANNEL;
    Channel channel =
        new Channel(
            plain.title(),
            plain.description(),
            plain.homePage(),
            plain.language(),
            null,
            null,
            null,
            null,
            plain.maxAge(),
            HUBS);
    Feed feed =
        new Feed(
            channel,
            "tag:blog.example.org,2013:feed/site",
            "https://feeds.example.org/",
            Sample.DATE,
            List.of(),
            archive);
    return new String(format.document(feed, List.of()).toArray(), StandardCharsets.UTF_8);
  }
}
