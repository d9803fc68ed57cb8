package io.github.feedwright.setup;

import io.github.feedwright.generator.Generator;
import io.github.feedwright.generator.config.ConfigFile;
import io.github.feedwright.source.TextFile;
import io.github.feedwright.source.search.GeneratorSearch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A directory that becomes a site. */
public final class SiteFolder {
  private static final String USUAL = "config.yaml";

  /** The name of a configuration beside one of another program that has the usual name. */
  public static final String OTHER = "feedwright.yaml";

  private static final List<String> AUTHORS =
      List.of("authors.yml", "_data/authors.yml", "_data/authors.yaml");

  /** By the names of generators. */
  private static final Map<String, List<String>> PUBLISHED =
      Map.of(
          "pelican",
          List.of("publishconf.py"),
          "hugo",
          List.of(
              "config/production/hugo.toml",
              "config/production/hugo.yaml",
              "config/production/config.toml",
              "config/production/config.yaml"));

  private final Path directory;
  private final List<String> report = new ArrayList<>();
  private FormerSite former = FormerSite.NONE;
  private String formerFile = "";
  private String posts = "content";

  private SiteFolder(Path directory) {
    this.directory = directory;
  }

  /**
   * Writes what is missing for a site, and overwrites nothing.
   *
   * @param today the date of the first posts
   * @return what was done, one line each
   * @throws IOException if a file cannot be written
   */
  public static List<String> init(Path directory, LocalDate today) throws IOException {
    SiteFolder folder = new SiteFolder(directory);
    Files.createDirectories(directory);
    folder.readFormer();
    folder.write(today);
    return folder.report;
  }

  private void readFormer() throws IOException {
    GeneratorSearch.Found found = GeneratorSearch.in(directory);
    if (found == null) {
      return;
    }
    ConfigFile main = found.file();
    formerFile = directory.relativize(Path.of(main.path())).toString();
    FormerKeys keys = new FormerKeys(directory, files(found));
    String named = FormerFolder.in(directory, found.generator(), main, keys);
    former = FormerSite.of(found.generator(), main, keys);
    posts = named == null ? posts(found.generator(), main) : named;
    report.add("This is a site of " + found.generator().title() + ".");
    report.addAll(former.report());
    boolean isThere = Files.isDirectory(directory.resolve(posts));
    report.add(
        "posts.directory is " + posts + (isThere ? "" : ", which is not there; write yours"));
    if (!former.values().containsKey("site.url")) {
      report.add("site.url is " + FormerSite.HERE + ": no address was found; write yours");
    }
  }

  /** With those before the generator's own whose values count more in what it publishes. */
  private List<ConfigFile> files(GeneratorSearch.Found found) throws IOException {
    List<ConfigFile> files = new ArrayList<>();
    for (String name : PUBLISHED.getOrDefault(found.generator().name(), List.of())) {
      Path file = directory.resolve(name);
      if (Files.isRegularFile(file)) {
        files.add(ConfigFile.of(file.toString(), TextFile.read(file)));
      }
    }
    files.add(found.file());
    return files;
  }

  private String posts(Generator generator, ConfigFile file) {
    return Stream.concat(
            generator.contentFolders(file).stream(), generator.contentFolders().stream())
        .filter(each -> Files.isDirectory(directory.resolve(each)))
        .findFirst()
        .or(() -> Optional.ofNullable(PostsFolders.beside(directory.resolve(formerFile))))
        .orElseGet(() -> generator.contentFolders(file).stream().findFirst().orElse(posts));
  }

  private void write(LocalDate today) throws IOException {
    boolean isNew = formerFile.isEmpty() && !Files.exists(directory.resolve(posts));
    String config = formerFile.equals(USUAL) ? OTHER : USUAL;
    String authors =
        AUTHORS.stream()
            .filter(name -> Files.exists(directory.resolve(name)))
            .findFirst()
            .orElse(isNew ? AUTHORS.get(0) : null);
    add(config, FirstFiles.config(former, posts, authors, today));
    if (isNew) {
      add(AUTHORS.get(0), FirstFiles.AUTHORS);
      add(posts + "/" + today.minusDays(1) + "-hello.md", FirstFiles.hello());
      add(posts + "/" + today + "-how-to-write.md", FirstFiles.howToWrite());
    }
    report.add("Next: feedwright serve --config " + directory.resolve(config));
  }

  private void add(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    if (Files.exists(file)) {
      report.add(file + " already exists; it is unchanged");
      return;
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, text);
    report.add("Wrote " + file);
  }
}
