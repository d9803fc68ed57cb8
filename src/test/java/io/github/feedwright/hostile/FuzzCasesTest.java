package io.github.feedwright.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.feedwright.http.HeaderFieldInvariants;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What fuzzing starts from and what it has found, as plain tests. */
final class FuzzCasesTest {
  private static final Path RESOURCES = Path.of("src/test/resources/io/github/feedwright");

  static Stream<Arguments> cases() throws IOException {
    return Stream.of(
            of("hostile/PostFuzzInputs/reads", Invariants::post),
            of("hostile/YamlFuzzInputs/reads", bytes -> Invariants.yaml(utf8(bytes))),
            of("hostile/ContentFuzzInputs/renders", bytes -> Invariants.content(utf8(bytes))),
            of(
                "http/HeaderFieldsFuzzInputs/understands",
                bytes ->
                    HeaderFieldInvariants.hold(new String(bytes, StandardCharsets.ISO_8859_1))))
        .flatMap(List::stream);
  }

  private static String utf8(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static List<Arguments> of(String folder, Consumer<byte[]> target) throws IOException {
    List<Arguments> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(RESOURCES.resolve(folder))) {
      for (Path file : files.sorted().toList()) {
        byte[] bytes = Files.readAllBytes(file);
        cases.add(Arguments.of(Named.of(folder + "/" + file.getFileName(), bytes), target));
      }
    }
    assertThat(cases).isNotEmpty();
    return cases;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void cases(byte[] bytes, Consumer<byte[]> target) {
    assertTimeoutPreemptively(Duration.ofSeconds(30), () -> target.accept(bytes));
  }
}
