package io.github.feedwright.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SlugTest {
  @ParameterizedTest
  @CsvSource({
    "C, c",
    "C++, c++",
    "C#, c-sharp",
    ".NET, dot-net",
    "#hashtag, hashtag",
    "devconf.cz, devconf.cz",
    "日本語, 日本語",
    "oVirt, ovirt",
    "OVIRT, ovirt",
    "open source, open-source",
    "'  open   source ', open-source",
    "Q&A, qanda",
    "R & D, r-and-d",
    "Café, café",
    "ÅNGSTRÖM, ångström",
    "a.b., a.b",
    "a..b, a-b",
    "1.10, 1.10",
    "rock 'n' roll, rock-n-roll",
    "--x--, x",
    "हिन्दी, हिन्दी",
    "!!!, ~212121",
    "🎉, ~f09f8e89",
  })
  void aNameHasOneSlug(String name, String slug) {
    assertThat(Slug.of(name)).isEqualTo(slug);
  }

  @Test
  void bothNormalFormsOfANameHaveOneSlug() {
    String decomposed = Normalizer.normalize("Café", Normalizer.Form.NFD);
    assertThat(Slug.of(decomposed)).isEqualTo(Slug.of("Café"));
  }

  @Test
  void namesThatDifferInSignsAloneAreSeveralTerms() {
    assertThat(java.util.stream.Stream.of("C", "C++", "C#", ".NET", "devconf.cz", "日本語"))
        .extracting(Slug::of)
        .doesNotHaveDuplicates();
  }
}
