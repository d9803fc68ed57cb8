package io.github.feedwright.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.edition.Edition;
import java.time.Duration;
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
}
