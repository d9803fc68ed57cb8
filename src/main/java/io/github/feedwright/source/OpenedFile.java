package io.github.feedwright.source;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;

/**
 * A file that was opened for reading: whatever takes its name later, these are its bytes.
 *
 * @param bytes from the first byte on
 * @param file as it was when it was opened; {@linkplain SourceFile#unknown unknown} where somebody
 *     wrote to it or replaced it in that moment
 */
public record OpenedFile(SeekableByteChannel bytes, SourceFile file) implements Closeable {
  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
