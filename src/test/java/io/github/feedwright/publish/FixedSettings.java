package io.github.feedwright.publish;

import io.github.feedwright.settings.Settings;
import io.github.feedwright.settings.SettingsResult;
import io.github.feedwright.store.CacheStore;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Settings that do not change. */
public record FixedSettings(Settings settings) implements SettingsSource {
  /** A publisher with such settings, which remembers nothing and has not started yet. */
  public static Publisher publisher(Settings settings, Clock clock) {
    return Publisher.prepare(
        settings, new FixedSettings(settings), clock, PublishedMemory.none(), CacheStore.none());
  }

  @Override
  public @Nullable Path file() {
    return null;
  }

  @Override
  public SettingsResult read() {
    return new SettingsResult.Valid(settings);
  }
}
