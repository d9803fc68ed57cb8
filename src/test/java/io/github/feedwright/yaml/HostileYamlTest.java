package io.github.feedwright.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that cost other readers seconds, gigabytes or their stack. */
final class HostileYamlTest {

  static Stream<Arguments> refused() {
    String deep = "lists and maps are nested more than 16 deep; flatten them";
    String collection =
        "*a refers to a list or a map, and only texts can be repeated; write it out";
    return Stream.of(
        hostile("brackets", "[".repeat(60_000), deep),
        hostile("braces", "{a: ".repeat(15_000), deep),
        hostile("dashes", "- ".repeat(30_000), deep),
        hostile("indentation", indented(17), deep),
        hostile("doubling aliases", "a: &a [x]\nb: &b [*a, *a]\nc: &c [*b, *b]", collection),
        hostile("an alias of itself", "&a [*a]", collection),
        hostile("an alias as a key", "&a {*a : b}", collection),
        hostile(
            "a long text named often",
            "a: &a " + "x".repeat(30_000) + "\nb: [" + "*a,".repeat(5_000) + "]",
            "aliases repeat too much text; write the text out"),
        hostile(
            "a long text",
            "a: " + "x".repeat(70_000),
            "the YAML is longer than 65536 characters; shorten it"),
        hostile(
            "a very long text",
            "a ".repeat(50_000_000),
            "the YAML is longer than 65536 characters; shorten it"),
        hostile(
            "a null character",
            "a: b\nc: \0",
            "the character U+0000 is not allowed in YAML; remove it"),
        hostile(
            "half a character",
            "a: \ud83d",
            "the character U+D83D is not allowed in YAML; remove it"));
  }

  @ParameterizedTest
  @MethodSource
  void refused(String text, String message) {
    MalformedYaml malformed =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(5), () -> YamlReaderTest.refused(text));

    assertThat(malformed).hasMessage(message);
  }

  @Test
  void sixteenLevelsAreTaken() throws MalformedYaml {
    assertThat(YamlReader.read(indented(16), 1)).isInstanceOf(Mapping.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          !!int|abc
          !!timestamp|2014-02-30
          !!binary|AAAA
          !!python/object/apply:os.system|[ls]
          !!javax.script.ScriptEngineManager|[]
          !|x
          !<tag:yaml.org,2002:str>|x
          """)
  void everyTagIsRefused(String tag, String value) {
    assertThat(YamlReaderTest.refused("- a\n- " + tag + " " + value).getMessage())
        .isEqualTo("YAML tags are not supported; remove the tag, or quote it");
  }

  @Test
  void aTextOfManyShortPartsEndsQuickly() {
    Stream<String> parts =
        Stream.of("a\n\n", "? ", "'", "\"\\\n", "# x\n", "- a\n", ": ", "a,", "|\n", "{}\n", "&a ");

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> parts.forEach(part -> readOrRefuse(part.repeat(65_536 / part.length()))));
  }

  @Test
  void noTextMakesAnythingElseBeThrown() {
    String alphabet = "ab:- \n\t'\"[]{},?&*!|>%@`#~\\.<=0\u0085\u2028😀";
    int[] signs = alphabet.codePoints().toArray();
    Random random = new Random(20_260_101);

    for (int round = 0; round < 50_000; round++) {
      readOrRefuse(
          IntStream.range(0, random.nextInt(40))
              .mapToObj(at -> Character.toString(signs[random.nextInt(signs.length)]))
              .collect(Collectors.joining()));
    }
  }

  private static void readOrRefuse(String text) {
    try {
      assertThat(YamlReader.read(text, 1).line()).isPositive();
    } catch (MalformedYaml malformed) {
      assertThat(malformed.line()).as(text).isPositive();
      assertThat(malformed.getMessage()).as(text).isNotBlank().doesNotContain("\n");
    }
  }

  private static String indented(int levels) {
    return IntStream.range(0, levels)
        .mapToObj(level -> "  ".repeat(level) + "a:\n")
        .collect(Collectors.joining());
  }

  private static Arguments hostile(String name, String text, String message) {
    return Arguments.of(Named.of(name, text), message);
  }
}
