package io.github.feedwright.publish;

import io.github.feedwright.settings.Settings;
import io.github.feedwright.settings.SettingsResult;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the settings come from: a file, which may change while the program runs. */
public interface SettingsSource {
  /** The file, or null where there is none. */
  @Nullable Path file();

  /** The settings as the file has them now. */
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
