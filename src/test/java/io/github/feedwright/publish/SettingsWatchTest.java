package io.github.feedwright.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.intake.settings.LoadedWords;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.settings.SettingsReader;
import io.github.feedwright.settings.SettingsResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("reads standard error")
final class SettingsWatchTest implements SettingsSource {
  @TempDir private Path directory;
  private String keys = "words: words.properties";

  @Override
  public @Nullable Path file() {
    return directory.resolve("config.yaml");
  }

  @Override
  public SettingsResult read() {
    SettingsResult reading = reading();
    return reading instanceof SettingsResult.Valid valid
        ? new SettingsResult.Valid(LoadedWords.in(valid.settings()))
        : reading;
  }

  private SettingsResult reading() {
    String text = "site: {" + keys + "}";
    return SettingsReader.read(text, "config.yaml", directory, List.of("rss"));
  }

  private Settings settings() {
    return ((SettingsResult.Valid) read()).settings();
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

  private String log(SettingsWatch watch, Settings former) {
    PrintStream before = System.err;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    try {
      assertThat(watch.poll(former)).isNull();
    } finally {
      System.setErr(before);
    }
    return written.toString(StandardCharsets.UTF_8).replaceAll("(?m)^\\S+ ", "");
  }

  /** Whoever reloads the service, or has repaired the file, looks into the log for an answer. */
  @Test
  void whoeverAsksForALookAtTheConfigurationGetsAnAnswer() throws Exception {
    write("older=Before");
    Settings former = settings();
    SettingsWatch watch = new SettingsWatch(this);
    watch.poll(former);
    String notValid = "ERROR The configuration is not valid; the previous one stays in effect.\n";

    assertThat(log(watch, former)).isEmpty();
    watch.ask();
    assertThat(log(watch, former))
        .isEqualTo("INFO  The configuration has been read again; nothing in it has changed.\n");
    keys = "wrods: words.properties";
    watch.ask();
    assertThat(log(watch, former)).isEqualTo(notValid);
    assertThat(log(watch, former)).isEmpty();
    watch.ask();
    assertThat(log(watch, former)).isEqualTo(notValid);
    keys = "words: words.properties";
    watch.ask();
    assertThat(log(watch, former))
        .isEqualTo("INFO  The configuration is valid again, and the same as before.\n");
    assertThat(log(watch, former)).isEmpty();
  }
}
