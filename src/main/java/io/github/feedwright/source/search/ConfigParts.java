package io.github.feedwright.source.search;

import io.github.feedwright.generator.Generator;
import io.github.feedwright.generator.config.ConfigFile;
import io.github.feedwright.generator.path.DocusaurusBlog;
import io.github.feedwright.generator.program.Docusaurus;
import io.github.feedwright.generator.program.Eleventy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What belongs to the configuration of a generator, beside the values of its file. */
final class ConfigParts {
  private static final int MOST_FILES = 200;
  private static final int LONGEST = 256 * 1024;
  private static final Pattern PART = Pattern.compile("(.+)\\.(?:toml|ya?ml|json)");

  private ConfigParts() {}

  /** A configuration with all that belongs to it. */
  static ConfigFile with(ConfigFile read, Generator generator, Path file) {
    if (generator.equals(new Docusaurus())) {
      return DocusaurusBlog.with(read);
    }
    return generator.equals(new Eleventy())
        ? DirectoryData.with(read, file.resolveSibling(""))
        : withParts(read, file);
  }

  /** With the files beside it in Hugo's {@code _default}: each holds the values of one key. */
  private static ConfigFile withParts(ConfigFile read, Path file) {
    Path folder = file.getParent();
    if (folder == null || !folder.endsWith("_default")) {
      return read;
    }
    ConfigFile whole = read;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path part : files.sorted().limit(MOST_FILES).toList()) {
        Matcher named = PART.matcher(part.getFileName().toString());
        if (named.matches() && !part.equals(file) && Files.isRegularFile(part)) {
          String text = GeneratorSearch.start(part, LONGEST);
          whole = whole.with(named.group(1), ConfigFile.of(part.toString(), text));
        }
      }
    } catch (IOException | UncheckedIOException unreadable) {
      return whole;
    }
    return whole;
  }
}
