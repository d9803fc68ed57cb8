package io.github.feedwright.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PackedTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"", "a", "Grüße, 日本語 and 🎈", "\n\n\u0000\u0001", "ab ab ab ab ab ab ab ab ab"})
  void aTextComesBackAsItWas(String text) {
    PackedText packed = PackedText.of(text);
    assertThat(packed.text()).isEqualTo(text);
    assertThat(packed.length()).isEqualTo(text.length());
    assertThat(packed).isEqualTo(PackedText.of(text)).hasSameHashCodeAs(PackedText.of(text));
  }

  @Test
  void textsOfAllSizesComeBackAsTheyWere() {
    Random random = new Random(1);
    for (int size = 1; size < 100_000; size *= 2) {
      String noise =
          random
              .ints(size, 32, 0xD800)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      assertThat(PackedText.of(noise).text()).isEqualTo(noise);
      String words = "word ".repeat(size);
      assertThat(PackedText.of(words).text()).isEqualTo(words);
    }
  }

  @Test
  void aTextIsTheSameBeforeItIsPacked() {
    for (String text : List.of("", "a", "Grüße ".repeat(100))) {
      PackedText later = PackedText.notYet(text);
      assertThat(later.text()).isEqualTo(text);
      assertThat(later).isEqualTo(PackedText.of(text)).hasSameHashCodeAs(PackedText.of(text));
      later.pack();
      later.pack();
      assertThat(later.text()).isEqualTo(text);
      assertThat(later.length()).isEqualTo(text.length());
    }
  }

  @Test
  void textsDifferWhereTheirBytesAreAsMany() {
    assertThat(PackedText.of("a text")).isNotEqualTo(PackedText.of("b text"));
  }

  @Test
  void threadsPackAtTheSameTime() {
    String text = "A post of many words. ".repeat(500);
    PackedText alone = PackedText.of(text);
    assertThat(
            IntStream.range(0, 64)
                .mapToObj(each -> CompletableFuture.supplyAsync(() -> PackedText.of(text)))
                .toList())
        .allSatisfy(packed -> assertThat(packed.join()).isEqualTo(alone));
  }
}
