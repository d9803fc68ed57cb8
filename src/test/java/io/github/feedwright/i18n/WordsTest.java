package io.github.feedwright.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.library.Taxonomy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class WordsTest {
  private static final Pattern SAID = Pattern.compile("say\\(\"([a-z.]+)\"");
  private static final Pattern VALUE = Pattern.compile("\\{\\d\\}");

  @ParameterizedTest
  @CsvSource({
    "en, LTR",
    "he, RTL",
    "iw, RTL",
    "yi, RTL",
    "ar-EG, RTL",
    "fa, RTL",
    "ur-Latn, LTR",
    "az-Arab-IR, RTL",
    "pa-Arab, RTL",
    "ja, LTR",
    "'', LTR",
    "not a language, LTR"
  })
  void aLanguageHasADirection(String language, Direction direction) {
    assertThat(Direction.of(language)).isEqualTo(direction);
  }

  @ParameterizedTest
  @CsvSource({"de, de", "de-AT, de", "en-GB, en", "sv, en", "den, en", "not a language, en"})
  void aGermanSiteSpeaksGermanAndEveryOtherEnglish(String site, String spoken) {
    assertThat(Words.of(site).language()).isEqualTo(spoken);
  }

  @Test
  void germanSaysAllThatEnglishSaysWithTheSameValues() {
    Map<String, String> english = Words.of("en").texts();
    Map<String, String> german = Words.of("de").texts();

    assertThat(german.keySet()).isEqualTo(english.keySet());
    assertThat(german)
        .allSatisfy(
            (key, text) ->
                assertThat(values(text)).isEqualTo(values(english.getOrDefault(key, ""))));
  }

  private static Set<String> values(String text) {
    Set<String> values = new TreeSet<>();
    VALUE.matcher(text).results().forEach(each -> values.add(each.group()));
    return values;
  }

  @Test
  void everyTextThatPagesSayIsThere() throws IOException {
    Set<String> said = new TreeSet<>();
    for (String directory : List.of("src/main/jte", "src/main/java/io/github/feedwright/page")) {
      try (Stream<Path> files = Files.walk(Path.of(directory))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          SAID.matcher(Files.readString(file)).results().forEach(each -> said.add(each.group(1)));
        }
      }
    }
    said.removeIf(key -> key.endsWith("."));
    assertThat(said).hasSizeGreaterThan(30);
    assertThat(Words.keys()).containsAll(said);
  }

  @ParameterizedTest
  @EnumSource(Taxonomy.class)
  void everyTaxonomyHasItsWords(Taxonomy taxonomy) {
    assertThat(Words.keys())
        .contains(
            taxonomy.label(),
            taxonomy.group(),
            "about." + taxonomy.label(),
            "about." + taxonomy.group());
  }

  @ParameterizedTest
  @CsvSource({
    "en, 2026-03-09, 9 March 2026, March 2026",
    "de, 2026-03-09, 9. März 2026, März 2026",
    "de, 0987-12-31, 31. Dezember 0987, Dezember 0987"
  })
  void aDayAndAMonthAreWrittenAsTheLanguageDoes(
      String language, LocalDate day, String text, String month) {
    Words words = Words.of(language);
    assertThat(words.day(day)).isEqualTo(text);
    assertThat(words.month(YearMonth.from(day))).isEqualTo(month);
  }

  @Test
  void whatLooksLikeAPlaceholderInAValueStays() {
    Words words = new Words("sv", Map.of("page", "Sida {0} av {1}, {2} {x} {"));

    assertThat(words.say("page", 2, "{0}")).isEqualTo("Sida 2 av {0}, {2} {x} {");
  }
}
