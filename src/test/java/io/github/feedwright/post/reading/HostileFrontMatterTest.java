package io.github.feedwright.post.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.feedwright.post.Reading;
import io.github.feedwright.post.author.Authors;
import io.github.feedwright.settings.LimitSettings;
import io.github.feedwright.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that a file may hold throws, or takes long. */
final class HostileFrontMatterTest {
  private static final int BLOCK = 60_000;
  private static final Duration SOON = Duration.ofSeconds(10);

  static Stream<Arguments> files() {
    return Stream.of(
        file("a fence of 1 MiB", "-".repeat(1 << 20)),
        file("a fence that never ends", "---\n" + "a: b\n".repeat(200_000)),
        file("fences only", "---\n".repeat(200_000)),
        file("blank lines", "\n".repeat(1 << 20)),
        file("aliases", yaml(bomb())),
        file("deep YAML", yaml("a: " + "[".repeat(BLOCK))),
        file("indented YAML", yaml("a:\n" + nested())),
        file("many keys", yaml(lines("k%d: v"))),
        file("one long title", yaml("title: " + "x ".repeat(BLOCK / 2))),
        file("many tags", yaml("tags: " + "a,b;".repeat(BLOCK / 4))),
        file("many blanks", yaml("tags: 'a" + " ".repeat(BLOCK) + "b'")),
        file("a long date", yaml("date: 2013-07-12" + " ".repeat(BLOCK - 100) + "x")),
        file("a long zone", yaml("date: 2013-07-12 10:00 " + "A/".repeat(BLOCK / 2))),
        file("a long author", yaml("author: " + "<".repeat(BLOCK) + ">")),
        file("a long id", yaml("id: '" + "a:".repeat(BLOCK / 2) + " '")),
        file("a long path", yaml("permalink: " + "/..".repeat(BLOCK / 3))),
        file("commas within an alias", yaml("aliases: '/a" + ",".repeat(BLOCK) + "b'")),
        file(
            "blanks within an old path",
            yaml("redirect_from: '/a" + "; ".repeat(BLOCK / 2) + "b'")),
        file(
            "slashes within an enclosure",
            yaml("enclosure: |\n  http://a.b/c.mp3 1 " + "/".repeat(BLOCK) + "\n  x")),
        file("a long language", yaml("lang: " + "a-".repeat(BLOCK / 2))),
        file("deep TOML", toml("a = " + "[".repeat(BLOCK))),
        file("deep inline TOML", toml("a = " + "{b=".repeat(BLOCK / 3))),
        file("dotted TOML", toml("a" + ".a".repeat(BLOCK / 2) + " = 1")),
        file("many TOML errors", toml("a=1 b\n".repeat(BLOCK / 6))),
        file("many TOML tables", toml(lines("[k%d]"))),
        file("deep JSON", "{\"a\":" + "[".repeat(500_000)),
        file("deep JSON objects", "{\"a\":".repeat(100_000)),
        file("a long JSON number", "{\"a\":" + "9".repeat(900_000) + "}"),
        file("a long JSON key", "{\"" + "a".repeat(900_000) + "\":1}"),
        file("metadata without an end", "Title: A\n" + "k: v\n".repeat(200_000)),
        file("a metadata key without an end", "a".repeat(1 << 20)),
        file("metadata that goes on", "Title: A\n" + "    x\n".repeat(100_000)));
  }

  private static Arguments file(String name, String text) {
    return Arguments.of(name, text);
  }

  private static String yaml(String block) {
    return "---\n" + block + "\n---\nText.\n";
  }

  private static String toml(String block) {
    return "+++\n" + block + "\n+++\nText.\n";
  }

  private static String lines(String format) {
    return IntStream.range(0, BLOCK / 10)
        .mapToObj(format::formatted)
        .collect(Collectors.joining("\n"));
  }

  private static String nested() {
    return IntStream.range(1, 300)
        .mapToObj(depth -> " ".repeat(depth) + "a:")
        .collect(Collectors.joining("\n"));
  }

  private static String bomb() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 30; i++) {
      int before = i - 1;
      bomb.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, before, before));
    }
    return bomb.toString();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void aHostileFileIsReadSoonThrowsNothingAndHasShortProblems(String name, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ParsedPost read =
        assertTimeoutPreemptively(SOON, () -> parser().parse("2013-07-12-a.md", bytes), name);

    for (String problem : Reading.problems(read)) {
      assertThat(problem).doesNotContain("\n").hasSizeLessThan(400);
    }
  }

  @Test
  void randomBytesThrowNothing() {
    Random random = new Random(1);
    String[] starts = {"---\n", "+++\n", "{\"", "Title: ", ""};
    for (int i = 0; i < 2_000; i++) {
      byte[] noise = new byte[random.nextInt(60)];
      random.nextBytes(noise);
      String text =
          starts[i % starts.length]
              + new String(noise, StandardCharsets.ISO_8859_1).replace('\u0085', ':')
              + "\n---\n+++\n";
      assertThat(parser().parse("2013-07-12-a.md", text.getBytes(StandardCharsets.UTF_8)))
          .isNotNull();
      assertThat(parser().parse("a.md", noise)).isNotNull();
    }
  }

  /** With the limits that a site has where it sets none. */
  private static PostParser parser() {
    Settings settings = Reading.settings();
    return new PostParser(
        new Settings(
            settings.site(),
            settings.posts(),
            settings.feeds(),
            settings.content(),
            settings.notes(),
            settings.languages(),
            settings.ids(),
            settings.guard(),
            settings.http(),
            settings.redirects(),
            settings.gone(),
            settings.watch(),
            LimitSettings.DEFAULT,
            null,
            settings.monitoring()),
        Authors.none());
  }
}
