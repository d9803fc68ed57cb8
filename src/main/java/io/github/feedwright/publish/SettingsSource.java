package io.github.feedwright.publish;

import io.github.feedwright.settings.SettingsResult;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The source of the settings: a file, which may change while the program runs. */
public interface SettingsSource {
  /** The file, or null if there is none. */
  @Nullable Path file();

  /** Reads the current settings from the file. */
  SettingsResult read();
}
