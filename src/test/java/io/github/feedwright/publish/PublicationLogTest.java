package io.github.feedwright.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.edition.Edition;
import io.github.feedwright.web.cache.CacheLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PublicationLogTest {
  @ParameterizedTest
  @CsvSource({
    "2, 9, 14, 'published 2 posts, 9 feeds changed, 14 ms'",
    "1, 1, 0, 'published 1 post, 1 feed changed, 0 ms'",
    "0, 3, 1500, 'published 0 posts, 3 feeds changed, 1500 ms'"
  })
  void aChangeIsOneLine(int posts, int feeds, int millis, String line) {
    assertThat(PublicationLog.line(new Edition.Changed(posts, feeds), Duration.ofMillis(millis)))
        .isEqualTo(line);
  }

  private static final String SITE =
      "site: {title: T, url: \"https://example.org/\", id: \"tag:example.org,2013\"}\n";

  @TempDir private Path posts;

  private SteppedSite site() throws IOException {
    SteppedSite.write(
        posts, "2014-01-01-two.md", "---\ntitle: Two\n---\n[a](/2014/01/03/three/)\n");
    SteppedSite.write(posts, "2014-01-02-one.md", "---\ntitle: One\ntags: [a]\n---\nText.\n");
    return SteppedSite.on(posts, SITE, CacheLimits.USUAL);
  }

  @Test
  void aPostThatOthersLinkToIsOnePost() throws IOException {
    try (SteppedSite site = site()) {
      site.write("2014-01-03-three.md", "---\ntitle: Three\n---\nText.\n");
      assertThat(site.changed()).isEqualTo(new Edition.Changed(1, 3));
      site.delete("2014-01-03-three.md");
      assertThat(site.changed()).isEqualTo(new Edition.Changed(1, 3));
    }
  }

  @Test
  void ofANewConfigurationOnlyWhatReadersSeeCounts() throws IOException {
    try (SteppedSite site = site()) {
      String later = SITE + "watch: {scan: 20s}\n";
      assertThat(site.reconfigure(later)).isEqualTo(new Edition.Changed(0, 0));
      String titled = later.replace("title: T", "title: U");
      assertThat(site.reconfigure(titled)).isEqualTo(new Edition.Changed(0, 6));
      String moved = titled + "posts: {permalink: \"/:slug/\"}\n";
      assertThat(site.reconfigure(moved)).isEqualTo(new Edition.Changed(2, 6));
      String fewer = moved + "feeds: {formats: [rss, atom]}\n";
      assertThat(site.reconfigure(fewer)).isEqualTo(new Edition.Changed(0, 2));
    }
  }
}
