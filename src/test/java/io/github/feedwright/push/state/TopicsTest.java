package io.github.feedwright.push.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.push.state.Topics.Version;
import io.github.feedwright.settings.push.PushLimits;
import io.github.feedwright.settings.push.PushSettings;
import io.github.feedwright.settings.push.PushSettings.Signature;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which server is behind, and which is ahead. */
final class TopicsTest {
  private static final String URL = "https://feeds.example.org/atom.xml";
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir private Path directory;
  private Database database;
  private Topics topics;

  @BeforeEach
  void open() {
    database =
        Database.open(
            new PushSettings(
                true,
                List.of(),
                directory,
                null,
                List.of(),
                Duration.ZERO,
                Duration.ZERO,
                Signature.SHA256,
                PushLimits.DEFAULT));
    topics = new Topics(database);
    database.run(connection -> Topics.track(connection, URL, "a", NOW));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private boolean release(String tag, @Nullable String former, boolean sure) {
    return !topics.release(List.of(new Version(URL, tag, former, sure)), NOW).isEmpty();
  }

  private @Nullable String newest() {
    Topics.Newest newest = topics.newest().get(URL);
    return newest == null ? null : newest.tag();
  }

  @Test
  void whatFollowsTheNewestBecomesIt() {
    assertThat(release("b", "a", false)).isTrue();
    assertThat(release("c", "b", false)).isTrue();
    assertThat(newest()).isEqualTo("c");
  }

  @Test
  void aServerThatFollowsAnOlderOneIsBehind() {
    release("b", "a", false);
    assertThat(release("c", "a", false)).isFalse();
    assertThat(release("a", null, false)).isFalse();
    assertThat(newest()).isEqualTo("b");
  }

  @Test
  void aServerThatWasStartedWithWhatNobodyHadIsAhead() {
    release("b", "a", false);
    assertThat(release("c", null, false)).isTrue();
    assertThat(newest()).isEqualTo("c");
  }

  @Test
  void aServerThatIsAloneIsNeverBehind() {
    release("b", "a", false);
    assertThat(release("a", null, true)).isTrue();
    assertThat(newest()).isEqualTo("a");
  }

  @Test
  void theLastFiftyVersionsAreKnown() {
    String former = "a";
    for (int version = 1; version <= 49; version++) {
      release("v" + version, former, false);
      former = "v" + version;
    }
    assertThat(release("a", null, false)).isFalse();
    release("v50", former, false);
    assertThat(release("a", null, false)).isTrue();
  }

  @Test
  void ofATopicWithoutSubscriberNothingIsRemembered() {
    Version other = new Version("https://feeds.example.org/rss.xml", "a", null, false);
    assertThat(topics.release(List.of(other), NOW)).containsExactly(other);
    assertThat(topics.newest()).containsOnlyKeys(URL);
  }
}
