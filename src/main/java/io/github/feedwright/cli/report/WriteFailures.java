package io.github.feedwright.cli.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Why changes could not be written: each cause is said once, until a change is written again.
 *
 * <p>Threads: only {@code main}.
 */
public final class WriteFailures {
  private static final Logger LOG = LoggerFactory.getLogger(WriteFailures.class);
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private String last = "";
  private Duration wait = Duration.ZERO;
  private long since;

  /** Whether it is time to try again; each failure doubles the wait. */
  public boolean isTimeToTry() {
    return System.nanoTime() - since >= wait.toNanos();
  }

  /** A change could not be written. */
  public void add(Path out, IOException failure) {
    String why = failure.toString();
    if (!why.equals(last)) {
      LOG.error("A change could not be written to {}; trying again: {}", out, why);
    }
    last = why;
    since = System.nanoTime();
    Duration next = wait.isZero() ? Duration.ofMillis(100) : wait.multipliedBy(2);
    wait = next.compareTo(LONGEST) > 0 ? LONGEST : next;
  }

  /** All is written again. */
  public void clear() {
    last = "";
    wait = Duration.ZERO;
  }
}
