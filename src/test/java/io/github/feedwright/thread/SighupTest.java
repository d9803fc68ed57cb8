package io.github.feedwright.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.Isolated;

/** The signal is for the whole process. */
@Isolated
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no SIGHUP")
final class SighupTest {
  @Test
  void theSignalRunsTheTaskAndDoesNotEndTheProgram() throws Exception {
    assumeTrue(
        mayBeSent(), "this program was started so that it ignores the signal, as nohup does");
    CountDownLatch asked = new CountDownLatch(1);
    Sighup.handle(asked::countDown);
    long own = ProcessHandle.current().pid();
    new ProcessBuilder("sh", "-c", "kill -HUP " + own).start().waitFor();
    assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
  }

  /** What a program ignores at its start it ignores until its end; Linux lists it. */
  private static boolean mayBeSent() throws Exception {
    Path status = Path.of("/proc/self/status");
    return !Files.exists(status)
        || Files.readAllLines(status).stream()
            .noneMatch(each -> each.matches("SigIgn:.*[13579bdf]"));
  }
}
