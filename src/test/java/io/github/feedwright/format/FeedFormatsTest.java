package io.github.feedwright.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FeedFormatsTest {
  @ParameterizedTest
  @CsvSource({
    "rss, RSS 2.0, rss.xml, application/rss+xml",
    "atom, Atom 1.0, atom.xml, application/atom+xml",
    "json, JSON Feed 1.1, feed.json, application/feed+json"
  })
  void aFormatIsFoundByItsName(String name, String title, String fileName, String mediaType) {
    FeedFormat format = FeedFormats.of(List.of(name)).get(0);
    assertThat(format.name()).isEqualTo(name);
    assertThat(format.title()).isEqualTo(title);
    assertThat(format.fileName()).isEqualTo(fileName);
    assertThat(format.mediaType()).isEqualTo(mediaType);
  }

  @Test
  void formatsComeInTheOrderOfTheNames() {
    assertThat(FeedFormats.of(List.of("json", "rss")))
        .extracting(FeedFormat::name)
        .containsExactly("json", "rss");
  }

  @Test
  void anUnknownNameIsRefusedWithTheNamesThereAre() {
    assertThatThrownBy(() -> FeedFormats.of(List.of("rdf")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no feed format \"rdf\"; known formats are rss, atom, json");
  }
}
