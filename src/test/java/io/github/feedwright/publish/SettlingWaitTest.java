package io.github.feedwright.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.intake.Signal;
import io.github.feedwright.source.FileEvent;
import io.github.feedwright.web.cache.CacheLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long posts wait for a directory to settle. */
final class SettlingWaitTest {
  private static final String SITE = "site: {title: T, url: \"https://example.org/\"}\n";

  @TempDir private Path posts;
  private final SettlingWait wait = new SettlingWait();

  @BeforeEach
  void write() throws Exception {
    SteppedSite.write(posts, "a.md", "---\ndate: 2024-01-01\n---\nA.\n");
  }

  /** Gives a post another date, which waits until it is known how many have one. */
  private Instant redate(SteppedSite site) throws Exception {
    SteppedSite.write(posts, "a.md", "---\ndate: 2023-01-01\n---\nA.\n");
    site.turn(new Signal.Touched("a.md", FileEvent.APPEARED));
    assertThat(site.runtime().pipeline().continuity().waitsForSettling()).isTrue();
    return site.now();
  }

  private boolean ends(SteppedSite site, boolean isUnchanged, Instant now) {
    boolean isOver = wait.end(site.runtime(), isUnchanged, now);
    site.publish();
    wait.begin(site.runtime(), now);
    return isOver;
  }

  @Test
  void inADirectoryThatNeverSettlesItIsTenSeconds() throws Exception {
    try (SteppedSite site = SteppedSite.on(posts, SITE, CacheLimits.USUAL)) {
      Instant start = redate(site);
      wait.begin(site.runtime(), start);
      assertThat(ends(site, false, start.plusSeconds(5))).isFalse();
      assertThat(ends(site, false, start.plusMillis(9_999))).isFalse();
      assertThat(site.body("/rss.xml")).contains("01 Jan 2024");
      assertThat(ends(site, false, start.plusSeconds(10))).isTrue();
      assertThat(site.body("/rss.xml")).contains("01 Jan 2023");
      assertThat(ends(site, false, start.plus(Duration.ofDays(1)))).isFalse();
    }
  }

  @Test
  void aScanThatFindsNothingNewEndsIt() throws Exception {
    try (SteppedSite site = SteppedSite.on(posts, SITE, CacheLimits.USUAL)) {
      assertThat(ends(site, true, site.now())).isFalse();
      Instant start = redate(site);
      wait.begin(site.runtime(), start);
      assertThat(ends(site, true, start)).isTrue();
      assertThat(site.body("/rss.xml")).contains("01 Jan 2023");
    }
  }
}
