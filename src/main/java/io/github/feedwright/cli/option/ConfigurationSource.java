package io.github.feedwright.cli.option;

import io.github.feedwright.publish.SettingsSource;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.settings.SettingsResult;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of a program that goes on running.
 *
 * <p>Threads: {@code main} makes it, {@code publish} reads the configuration again.
 */
public final class ConfigurationSource implements SettingsSource {
  private final Configuration configuration;
  private final Options options;
  private volatile @Nullable Path started;

  /** What the options of a command change. */
  public interface Options {
    Settings applied(Settings read) throws CannotRun;
  }

  public ConfigurationSource(Configuration configuration, Options options) {
    this.configuration = configuration;
    this.options = options;
    this.started = configuration.file();
  }

  /** The settings to begin with. */
  public Settings first() throws CannotRun {
    return options.applied(configuration.read());
  }

  @Override
  public Path file() {
    return configuration.place();
  }

  @Override
  public SettingsResult read() {
    try {
      Path from = started;
      started = from == null ? configuration.file() : from;
      return new SettingsResult.Valid(
          from == null ? first() : options.applied(configuration.readAgain(from)));
    } catch (CannotRun e) {
      return new SettingsResult.Invalid(e.problems());
    }
  }
}
