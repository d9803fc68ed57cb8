package io.github.feedwright.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A text file outside the posts directory: the configuration, the authors file. */
public final class TextFile {
  /** In bytes: a hundred times the largest real one. */
  private static final int MOST = 1_048_576;

  private TextFile() {}

  /**
   * Reads a file; a symbolic link is followed.
   *
   * @throws NoSuchFileException if there is none
   * @throws CharacterCodingException if it is not UTF-8
   * @throws IOException if it is not a file, has more than 1 MiB, or cannot be read; the message is
   *     part of a sentence that says why
   */
  public static String read(Path file) throws IOException {
    try {
      Path real = file.toRealPath();
      requireFile(FileStat.of(real));
      byte[] bytes = bytes(real);
      requireSize(bytes.length);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (NoSuchFileException | CharacterCodingException e) {
      throw e;
    } catch (IOException refused) {
      throw new IOException(Reasons.of(refused), refused);
    }
  }

  /** Reading a pipe would block, and a device might never end. */
  private static void requireFile(FileStat stat) throws IOException {
    if (!stat.isFile()) {
      String kind =
          stat.kind() == FileStat.FileKind.DIRECTORY
              ? "a directory"
              : "a pipe, a socket or a device";
      throw new IOException("it is " + kind + "; replace it with a file");
    }
    requireSize(stat.size());
  }

  private static void requireSize(long size) throws IOException {
    if (size > MOST) {
      throw new IOException(
          "it has " + size + " bytes or more; the limit is " + MOST + "; make it smaller");
    }
  }

  /** Reading one byte more than allowed shows whether the file grew after its size was checked. */
  private static byte[] bytes(Path real) throws IOException {
    try (InputStream in = Files.newInputStream(real, LinkOption.NOFOLLOW_LINKS)) {
      return in.readNBytes(MOST + 1);
    }
  }
}
