package io.github.feedwright.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs of other people that stand before or behind ours. */
final class Tool {
  private Tool() {}

  /** Skips the test where a program is not installed, and says what would have to be. */
  static void need(String name, String debianPackage) {
    assumeTrue(
        isInstalled(name), "no " + name + " here: install Debian's package " + debianPackage);
  }

  private static boolean isInstalled(String name) {
    return Stream.concat(
            Stream.of(System.getenv("PATH").split(File.pathSeparator, -1)),
            Stream.of("/usr/sbin", "/usr/bin"))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, name)));
  }

  /** Runs a program to its end, and gives what it printed. */
  static String run(Path home, List<String> command) throws IOException, InterruptedException {
    Path out = Files.createTempFile(home, "out", ".txt");
    Process process = start(home, out, command);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("%s ended", command).isTrue();
    String printed = Files.readString(out, StandardCharsets.UTF_8);
    assertThat(process.exitValue()).as("%s: %s", command, printed).isZero();
    return printed;
  }

  /** Starts a program that goes on, with a home directory of its own. */
  static Process start(Path home, Path out, List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
    builder.environment().put("HOME", home.toString());
    builder.environment().put("TERM", "dumb");
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().merge("PATH", "/usr/sbin", (path, more) -> path + ":" + more);
    return builder.redirectErrorStream(true).redirectOutput(out.toFile()).start();
  }

  /** A port that nobody listens on now. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
