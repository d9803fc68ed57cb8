package io.github.feedwright.source.search;

import io.github.feedwright.generator.Generator;
import io.github.feedwright.generator.GeneratorChoice;
import io.github.feedwright.generator.GeneratorChoice.Content;
import io.github.feedwright.generator.NoGenerator;
import io.github.feedwright.generator.UnknownGenerator;
import io.github.feedwright.generator.config.ConfigFile;
import io.github.feedwright.generator.program.Generators;
import io.github.feedwright.generator.rule.PermalinkPatterns;
import io.github.feedwright.generator.rule.SiteLanguages;
import io.github.feedwright.settings.PermalinkPattern;
import io.github.feedwright.settings.Person;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.settings.scope.Languages;
import io.github.feedwright.text.Quoted;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which generator posts were written for: by its configuration in the posts directory or
 * above it, else by how the posts begin. Nothing in these files is run.
 */
public final class GeneratorSearch {
  /** Above the posts directory: the root of a site is seldom further away. */
  private static final int MOST_LEVELS = 4;

  private static final int LONGEST_CONFIGURATION = 256 * 1024;
  private static final int LONGEST_START = 2048;
  private static final int MOST_POSTS = 12;
  private static final int MOST_FILES = 200;
  private static final int DEEPEST = 4;

  private final Path posts;
  private final Languages languages;

  private GeneratorSearch(Path posts, Languages languages) {
    this.languages = languages;
    this.posts = posts.toAbsolutePath().normalize();
  }

  /**
   * The configuration of a generator.
   *
   * @param root the folder of its site
   * @param file what its files say
   */
  public record Found(Generator generator, Path root, ConfigFile file) {}

  /** The settings for the generator of their posts. */
  public static Settings resolved(Settings settings) {
    GeneratorChoice choice = settings.posts().written();
    if (!choice.isAuto() && choice.generator().equals(NoGenerator.INSTANCE)) {
      return settings;
    }
    GeneratorSearch search =
        new GeneratorSearch(settings.posts().directory(), settings.languages());
    Found found =
        search.configuration(choice.isAuto() ? Generators.ALL : List.of(choice.generator()));
    if (found != null) {
      String author = settings.site().author() == null ? author(found) : null;
      Settings resolved =
          settings.with(
              search.choice(choice, found, author),
              search.stated(found),
              authors(found),
              zone(found));
      return author == null ? resolved : resolved.withAuthor(new Person(author, null, null));
    }
    return settings.with(search.choice(choice), PermalinkPatterns.NONE, null, null);
  }

  /** The configuration in the folder of a site, or null. */
  public static @Nullable Found in(Path folder) {
    return configuration(Generators.ALL, folder);
  }

  private static @Nullable Found configuration(List<Generator> generators, Path folder) {
    for (Generator generator : generators) {
      Found found = configuration(generator, folder);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable Found configuration(List<Generator> generators) {
    Path folder = posts;
    for (int level = 0; level < MOST_LEVELS && folder != null; level++) {
      Found found = configuration(generators, folder);
      if (found != null) {
        return found;
      }
      if (Files.exists(folder.resolve(".git"))) {
        return null;
      }
      folder = folder.getParent();
    }
    return null;
  }

  private static @Nullable Found configuration(Generator generator, Path folder) {
    for (String name : generator.configurations()) {
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file)) {
        ConfigFile read = ConfigFile.of(file.toString(), start(file, LONGEST_CONFIGURATION));
        if (generator.isConfiguredBy(read)) {
          ConfigFile whole = ConfigParts.with(read, generator, file);
          return new Found(generator, folder, whole);
        }
      }
    }
    return null;
  }

  private GeneratorChoice choice(GeneratorChoice asked, Found found, @Nullable String author) {
    Content content = content(found);
    PermalinkPatterns stated = stated(found);
    SiteLanguages others = LanguageSearch.in(found, languages);
    String why =
        (asked.isAuto() ? "because there is " : "as configured, with ")
            + found.file().path()
            + (stated.rules().isEmpty() ? "" : ", which states the permalinks " + stated)
            + (author == null
                ? ""
                : (stated.rules().isEmpty() ? ", which states" : " and")
                    + (" the author " + Quoted.of(author)))
            + others.shown();
    return new GeneratorChoice(
        found.generator(),
        asked.isAuto(),
        why,
        content,
        found.generator().markdown(found.file()),
        found.generator().pages(found.file()).with(PageSearch.in(found), others),
        found.file().plainValues(),
        found.file().data(),
        found.generator().rules(found.file()),
        ignored(found));
  }

