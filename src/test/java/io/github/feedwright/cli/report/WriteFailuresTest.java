package io.github.feedwright.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** When a build that watches tries again. */
final class WriteFailuresTest {
  @Test
  void eachFailureIsFollowedByALongerWaitUntilAllIsWritten() {
    WriteFailures failures = new WriteFailures();
    assertThat(failures.isTimeToTry()).isTrue();
    for (int i = 0; i < 8; i++) {
      failures.add(Path.of("public"), new IOException("no space left"));
    }
    assertThat(failures.isTimeToTry()).isFalse();
    failures.clear();
    assertThat(failures.isTimeToTry()).isTrue();
  }
}
