package io.github.feedwright.output.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutputDirectoryTest {
  @TempDir private Path directory;

  @Test
  void aFileThatThisLocaleCannotNameStaysOurs() throws Exception {
    // No file system has this one. With LC_ALL=C, those with other letters than ASCII's are such.
    String unnameable = "a%00b";
    Path files = Files.createDirectory(directory.resolve(".feedwright")).resolve("files.txt");
    Files.writeString(files, unnameable + "\n");
    try (OutputDirectory out = OutputDirectory.open(directory)) {
      out.announce(List.of("c"));
      out.write("c", ByteBuffer.allocate(1));
      out.removeOthers();
    }
    assertThat(Files.readAllLines(files)).contains(unnameable, "c");
  }
}
