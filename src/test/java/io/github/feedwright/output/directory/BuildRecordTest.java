package io.github.feedwright.output.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BuildRecordTest {
  @TempDir private Path directory;

  @Test
  void aNameThatThisLocaleDoesNotHaveIsThatOfNoFile() throws Exception {
    // No file system has this one. With LC_ALL=C, those with other letters than ASCII's are such.
    String unnameable = "a\0b";
    Files.createDirectory(directory.resolve(".feedwright"));
    Files.createFile(directory.resolve("a"));
    BuildRecord record = BuildRecord.in(directory, "identity");
    record.add("a", "digest");
    record.add(unnameable, "digest");
    record.write();
    BuildRecord next = BuildRecord.in(directory, "identity");
    assertThat(next.isMadeOf("a", "digest")).isTrue();
    assertThat(next.isMadeOf(unnameable, "digest")).isFalse();
  }
}
