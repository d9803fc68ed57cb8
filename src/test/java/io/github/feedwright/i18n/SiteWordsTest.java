package io.github.feedwright.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.problem.Problem;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Words of pages that somebody wrote. */
final class SiteWordsTest {
  private static final Path FILE = Path.of("sites", "own.properties");

  private static String[] problems(SiteWords words) {
    return words.problems().stream().map(Problem::toString).toArray(String[]::new);
  }

  private static String complete() {
    StringBuilder text = new StringBuilder();
    Words.keys().forEach(key -> text.append(key).append("=x\n"));
    return text.toString();
  }

  @Test
  void whatIsWrittenIsSaidAndTheRestInEnglishWhichIsReportedOnce() {
    SiteWords read = SiteWords.read("sv", FILE, "older=Äldre\npage=Sida {0} av {1}\nnewer=\n");

    assertThat(read.words().language()).isEqualTo("sv");
    assertThat(read.words().say("older")).isEqualTo("Äldre");
    assertThat(read.words().say("page", 2, 3)).isEqualTo("Sida 2 av 3");
    assertThat(read.words().say("newer")).isEqualTo("Newer");
    assertThat(problems(read))
        .containsExactly(
            "own.properties:1: warning: missing words, which are in English:"
                + " about.author, about.authors, about.categories, about.category,"
                + " about.combination and "
                + (Words.keys().size() - 7)
                + " more");
  }

  @Test
  void aCompleteFileHasNoProblems() {
    SiteWords read = SiteWords.read("pt-BR", FILE, complete());

    assertThat(read.words().texts().values()).containsOnly("x");
    assertThat(read.problems()).isEmpty();
  }

  /** A site that changes one word of a language that is complete lacks nothing. */
  @Test
  void aSiteInEnglishOrGermanMayChangeSomeWords() {
    SiteWords german = SiteWords.read("de-AT", FILE, "month.1=Jänner");

    assertThat(german.words().say("month.1")).isEqualTo("Jänner");
    assertThat(german.words().say("month.2")).isEqualTo("Februar");
    assertThat(german.problems()).isEmpty();
    assertThat(SiteWords.read("en-GB", FILE, "tags=Labels").problems()).isEmpty();
  }

  @Test
  void aWordThatNoPageHasIsReportedWithItsLine() {
    SiteWords read = SiteWords.read("en", FILE, "# own\n\n oldr = Before\nxyzzy=1\n");

    assertThat(problems(read))
        .containsExactlyInAnyOrder(
            "own.properties:3: warning: \"oldr\": pages have no such word; did you mean older?",
            "own.properties:4: warning: \"xyzzy\": pages have no such word");
  }

  @Test
  void aBrokenEscapeIsReportedAndWhatIsBeforeItCounts() {
    SiteWords read = SiteWords.read("en", FILE, "older=Before\nnewer=\\u12\n");

    assertThat(read.words().say("older")).isEqualTo("Before");
    assertThat(problems(read))
        .containsExactly(
            "own.properties:1: warning: a \\u is not followed by four hexadecimal digits");
  }
}
