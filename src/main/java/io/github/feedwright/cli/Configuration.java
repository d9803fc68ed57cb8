package io.github.feedwright.cli;

import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.Reading;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.settings.SettingsReader;
import io.github.feedwright.yaml.MalformedYaml;
import io.github.feedwright.yaml.Mapping;
import io.github.feedwright.yaml.Node;
import io.github.feedwright.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command reads: the configuration file and the posts directory. */
final class Configuration {
  private static final Path DEFAULT = Path.of("config.yaml");

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The configuration; ./config.yaml if there is one, else defaults.")
  private @Nullable Path file;

  @Option(
      names = "--posts",
      paramLabel = "DIR",
      description = "The posts directory, in place of the configuration's.")
  private @Nullable Path posts;

  /** Reads the settings. */
  Settings read() throws CannotRun {
    Path config = file == null && Files.exists(DEFAULT) ? DEFAULT : file;
    String text = config == null ? "" : text(config);
    Settings settings = config == null ? SettingsReader.defaults(Path.of("")) : read(config, text);
    if (posts != null) {
      requireDirectory(posts, "--posts " + posts);
      return settings.withPosts(posts);
    }
    requireDirectory(settings, config, text);
    return settings;
  }

  /** The configuration file, or null where defaults hold. */
  @Nullable Path file() {
    return file == null && Files.exists(DEFAULT) ? DEFAULT : file;
  }

  private static Settings read(Path config, String text) throws CannotRun {
    Path parent = config.getParent();
    Reading reading =
        SettingsReader.read(text, config.toString(), parent == null ? Path.of("") : parent);
    if (reading instanceof Reading.Invalid invalid) {
      throw new CannotRun(invalid.problems());
    }
    return ((Reading.Valid) reading).settings();
  }

  private static String text(Path config) throws CannotRun {
    try {
      return Files.readString(config);
    } catch (NoSuchFileException e) {
      throw new CannotRun("--config " + config + ": there is no such file");
    } catch (CharacterCodingException e) {
      throw new CannotRun(config + ":1: error: this is not UTF-8; save it as UTF-8");
    } catch (IOException e) {
      throw new CannotRun("--config " + config + ": it cannot be read: " + e.getMessage());
    }
  }

  private static void requireDirectory(Path directory, String where) throws CannotRun {
    if (!Files.isDirectory(directory)) {
      throw new CannotRun(where + ": there is no such directory");
    }
  }

  private static void requireDirectory(Settings settings, @Nullable Path config, String text)
      throws CannotRun {
    Path directory = settings.posts().directory();
    if (Files.isDirectory(directory)) {
      return;
    }
    if (config == null) {
      throw new CannotRun(
          "there is no directory \""
              + directory
              + "\" here to serve; name one with --posts DIR, or with posts.directory in a"
              + " config.yaml");
    }
    throw new CannotRun(
        List.of(
            Problem.error(
                config.toString(),
                line(text),
                Kind.CONFIGURATION,
                "posts.directory: there is no directory \""
                    + directory
                    + "\"; name one that exists, relative to this file")));
  }

  /** The line that names the posts directory, else that of its section, else the first. */
  private static int line(String text) {
    try {
      Node root = YamlReader.read(text, 1);
      int section = 1;
      if (root instanceof Mapping top && top.field("posts").isPresent()) {
        Mapping.Field posts = top.field("posts").get();
        section = posts.line();
        if (posts.value() instanceof Mapping inner && inner.field("directory").isPresent()) {
          return inner.field("directory").get().line();
        }
      }
      return section;
    } catch (MalformedYaml e) {
      return 1;
    }
  }
}
