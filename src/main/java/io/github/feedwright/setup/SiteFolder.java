package io.github.feedwright.setup;

import io.github.feedwright.generator.ConfigFile;
import io.github.feedwright.generator.Generator;
import io.github.feedwright.generator.Generators;
import io.github.feedwright.source.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A directory that becomes a site. */
public final class SiteFolder {
  private static final String USUAL = "config.yaml";
  private static final String OTHER = "feedwright.yaml";

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
    for (Generator generator : Generators.ALL) {
      for (String name : generator.configurations()) {
        Path file = directory.resolve(name);
        if (formerFile.isEmpty() && Files.isRegularFile(file)) {
          String text = TextFile.read(file);
          if (!isOurs(text) && generator.isConfiguredBy(ConfigFile.of(name, text))) {
            formerFile = name;
            former = FormerSite.of(generator, name, text);
            report.add("This is a site of " + generator.title() + ".");
            report.addAll(former.report());
          }
        }
        if (formerFile.equals(name)) {
          posts = posts(generator);
        }
      }
    }
  }

  private String posts(Generator generator) {
    return generator.contentFolders().stream()
        .filter(each -> Files.isDirectory(directory.resolve(each)))
        .findFirst()
        .or(() -> Optional.ofNullable(PostsFolders.beside(directory.resolve(formerFile))))
        .orElse(posts);
  }

  /** A configuration of this program has both of these sections. */
  private static boolean isOurs(String text) {
    return text.contains("\nposts:") && text.contains("site:");
  }

  private void write(LocalDate today) throws IOException {
    boolean isNew = formerFile.isEmpty() && !Files.exists(directory.resolve(posts));
    String config = formerFile.equals(USUAL) ? OTHER : USUAL;
    boolean hasAuthors = isNew || Files.exists(directory.resolve("authors.yml"));
    add(config, FirstFiles.config(former, posts, hasAuthors, today));
    if (isNew) {
      add("authors.yml", FirstFiles.AUTHORS);
      add(posts + "/" + today.minusDays(1) + "-hello.md", FirstFiles.hello());
      add(posts + "/" + today + "-how-to-write.md", FirstFiles.howToWrite());
    }
    report.add("Next: feedwright serve --config " + directory.resolve(config));
  }

  private void add(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    if (Files.exists(file)) {
      report.add(file + " is there already; it is left as it is");
      return;
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, text);
    report.add("Wrote " + file);
  }
}