  private PermalinkPatterns stated(Found found) {
    return PermalinkPattern.understood(found.generator().permalinks(found.file()));
  }

  private static GeneratorChoice.@Nullable Ignored ignored(Found found) {
    PermalinkPatterns unread =
        PermalinkPattern.notUnderstood(found.generator().permalinks(found.file()));
    return unread.rules().isEmpty()
        ? null
        : new GeneratorChoice.Ignored(found.file().path(), unread);
  }

  private Content content(Found found) {
    List<String> folders = found.generator().contentFolders(found.file());
    for (String name : folders) {
      Path folder = found.root().resolve(name).normalize();
      if (posts.startsWith(folder)) {
        return new Content("", withSlash(folder.relativize(posts)));
      }
      if (folder.startsWith(posts) && Files.isDirectory(folder)) {
        return new Content(withSlash(posts.relativize(folder)), "", translated(found, folder));
      }
    }
    boolean isAnywhere = folders.isEmpty();
    return isAnywhere && posts.startsWith(found.root())
        ? new Content("", withSlash(found.root().relativize(posts)))
        : Content.HERE;
  }

  /** Translations are posts where languages are configured. */
  private List<String> translated(Found found, Path main) {
    return found.generator().translatedFolders(found.file()).stream()
        .filter(name -> !languages.all().isEmpty())
        .map(found.root()::resolve)
        .filter(folder -> folder.startsWith(posts) && !folder.equals(main))
        .map(folder -> withSlash(posts.relativize(folder)))
        .toList();
  }

  /** The file that says who the authors are, or null. */
  private static @Nullable Path authors(Found found) {
    String name = found.generator().authorsFile();
    return name == null
        ? null
        : found.generator().contentFolders(found.file()).stream()
            .map(folder -> found.root().resolve(folder).resolve(name))
            .filter(Files::isRegularFile)
            .findFirst()
            .orElse(null);
  }

  /** The author of posts that name none, or null. */
  private static @Nullable String author(Found found) {
    return found.generator().authorKeys().stream()
        .map(found.file()::value)
        .filter(name -> name != null && !name.startsWith("{"))
        .findFirst()
        .orElse(null);
  }

  /** The time zone of its dates, or null. */
  private static @Nullable ZoneId zone(Found found) {
    String written = found.file().value("timezone");
    try {
      return written == null ? null : ZoneId.of(written);
    } catch (DateTimeException unknown) {
      return null;
    }
  }

  private static String withSlash(Path path) {
    String text = path.toString().replace('\\', '/');
    return text.isEmpty() ? "" : text + "/";
  }

  private GeneratorChoice choice(GeneratorChoice asked) {
    if (!asked.isAuto()) {
      return GeneratorChoice.withoutFile(asked.generator(), false, "as configured");
    }
    List<String> starts = starts();
    for (Generator generator : Generators.ALL) {
      long like = starts.stream().filter(generator::isShownBy).count();
      if (like * 2 > starts.size()) {
        String why = "because " + like + " of " + starts.size() + " posts begin as its posts do";
        return GeneratorChoice.withoutFile(generator, true, why);
      }
    }
    String why = "because no site generator such as Jekyll or Hugo is recognised";
    return GeneratorChoice.withoutFile(UnknownGenerator.INSTANCE, true, why);
  }

  /** How some posts begin, in the order of their paths. */
  private List<String> starts() {
    List<String> starts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(posts, DEEPEST)) {
      files
          .limit(MOST_FILES)
          .filter(file -> file.toString().endsWith(".md"))
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .sorted()
          .limit(MOST_POSTS)
          .forEach(file -> starts.add(start(file, LONGEST_START)));
    } catch (IOException | UncheckedIOException unreadable) {
      // The scan of the directory reports it.
      return starts;
    }
    return starts;
  }

  /** How a file begins; nothing if it cannot be read. */
  static String start(Path file, int length) {
    try (InputStream in = Files.newInputStream(file)) {
      String text = new String(in.readNBytes(length), StandardCharsets.UTF_8);
      return text.replace("\r\n", "\n").replace("\uFEFF", "");
    } catch (IOException unreadable) {
      return "";
    }
  }
}
