package io.github.feedwright;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Makes the directories of tests in memory, where Linux has it as a file system with enough room.
 * On a disk with ext4, whoever makes a file looks for one that was not deleted within the last
 * minutes: beside tests that delete thousands, that took a tenth of all processor time.
 */
public final class TempDirsInMemory implements TempDirFactory {
  private static final Path MEMORY = Path.of("/dev/shm");

  /** In bytes: several times what all tests together write. Containers may have 64 MB. */
  private static final long ROOM = 2L << 30;

  @Override
  public Path createTempDirectory(AnnotatedElementContext field, ExtensionContext test)
      throws IOException {
    return hasRoom()
        ? Files.createTempDirectory(MEMORY, "junit-")
        : Files.createTempDirectory("junit-");
  }

  private static boolean hasRoom() throws IOException {
    return Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > ROOM;
  }
}
