package io.github.feedwright;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares whole documents, byte for byte. After an intended change, {@code -Dgoldens=write} writes
 * them again; review the diff, and send what changed through the W3C validator.
 */
public final class Golden {
  private static final Path RESOURCES = Path.of("src/test/resources");

  private Golden() {}

  /** Where a directory of test resources is in the source tree. */
  public static Path directory(String name) {
    return RESOURCES.resolve(name);
  }

  /** Holds a document to its golden file. */
  public static void assertSame(byte[] document, Path golden) throws IOException {
    if ("write".equals(System.getProperty("goldens"))) {
      Files.write(golden, document);
    }
    assertThat(new String(document, StandardCharsets.UTF_8)).isEqualTo(Files.readString(golden));
  }
}
