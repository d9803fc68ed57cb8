package io.github.feedwright.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class ProgressLineTest {
  private final StringWriter terminal = new StringWriter();
  private final AtomicLong nanos = new AtomicLong();

  private ProgressLine line() {
    return new ProgressLine("Checking post", new PrintWriter(terminal), nanos::get);
  }

  @Test
  void longWorkIsOneLineThatIsWrittenTenTimesASecondAndWipedAtTheEnd() {
    try (ProgressLine line = line()) {
      for (int done = 1; done <= 25; done++) {
        nanos.addAndGet(10_000_000);
        line.done(done, 25);
      }
    }
    assertThat(terminal)
        .hasToString("\rChecking post 10 of 25\rChecking post 20 of 25\r" + " ".repeat(22) + "\r");
  }

  @Test
  void whatIsDoneAtOnceIsNotSpokenOf() {
    try (ProgressLine line = line()) {
      line.done(1, 1);
    }
    assertThat(terminal.toString()).isEmpty();
  }

  @Test
  void whereThereIsNoTerminalThereIsNoLine() {
    try (ProgressLine line = new ProgressLine("Checking post", null, nanos::get)) {
      nanos.addAndGet(1_000_000_000);
      line.done(1, 2);
    }
    assertThat(terminal.toString()).isEmpty();
  }
}
