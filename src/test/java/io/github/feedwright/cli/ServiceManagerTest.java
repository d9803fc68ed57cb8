package io.github.feedwright.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.DatagramPacket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.newsclub.net.unix.AFUNIXDatagramSocket;
import org.newsclub.net.unix.AFUNIXSocketAddress;

/** Alone, since it replaces the stream that every log goes to. */
@Isolated
@Timeout(20)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no systemd")
final class ServiceManagerTest {
  @TempDir private Path directory;

  private static String receive(AFUNIXDatagramSocket socket) throws Exception {
    DatagramPacket packet = new DatagramPacket(new byte[64], 64);
    socket.receive(packet);
    return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
  }

  @Test
  void aServiceSaysThatItIsReadyThenThatItLivesThenThatItEnds() throws Exception {
    Path name = directory.resolve("notify");
    try (AFUNIXDatagramSocket systemd = AFUNIXDatagramSocket.newInstance()) {
      systemd.bind(AFUNIXSocketAddress.of(name.toFile()));
      ServiceManager manager =
          new ServiceManager(Map.of("NOTIFY_SOCKET", name.toString(), "WATCHDOG_USEC", "200000"));
      manager.ready(() -> true);
      assertThat(receive(systemd)).isEqualTo("READY=1");
      assertThat(receive(systemd)).isEqualTo("WATCHDOG=1");
      assertThat(receive(systemd)).isEqualTo("WATCHDOG=1");
      manager.close();
      String last = receive(systemd);
      assertThat(last.equals("WATCHDOG=1") ? receive(systemd) : last).isEqualTo("STOPPING=1");
    }
  }

  @Test
  void aServiceThatNoLongerPublishesIsSilent() throws Exception {
    Path name = directory.resolve("notify");
    AtomicBoolean asked = new AtomicBoolean();
    try (AFUNIXDatagramSocket systemd = AFUNIXDatagramSocket.newInstance()) {
      systemd.bind(AFUNIXSocketAddress.of(name.toFile()));
      ServiceManager manager =
          new ServiceManager(Map.of("NOTIFY_SOCKET", name.toString(), "WATCHDOG_USEC", "100000"));
      manager.ready(
          () -> {
            asked.set(true);
            return false;
          });
      await().untilTrue(asked);
      manager.close();
      assertThat(receive(systemd)).isEqualTo("READY=1");
      assertThat(receive(systemd)).isEqualTo("STOPPING=1");
    }
  }

  @Test
  void aServiceManagerThatCannotBeReachedIsReportedOnceUntilItCouldBeReached() throws Exception {
    Path name = directory.resolve("notify");
    AtomicInteger beats = new AtomicInteger();
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    PrintStream err = System.err;
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try (ServiceManager manager =
        new ServiceManager(Map.of("NOTIFY_SOCKET", name.toString(), "WATCHDOG_USEC", "20000"))) {
      manager.ready(() -> beats.incrementAndGet() > 0);
      await().until(() -> beats.get() > 5);
      assertThat(reports(log))
          .containsExactly(
              "WARN  The service manager at "
                  + name
                  + " cannot be notified of READY=1: No such file or directory. Further failures"
                  + " are not logged until a notification succeeds.");
      try (AFUNIXDatagramSocket systemd = AFUNIXDatagramSocket.newInstance()) {
        systemd.bind(AFUNIXSocketAddress.of(name.toFile()));
        assertThat(receive(systemd)).isEqualTo("WATCHDOG=1");
      }
      Files.deleteIfExists(name);
      int before = beats.get();
      await().until(() -> beats.get() > before + 5);
      assertThat(reports(log)).hasSize(2);
    } finally {
      System.setErr(err);
    }
    assertThat(reports(log)).hasSize(2);
  }

  private static List<String> reports(ByteArrayOutputStream log) {
    return log.toString(StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.replaceFirst("^\\S+T\\S+ ", ""))
        .toList();
  }

  /** A watchdog alone is of no use, and an empty name is none. */
  static Stream<Map<String, String>> withoutAServiceManager() {
    return Stream.of(
        Map.of(),
        Map.of("WATCHDOG_USEC", "2000"),
        Map.of("WATCHDOG_USEC", "2000", "NOTIFY_SOCKET", ""));
  }

  @ParameterizedTest
  @MethodSource("withoutAServiceManager")
  void whereNobodyAskedNobodyIsTold(Map<String, String> environment) {
    AtomicInteger beats = new AtomicInteger();
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    PrintStream err = System.err;
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try (ServiceManager manager = new ServiceManager(environment)) {
      manager.ready(() -> beats.incrementAndGet() > 0);
      await().during(Duration.ofMillis(100)).until(() -> beats.get() == 0);
    } finally {
      System.setErr(err);
    }
    assertThat(reports(log)).isEmpty();
  }
}
