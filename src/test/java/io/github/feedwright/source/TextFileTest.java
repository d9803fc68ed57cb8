package io.github.feedwright.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class TextFileTest {
  @TempDir private Path directory;

  private static void refused(Path file, String message) {
    ThrowingCallable read = () -> TextFile.read(file);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> assertThatThrownBy(read).isInstanceOf(IOException.class).hasMessage(message));
  }

  @Test
  void aFileIsReadThroughLinks() throws Exception {
    Path file = Files.writeString(directory.resolve("a.yml"), "ada: Adélie");
    Path link = Files.createSymbolicLink(directory.resolve("b.yml"), file);
    assertThat(TextFile.read(link)).isEqualTo("ada: Adélie");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no such files")
  void aPipeOrADeviceIsNeverWaitedFor() throws Exception {
    Path pipe = directory.resolve("pipe");
    new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
    assertThat(pipe).exists();
    Path link = directory.resolve("link");
    Files.createSymbolicLink(link, Path.of("/dev/zero"));
    String message = "it is a pipe, a socket or a device; replace it with a file";
    refused(pipe, message);
    refused(link, message);
  }

  @Test
  void aDirectoryIsRefused() {
    refused(directory, "it is a directory; replace it with a file");
  }

  @Test
  void aFileOverAMebibyteIsNotRead() throws Exception {
    Path file = directory.resolve("large.yml");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(1_048_576);
      assertThat(TextFile.read(file)).hasSize(1_048_576);
      sparse.setLength(5L << 30);
    }
    refused(file, "it has 5368709120 bytes or more; the limit is 1048576; make it smaller");
  }

  @Test
  void missingFilesAndFilesThatAreNotTextAreDistinguished() throws Exception {
    assertThatThrownBy(() -> TextFile.read(directory.resolve("no.yml")))
        .isInstanceOf(NoSuchFileException.class);
    Path file = Files.write(directory.resolve("a.yml"), new byte[] {(byte) 0xff});
    assertThatThrownBy(() -> TextFile.read(file)).isInstanceOf(MalformedInputException.class);
  }
}
