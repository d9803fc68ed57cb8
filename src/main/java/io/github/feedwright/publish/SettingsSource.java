package io.github.feedwright.publish;

import io.github.feedwright.settings.Reading;
import io.github.feedwright.settings.Settings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the settings come from: a file, which may change while the program runs. */
public interface SettingsSource {
  /** The file, or null where there is none. */
  @Nullable Path file();

  /** The settings as the file has them now. */
  Reading read();

  /** Settings that do not change. */
  static SettingsSource of(Settings settings) {
    return new SettingsSource() {
      @Override
      public @Nullable Path file() {
        return null;
      }

      @Override
      public Reading read() {
        return new Reading.Valid(settings);
      }
    };
  }
}
