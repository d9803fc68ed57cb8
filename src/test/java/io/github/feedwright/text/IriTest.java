package io.github.feedwright.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IriTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "tag:blog.example.org,2013:a",
        "urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a",
        "https://[::1]:8080/a?b#c",
        "https://ex.org/日本/\uD83D\uDE80",
        "x:%41",
      })
  void whatNamesSomethingByItselfIsAnIri(String text) {
    assertThat(Iri.isAbsolute(text)).isTrue();
    assertThat(Iri.of(text, "tag:x,2000")).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "/a/b",
        ":a",
        "x:",
        "1:a",
        "https://ex.org/a b",
        "https://ex.org/<a>",
        "x:%4",
        "x:%",
        "x:%zz",
        "x:\uD83D",
        "x:\u0007",
        "x:a\nb",
        "x:\uFFFE",
        "x:\\a"
      })
  void whatLacksASchemeOrHoldsWhatMayNotStandIsNone(String text) {
    assertThat(Iri.isAbsolute(text)).isFalse();
  }

  @Test
  void anyOtherTextBecomesATagUriAndNoTwoTheSame() {
    assertThat(Iri.of("a b%20ü", "tag:x,2000")).isEqualTo("tag:x,2000:a%20b%2520%C3%BC");
  }
}
