package io.github.feedwright.cli.report;

import io.github.feedwright.output.Progress;
import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A line on the terminal with the progress of long work, which is cleared at the end. Without a
 * terminal, nothing is printed.
 */
public final class ProgressLine implements Progress, AutoCloseable {
  private static final long PAUSE = Duration.ofMillis(100).toNanos();

  private final String verb;
  private final @Nullable PrintWriter terminal;
  private final LongSupplier nanos;
  private long last;
  private String shown = "";

  /**
   * A line on a terminal.
   *
   * @param verb what is being done, such as {@code Checking post}
   * @param nanos the time, from {@link System#nanoTime}
   */
  public ProgressLine(String verb, @Nullable PrintWriter terminal, LongSupplier nanos) {
    this.verb = verb;
    this.terminal = terminal;
    this.nanos = nanos;
    this.last = nanos.getAsLong();
  }

  /** A line on the terminal that the program was started from, if any. */
  public static ProgressLine of(String verb) {
    Console console = System.console();
    return new ProgressLine(verb, terminal(console), System::nanoTime);
  }

  /**
   * Up to Java 21, a console is a terminal; from Java 22 on there is always a console, so it is
   * asked.
   */
  @SuppressWarnings("SystemConsoleNull")
  private static @Nullable PrintWriter terminal(@Nullable Console console) {
    if (console == null) {
      return null;
    }
    try {
      boolean isTerminal = (boolean) Console.class.getMethod("isTerminal").invoke(console);
      return isTerminal ? console.writer() : null;
    } catch (NoSuchMethodException before22) {
      return console.writer();
    } catch (ReflectiveOperationException unknown) {
      return null;
    }
  }

  @Override
  public void done(int done, int all) {
    long now = nanos.getAsLong();
    if (terminal != null && now - last >= PAUSE) {
      last = now;
      shown = verb + " " + done + " of " + all;
      terminal.print("\r" + shown);
      terminal.flush();
    }
  }

  @Override
  public void close() {
    if (terminal != null && !shown.isEmpty()) {
      terminal.print("\r" + " ".repeat(shown.length()) + "\r");
      terminal.flush();
    }
  }
}
