package io.github.feedwright.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TextHashTest {
  private static final String LONG = "A post of some length, which tells one story. ".repeat(9);

  /** What a text may begin, end and be broken with. */
  private static final List<String> PARTS =
      List.of(
          "\n", "\r\n", "\r", " \n", "\t\n", " ", "\u000B", "\u001F", "\u3000", "\u00A0", "\u2028",
          "ü", "日", "word", "🎈", LONG);

  @ParameterizedTest
  @ValueSource(strings = {"\n%s", "%s\n\n", "\r\n%s  \r\n", "\u3000%s", "%s\u2028", "\u000B%s"})
  void blanksAroundATextDoNotCount(String form) {
    assertThat(TextHash.of(form.formatted(LONG).getBytes(UTF_8)))
        .isEqualTo(TextHash.of(LONG.strip()));
  }

  @Test
  void theFormOfLineEndsDoesNotCount() {
    String text = LONG + "\n" + LONG;
    assertThat(TextHash.of(text.replace("\n", " \t\r\n").getBytes(UTF_8)))
        .isEqualTo(TextHash.of(text.strip()))
        .isNotEqualTo(TextHash.of(text.replace("\n", " ").getBytes(UTF_8)));
  }

  @Test
  void theHashOfBytesIsThatOfTheirText() {
    Random random = new Random(7);
    for (int round = 0; round < 5_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int parts = random.nextInt(7); parts > 0; parts--) {
        text.append(PARTS.get(random.nextInt(PARTS.size())));
      }
      assertThat(TextHash.of(text.toString().getBytes(UTF_8)))
          .as(text.toString())
          .isEqualTo(TextHash.of(text.toString()));
    }
  }

  @Test
  void manyPostsShareAShortText() {
    assertThat(TextHash.identifies(TextHash.of("A link.".getBytes(UTF_8)))).isFalse();
    assertThat(TextHash.identifies(TextHash.of("日".repeat(63).getBytes(UTF_8)))).isFalse();
    assertThat(TextHash.identifies(TextHash.of("日".repeat(64).getBytes(UTF_8)))).isTrue();
    assertThat(TextHash.identifies(TextHash.of(new byte[0]))).isFalse();
  }
}
