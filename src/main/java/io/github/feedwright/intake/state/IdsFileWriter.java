package io.github.feedwright.intake.state;

import io.github.feedwright.identity.IdsFile;
import io.github.feedwright.identity.RecordedId;
import io.github.feedwright.source.TextFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;

/** Writes {@code ids.tsv}: the file is replaced whole, or stays as it is. */
public final class IdsFileWriter {
  private IdsFileWriter() {}

  /**
   * Adds lines, each in place of those of its path and of its id.
   *
   * @param directory with the posts
   * @return the file as it is now
   * @throws IOException if the file cannot be read or written
   */
  public static IdsFile write(Path directory, Collection<RecordedId> ids) throws IOException {
    Path file = directory.resolve(IdsFile.NAME);
    String text = IdsFile.read(text(file)).with(ids);
    // A name that is ignored, and rights like those of any other new file.
    Path fresh = directory.resolve("." + IdsFile.NAME + ".new");
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    return IdsFile.read(text);
  }

  private static String text(Path file) throws IOException {
    try {
      return TextFile.read(file);
    } catch (NoSuchFileException none) {
      return "";
    }
  }
}
