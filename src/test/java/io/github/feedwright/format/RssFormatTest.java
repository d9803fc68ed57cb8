package io.github.feedwright.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.feed.ArchiveLinks;
import io.github.feedwright.feed.Channel;
import io.github.feedwright.feed.Feed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class RssFormatTest {
  private final RssFormat format = new RssFormat();

  @ParameterizedTest
  @CsvSource({
    "PT0S, 1, hourly, 60",
    "PT30S, 1, hourly, 60",
    "PT5M, 5, hourly, 12",
    "PT1H, 60, hourly, 1",
    "PT90M, 90, daily, 16",
    "PT24H, 1440, daily, 1",
    "PT48H, 2880, weekly, 3",
    "P30D, 43200, weekly, 1"
  })
  void howLongAFeedIsFreshIsItsTtlAndItsSchedule(
      Duration maxAge, int ttl, String period, int frequency) {
    assertThat(head(Sample.bare(maxAge)))
        .contains(
            "<ttl>" + ttl + "</ttl>",
            "<sy:updatePeriod>" + period + "</sy:updatePeriod>",
            "<sy:updateFrequency>" + frequency + "</sy:updateFrequency>");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "https://a.org/icon.png, https://a.org/logo.png, https://a.org/icon.png",
        "https://a.org/icon.ico, https://a.org/logo.JPG, https://a.org/logo.JPG",
        "https://a.org/icon.svg, https://a.org/logo.webp, -",
        "-, https://a.org/logo.gif, https://a.org/logo.gif",
        "-, -, -"
      })
  void theImageIsTheFirstThatRssAllows(
      @Nullable String icon, @Nullable String logo, @Nullable String image) {
    Channel plain = Sample.CHANNEL;
    String head =
        head(
            new Channel(
                plain.title(),
                plain.description(),
                plain.homePage(),
                plain.language(),
                null,
                null,
                icon,
                logo,
                plain.maxAge(),
                List.of()));
    if (image == null) {
      assertThat(head).doesNotContain("<image>");
    } else {
      assertThat(head)
          .contains(
              """
                  <image>
                    <title>Example Journal</title>
                    <url>%s</url>
                    <link>https://blog.example.org/</link>
                  </image>
              """
                  .formatted(image));
    }
  }

  @Test
  void anEditorWithoutAnAddressIsNotNamed() {
    Channel plain = Sample.CHANNEL;
    String head =
        head(
            new Channel(
                plain.title(),
                plain.description(),
                plain.homePage(),
                plain.language(),
                Sample.ADA_ALONE,
                null,
                null,
                null,
                plain.maxAge(),
                List.of()));
    assertThat(head).doesNotContain("managingEditor");
  }

  /** Each is a warning of the W3C validator. */
  @ParameterizedTest
  @EnumSource
  void nothingIsSaidTwice(Cases each) {
    for (var entry : each.feed().entries()) {
      String item = format.entry(entry).toString();
      assertThat(item.contains("<author>") && item.contains("<dc:creator>")).isFalse();
      assertThat(item.split("<enclosure ", -1)).hasSizeLessThanOrEqualTo(2);
      assertThat(item).doesNotContain("dc:date").doesNotContain("dc:subject");
      assertThat(item).doesNotContainPattern("(?s)content:encoded.*<description");
    }
  }

  private String head(Channel channel) {
    Feed feed =
        new Feed(
            channel,
            "tag:blog.example.org,2013:feed/site",
            "https://feeds.example.org/",
            Sample.DATE,
            List.of(),
            ArchiveLinks.NONE);
    return new String(format.document(feed, List.of()).toArray(), StandardCharsets.UTF_8);
  }
}
