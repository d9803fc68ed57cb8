package io.github.feedwright.site;

import static io.github.feedwright.site.RunningSite.within;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.http.RawAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A reader that sends only a date misses no change. */
@Timeout(60)
final class LastModifiedIT {
  private static final Instant NOON = Instant.parse("2026-03-04T12:00:00.200Z");
  private static final String AT_NOON = "Wed, 04 Mar 2026 12:00:00 GMT";
  private static final String A_SECOND_LATER = "Wed, 04 Mar 2026 12:00:01 GMT";
  private static final Duration TIME_LIMIT = Duration.ofSeconds(20);

  /** While the clock stands no file would ever have held still for a time. */
  private static final String STANDING = "watch: {settle: 0ms}\n";

  @TempDir private Path posts;
  private final AtomicReference<Instant> now = new AtomicReference<>(NOON);

  /** A clock that stands until it is moved. */
  private final Clock clock =
      new Clock() {
        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
          return now.get();
        }
      };

  private static String post(String text) {
    return "---\ntitle: One\ndate: 2014-04-04\ntags: cloud\n---\n" + text + "\n";
  }

  private static int since(RunningSite site, String path, String date) throws IOException {
    return site.ask("GET", path, "If-Modified-Since: " + date).status();
  }

  @Test
  void aSecondChangeWithinOneSecondReachesEveryReader() throws Exception {
    RunningSite.write(posts, "one.md", post("First."));
    try (RunningSite site = RunningSite.on(posts, STANDING, clock)) {
      assertThat(site.ask("GET", "/rss.xml").field("Last-Modified")).isEqualTo(AT_NOON);
      assertThat(since(site, "/rss.xml", AT_NOON)).isEqualTo(304);

      site.save("one.md", post("Second."));
      within(TIME_LIMIT, () -> site.body("/rss.xml").contains("Second."));
      RawAnswer changed = site.ask("GET", "/rss.xml");
      assertThat(changed.field("Last-Modified")).isNull();
      assertThat(since(site, "/rss.xml", AT_NOON)).isEqualTo(200);
      assertThat(since(site, "/rss.xml", A_SECOND_LATER)).isEqualTo(200);
      RawAnswer unchanged = site.ask("GET", "/rss.xml", "If-None-Match: " + changed.field("ETag"));
      assertThat(unchanged.status()).isEqualTo(304);
      assertThat(unchanged.field("Last-Modified")).isNull();

      now.set(NOON.plusSeconds(1));
      assertThat(site.ask("GET", "/rss.xml").field("Last-Modified")).isEqualTo(A_SECOND_LATER);
      assertThat(since(site, "/rss.xml", AT_NOON)).isEqualTo(200);
      assertThat(since(site, "/rss.xml", A_SECOND_LATER)).isEqualTo(304);
    }
  }

  @Test
  void aPictureThatIsReplacedByAnOlderOneIsNewToEverybody() throws Exception {
    RunningSite.write(posts, "one.md", post("![a](pic.png)"));
    RunningSite.write(posts, "pic.png", "the first picture");
    try (RunningSite site = RunningSite.on(posts, STANDING, clock)) {
      assertThat(site.ask("GET", "/pic.png").field("Last-Modified")).isEqualTo(AT_NOON);
      now.set(NOON.plusSeconds(60));
      Path older = Files.writeString(posts.resolve(".older"), "an older picture");
      Files.setLastModifiedTime(older, FileTime.from(NOON.minus(Duration.ofDays(9))));
      Files.move(older, posts.resolve("pic.png"), StandardCopyOption.ATOMIC_MOVE);
      within(
          TIME_LIMIT,
          () -> {
            RawAnswer answer = site.ask("GET", "/pic.png");
            return answer.body().startsWith("an older") && answer.field("ETag") != null;
          });
      assertThat(since(site, "/pic.png", AT_NOON)).isEqualTo(200);
    }
  }
}
