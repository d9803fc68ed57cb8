package io.github.feedwright.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.push.client.Callback;
import io.github.feedwright.settings.push.PushLimits;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class PendingRequestsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final PendingRequests pending = new PendingRequests(new PushLimits(10, 10, 2, 3, 1, 1));

  private static HubRequest request(String callback) {
    return new HubRequest(
        true,
        "https://feeds.example.org/rss.xml",
        Callback.parse(callback).orElseThrow(),
        null,
        Duration.ofDays(10),
        null,
        "tag");
  }

  /** Else the failure of the first would end the second, which its subscriber confirms. */
  @Test
  void ofTwoRequestsThatSayTheSameTheSecondIsCurrent() {
    HubRequest first = request("https://reader.example.org/");
    HubRequest second = request("https://reader.example.org/");
    assertThat(first).isEqualTo(second);
    pending.add(first, NOW);
    pending.add(second, NOW);

    assertThat(pending.isCurrent(first)).isFalse();
    assertThat(pending.isCurrent(second)).isTrue();
    assertThat(pending.size()).isEqualTo(1);

    pending.remove(first);
    assertThat(pending.isCurrent(second)).isTrue();
    pending.remove(second);
    assertThat(pending.size()).isZero();
  }
}
