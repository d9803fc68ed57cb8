package io.github.feedwright.push.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.push.TextFeed;
import io.github.feedwright.web.push.PublishedFeed;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When a change is told. */
final class LiveTopicTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration DELAY = Duration.ofMillis(500);
  private static final Duration INTERVAL = Duration.ofMinutes(1);

  private LiveTopic topic = LiveTopic.known(feed("0"), START.minus(INTERVAL));

  private static PublishedFeed feed(String text) {
    String url = "https://feeds.example.org/atom.xml";
    return new PublishedFeed(url, new TextFeed(url, text));
  }

  private void change(String text, long millis) {
    topic = topic.changedTo(feed(text), START.plusMillis(millis));
  }

  private void release(long millis) {
    topic = topic.releasedAs(topic.current(), START.plusMillis(millis));
  }

  private @Nullable Long releaseAt(Duration delay) {
    Instant first = topic.firstChange();
    return first == null
        ? null
        : Duration.between(START, topic.releaseAt(first, delay, INTERVAL)).toMillis();
  }

  @Test
  void aChangeIsToldHalfASecondAfterTheLastOfItsKind() {
    change("1", 0);
    assertThat(releaseAt(DELAY)).isEqualTo(500);
    change("2", 400);
    assertThat(releaseAt(DELAY)).isEqualTo(900);
  }

  @Test
  void theNextOneIsToldAMinuteAfterTheLast() {
    change("1", 0);
    release(500);
    assertThat(releaseAt(DELAY)).isNull();
    change("2", 1_000);
    assertThat(releaseAt(DELAY)).isEqualTo(60_500);
    change("3", 60_400);
    assertThat(releaseAt(DELAY)).isEqualTo(60_900);
  }

  @Test
  void whatKeepsChangingIsToldAllTheSame() {
    for (long millis = 0; millis < 120_000; millis += 400) {
      change("after " + millis, millis);
    }
    assertThat(releaseAt(DELAY)).isEqualTo(60_000);
    assertThat(releaseAt(Duration.ofMinutes(2))).isEqualTo(120_000);
  }

  @Test
  void whatIsAsBeforeIsNotTold() {
    change("1", 0);
    change("0", 100);
    assertThat(releaseAt(DELAY)).isNull();
  }
}
