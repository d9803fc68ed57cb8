package io.github.feedwright.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LanguageNamesTest {
  @ParameterizedTest
  @CsvSource({
    "fr, Français",
    "FR, Français",
    "pt-BR, Português (Brasil)",
    "fr-BE, Français (BE)",
    "zh-Hant-HK, 繁體中文 (HK)",
    "de-1996, Deutsch (1996)",
    "tlh, tlh"
  })
  void aLanguageHasTheNameThatItGivesItself(String tag, String name) {
    assertThat(LanguageNames.of(tag)).isEqualTo(name);
  }
}
