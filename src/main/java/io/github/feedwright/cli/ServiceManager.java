package io.github.feedwright.cli;

import io.github.feedwright.thread.Threads;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.DatagramPacket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.newsclub.net.unix.AFSocket;
import org.newsclub.net.unix.AFUNIXDatagramSocket;
import org.newsclub.net.unix.AFUNIXSocketAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notifies systemd that the service is ready, alive or stopping (sd_notify(3)). It does nothing if
 * no service manager asked for it.
 *
 * <p>Threads: {@code main} says that the service is ready, {@code watchdog} that it is alive,
 * {@code shutdown} that it stops.
 */
final class ServiceManager implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ServiceManager.class);

  /** In microseconds: below two milliseconds, half of it would be zero. */
  private static final long SHORTEST = 2_000;

  private final @Nullable String socket;
  private final @Nullable Duration watchdog;
  private final ScheduledExecutorService notifier = Threads.scheduler("watchdog");
  private final AtomicBoolean isUnreachable = new AtomicBoolean();
  private @Nullable ScheduledFuture<?> beat;

  /** The service manager in the environment. */
  ServiceManager(Map<String, String> environment) {
    String name = environment.getOrDefault("NOTIFY_SOCKET", "");
    this.socket = name.isEmpty() || !hasLibrary() ? null : name;
    this.watchdog = watchdog(environment.getOrDefault("WATCHDOG_USEC", ""));
  }

  private static boolean hasLibrary() {
    boolean loaded = loadSilently();
    if (!loaded) {
      LOG.error(
          "systemd cannot be notified that the service is ready or alive, and may stop it: the"
              + " library for this cannot be unpacked and loaded below {}; set PrivateTmp=yes, or"
              + " -Djava.io.tmpdir to a directory that is writable and not mounted noexec.",
          System.getProperty("java.io.tmpdir"));
    }
    return loaded;
  }

  /**
   * If it fails, the library prints a stack trace of some seventy lines, which cannot be switched
   * off.
   */
  private static boolean loadSilently() {
    PrintStream err = System.err;
    System.setErr(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    try {
      return AFSocket.isSupported();
    } finally {
      System.setErr(err);
    }
  }

  private static @Nullable Duration watchdog(String micros) {
    boolean isNumber = micros.matches("\\d{1,15}") && Long.parseLong(micros) >= SHORTEST;
    return isNumber ? Duration.of(Long.parseLong(micros), ChronoUnit.MICROS) : null;
  }

  /**
   * The service is ready; from now on it notifies twice per watchdog interval, while it is alive.
   */
  void ready(BooleanSupplier alive) {
    send("READY=1");
    if (watchdog != null && socket != null) {
      long half = watchdog.toMillis() / 2;
      beat =
          notifier.scheduleAtFixedRate(
              () -> {
                if (alive.getAsBoolean()) {
                  send("WATCHDOG=1");
                }
              },
              half,
              half,
              TimeUnit.MILLISECONDS);
    }
  }

  /** The service is stopping because it was asked to. */
  @Override
  public void close() {
    if (beat != null) {
      beat.cancel(false);
    }
    notifier.shutdownNow();
    send("STOPPING=1");
  }

  private void send(String state) {
    if (socket == null) {
      return;
    }
    byte[] message = state.getBytes(StandardCharsets.UTF_8);
    try (AFUNIXDatagramSocket to = AFUNIXDatagramSocket.newInstance()) {
      to.connect(address(socket));
      to.send(new DatagramPacket(message, message.length));
      isUnreachable.set(false);
    } catch (IOException | RuntimeException e) {
      if (!isUnreachable.getAndSet(true)) {
        LOG.warn(
            "The service manager at {} cannot be notified of {}: {}. Further failures are not"
                + " logged until a notification succeeds.",
            socket,
            state,
            e.getMessage());
      }
    }
  }

  /** A name that begins with {@code @} is in the abstract namespace, not in the file system. */
  private static AFUNIXSocketAddress address(String name) throws IOException {
    return name.startsWith("@")
        ? AFUNIXSocketAddress.inAbstractNamespace(name.substring(1))
        : AFUNIXSocketAddress.of(new File(name));
  }
}
