package io.github.feedwright.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.Isolated;

/** The signal is for the whole process. */
@Isolated
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no SIGHUP")
final class HangupTest {
  @Test
  void theSignalRunsTheTaskAndDoesNotEndTheProgram() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    Hangup.handle(asked::countDown);
    long own = ProcessHandle.current().pid();
    new ProcessBuilder("sh", "-c", "kill -HUP " + own).start().waitFor();
    assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
  }
}
