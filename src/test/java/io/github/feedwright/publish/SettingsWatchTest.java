package io.github.feedwright.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.intake.settings.LoadedWords;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.settings.SettingsReader;
import io.github.feedwright.settings.SettingsResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsWatchTest implements SettingsSource {
  @TempDir private Path directory;

  @Override
  public @Nullable Path file() {
    return directory.resolve("config.yaml");
  }

  @Override
  public SettingsResult read() {
    return new SettingsResult.Valid(settings());
  }

  private Settings settings() {
    String text = "site: {words: words.properties}";
    SettingsResult reading = SettingsReader.read(text, "config.yaml", directory, List.of("rss"));
    return LoadedWords.in(((SettingsResult.Valid) reading).settings());
  }

  private void write(String words) throws IOException {
    Files.writeString(directory.resolve("words.properties"), words);
  }

  @Test
  void wordsThatChangeWhileTheSiteIsMadeForTheFirstTimeAreNotMissed() throws Exception {
    write("older=Before");
    Settings former = settings();
    SettingsWatch watch = new SettingsWatch(this);
    write("older=Earlier");

    Settings next = Objects.requireNonNull(watch.poll(former));

    assertThat(next.site().words().words().say("older")).isEqualTo("Earlier");
    assertThat(watch.poll(next)).isNull();
  }
}
