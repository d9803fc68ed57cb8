package io.github.feedwright.cli.option;

import io.github.feedwright.cli.report.ConfigurationLines;
import io.github.feedwright.format.FeedFormats;
import io.github.feedwright.intake.settings.LoadedWords;
import io.github.feedwright.logging.LogOutput;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.settings.SettingsReader;
import io.github.feedwright.settings.SettingsResult;
import io.github.feedwright.setup.PostsFolders;
import io.github.feedwright.source.SourceTree;
import io.github.feedwright.source.TextFile;
import io.github.feedwright.source.search.GeneratorSearch;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command: the configuration file and the posts directory. */
public final class Configuration {
  private static final Path DEFAULT = Path.of("config.yaml");
  private static final String UNREADABLE =
      "it cannot be read; let this program's user list and enter it (r and x)";

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The configuration file; by default ./config.yaml, if there is one.")
  private @Nullable Path file;

  @Option(
      names = "--posts",
      paramLabel = "DIR",
      description = "The posts directory; overrides posts.directory.")
  private @Nullable Path posts;

  /** Reads the settings. */
  public Settings read() throws CannotRun {
    Path config = file == null && Files.exists(DEFAULT) ? DEFAULT : file;
    String text = config == null ? "" : text(config);
    Settings settings =
        config == null
            ? SettingsReader.defaults(Path.of(""), FeedFormats.names())
            : read(config, text);
    LogOutput.use(settings.monitoring().log());
    if (posts != null) {
      requireDirectory(posts, "--posts " + posts);
      requireAuthors(settings, config, text);
      settings = settings.withPosts(posts);
    } else {
      require(settings, config, text);
    }
    return LoadedWords.in(GeneratorSearch.resolved(settings));
  }

  /**
   * Reads the settings again, while a server runs with previous ones. A file that is now missing or
   * empty is taken for a mistake: its defaults would give every post another id.
   *
   * @param former the file of the previous settings
   */
  Settings readAgain(Path former) throws CannotRun {
    try {
      if (!TextFile.read(former).isBlank()) {
        return read();
      }
      throw notTaken(former, "the file is empty");
    } catch (NoSuchFileException e) {
      throw notTaken(former, "the file is gone");
    } catch (CharacterCodingException e) {
      throw notTaken(former, "this is not UTF-8; save it as UTF-8");
    } catch (IOException e) {
      throw notTaken(former, "the file cannot be read: " + e.getMessage());
    }
  }

  private static CannotRun notTaken(Path former, String why) {
    return new CannotRun(problem(former, 1, why + "; the previous configuration stays in effect"));
  }

  /** The configuration file, or null if there is none. */
  public @Nullable Path file() {
    return file == null && Files.exists(DEFAULT) ? DEFAULT : file;
  }

  /** Where the configuration is or would be. */
  Path place() {
    return file == null ? DEFAULT : file;
  }

  private static Settings read(Path config, String text) throws CannotRun {
    Path parent = config.getParent();
    SettingsResult reading =
        SettingsReader.read(
            text, config.toString(), parent == null ? Path.of("") : parent, FeedFormats.names());
    if (reading instanceof SettingsResult.Invalid invalid) {
      throw new CannotRun(ConfigurationLines.withHint(config, invalid.problems()));
    }
    return ((SettingsResult.Valid) reading).settings();
  }

  private static String text(Path config) throws CannotRun {
    try {
      return TextFile.read(config);
    } catch (NoSuchFileException e) {
      throw new CannotRun("--config " + config + ": there is no such file");
    } catch (CharacterCodingException e) {
      throw new CannotRun(config + ":1: error: this is not UTF-8; save it as UTF-8");
    } catch (IOException e) {
      throw new CannotRun("--config " + config + ": cannot be read: " + e.getMessage());
    }
  }

  private static void requireDirectory(Path directory, String where) throws CannotRun {
    if (!Files.isDirectory(directory)) {
      throw new CannotRun(where + ": there is no such directory");
    }
    if (!SourceTree.isReadable(directory)) {
      throw new CannotRun(where + ": " + UNREADABLE);
    }
  }

  private static void require(Settings settings, @Nullable Path config, String text)
      throws CannotRun {
    Path directory = settings.posts().directory();
    if (!SourceTree.isReadable(directory)) {
      throw new CannotRun(noDirectory(directory, config, text));
    }
    requireAuthors(settings, config, text);
  }

  private static Problem noDirectory(Path directory, @Nullable Path config, String text) {
    String quoted = "\"" + directory + "\"";
    if (Files.isDirectory(directory)) {
      return config == null
          ? problem(Path.of("."), 1, quoted + ": " + UNREADABLE)
          : problem(
              config,
              ConfigurationLines.of(text, "posts", "directory"),
              "posts.directory: " + quoted + ": " + UNREADABLE);
    }
    String found = PostsFolders.beside(config);
    return config == null
        ? problem(
            Path.of("."),
            1,
            "there is no directory "
                + quoted
                + " to serve; name one with --posts "
                + (found == null ? "DIR" : found)
                + ", or with posts.directory in a config.yaml")
        : problem(
            config,
            ConfigurationLines.of(text, "posts", "directory"),
            "posts.directory: there is no directory "
                + quoted
                + "; name one that exists, relative to this file"
                + (found == null ? "" : ", such as " + found));
  }

  private static void requireAuthors(Settings settings, @Nullable Path config, String text)
      throws CannotRun {
    Path authors = settings.posts().authors();
    if (authors == null || config == null) {
      return;
    }
    try {
      TextFile.read(authors);
    } catch (NoSuchFileException e) {
      throw noAuthors(
          config,
          text,
          "there is no file \""
              + authors
              + "\" that can be read; name one that exists, relative to this file");
    } catch (CharacterCodingException e) {
      // A syntax error, which is reported when the file is read as settings.
      return;
    } catch (IOException e) {
      throw noAuthors(
          config, text, "the file \"" + authors + "\" cannot be read: " + e.getMessage());
    }
  }

  private static CannotRun noAuthors(Path config, String text, String message) {
    return new CannotRun(
        problem(
            config, ConfigurationLines.of(text, "posts", "authors"), "posts.authors: " + message));
  }

  /** A problem with a key that only shows up when the value is used. */
  public CannotRun refused(String section, String key, String message) {
    Path config = file();
    try {
      String text = config == null ? "" : text(config);
      return config == null
          ? new CannotRun(message)
          : new CannotRun(
              problem(
                  config,
                  ConfigurationLines.of(text, section, key),
                  section + "." + key + ": " + message));
    } catch (CannotRun unreadable) {
      return new CannotRun(message);
    }
  }

  private static Problem problem(Path file, int line, String message) {
    return Problem.error(file.toString(), line, Kind.CONFIGURATION, message);
  }
}
