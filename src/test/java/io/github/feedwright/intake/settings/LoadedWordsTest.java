package io.github.feedwright.intake.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.format.FeedFormats;
import io.github.feedwright.i18n.SiteWords;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.settings.SettingsReader;
import io.github.feedwright.settings.SettingsResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file that {@code site.words} names. */
final class LoadedWordsTest {
  @TempDir private Path directory;

  private SiteWords loaded() {
    String text = "site: {language: sv, words: sv.properties}";
    Settings settings =
        ((SettingsResult.Valid)
                SettingsReader.read(text, "config.yaml", directory, FeedFormats.names()))
            .settings();
    return LoadedWords.in(settings).site().words();
  }

  private static String problem(SiteWords words) {
    return words.problems().get(0).toString();
  }

  @Test
  void theFileIsReadInUtf8() throws Exception {
    Files.writeString(directory.resolve("sv.properties"), "older=Äldre");

    assertThat(loaded().words().say("older")).isEqualTo("Äldre");
  }

  @Test
  void aFileThatIsMissingOrNoTextLeavesPagesInEnglishAndIsReported() throws Exception {
    SiteWords missing = loaded();
    Files.write(
        directory.resolve("sv.properties"), "older=Äldre".getBytes(StandardCharsets.ISO_8859_1));
    SiteWords latin = loaded();

    assertThat(problem(missing))
        .isEqualTo("sv.properties:1: warning: there is no such file; fix site.words");
    assertThat(problem(latin))
        .isEqualTo("sv.properties:1: warning: this is not UTF-8; save it as UTF-8");
    assertThat(latin.words().say("older")).isEqualTo("Older");
    assertThat(latin.words().language()).isEqualTo("en");
  }
}
