package io.github.feedwright.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole documents, byte for byte. After a change that is meant, {@code -Dgoldens=write} writes them
 * anew; what changed is then in the diff, and goes through the W3C validator again.
 */
final class GoldenTest {
  private static final Path DIRECTORY = Path.of("src/test/resources/render");

  static Stream<Arguments> documents() {
    return Arrays.stream(Cases.values())
        .flatMap(
            each -> FeedFormats.all().stream().map(format -> Arguments.of(each, format.name())));
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("documents")
  void aDocumentIsItsGoldenFile(Cases each, String name) throws IOException {
    FeedFormat format = FeedFormats.of(List.of(name)).get(0);
    byte[] document = each.in(format);
    Path golden = DIRECTORY.resolve(each.fileName(format));
    if ("write".equals(System.getProperty("goldens"))) {
      Files.write(golden, document);
    }
    assertThat(new String(document, StandardCharsets.UTF_8)).isEqualTo(Files.readString(golden));
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("documents")
  void renderingTwiceGivesTheSameBytes(Cases each, String name) {
    assertThat(each.in(FeedFormats.of(List.of(name)).get(0)))
        .isEqualTo(each.in(FeedFormats.of(List.of(name)).get(0)));
  }
}
