package io.github.feedwright.publish;

import io.github.feedwright.settings.Settings;
import io.github.feedwright.settings.SettingsResult;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The source of the settings: a file, which may change while the program runs. */
public interface SettingsSource {
  /** The file, or null if there is none. */
  @Nullable Path file();

  /** Reads the current settings from the file. */
  SettingsResult read();

  /** Settings that do not change. */
  static SettingsSource of(Settings settings) {
    return new SettingsSource() {
      @Override
      public @Nullable Path file() {
        return null;
      }

      @Override
      public SettingsResult read() {
        return new SettingsResult.Valid(settings);
      }
    };
  }
}
