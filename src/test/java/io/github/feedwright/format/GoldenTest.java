package io.github.feedwright.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole documents of feeds that are made up, byte for byte; {@link Golden} says how to renew them.
 */
final class GoldenTest {
  private static final Path DIRECTORY = Golden.directory("format");

  static Stream<Arguments> documents() {
    return Arrays.stream(Cases.values())
        .flatMap(
            each -> FeedFormats.all().stream().map(format -> Arguments.of(each, format.name())));
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("documents")
  void aDocumentIsItsGoldenFile(Cases each, String name) throws IOException {
    FeedFormat format = FeedFormats.of(List.of(name)).get(0);
    Golden.assertSame(each.in(format), DIRECTORY.resolve(each.fileName(format)));
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("documents")
  void renderingTwiceGivesTheSameBytes(Cases each, String name) {
    assertThat(each.in(FeedFormats.of(List.of(name)).get(0)))
        .isEqualTo(each.in(FeedFormats.of(List.of(name)).get(0)));
  }
}
