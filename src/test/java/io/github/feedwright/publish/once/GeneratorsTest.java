package io.github.feedwright.publish.once;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.format.FeedFormats;
import io.github.feedwright.generator.program.Generators;
import io.github.feedwright.identity.PublishedPosts;
import io.github.feedwright.library.Library;
import io.github.feedwright.post.Author;
import io.github.feedwright.post.Post;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.settings.SettingsReader;
import io.github.feedwright.settings.SettingsResult;
import io.github.feedwright.source.search.GeneratorSearch;
import io.github.feedwright.store.CacheStore;
import io.github.feedwright.text.PercentEncoding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sites of generators are read as these generators read them: the same posts, links, titles and
 * authors. {@code README.md} beside the sites says by which version of each generator the expected
 * values were made.
 */
final class GeneratorsTest {
  private static final Path SITES = Path.of("src/test/resources/generators");
  private static final Instant NOW = Instant.parse("2024-01-01T00:00:00Z");

  @TempDir private Path root;

  static List<String> sites() throws IOException {
    try (Stream<Path> all = Files.list(SITES)) {
      return all.filter(Files::isDirectory).map(each -> each.getFileName().toString()).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("sites")
  void aSiteIsReadAsItsGeneratorReadsIt(String name) throws IOException {
    Settings settings = copied(name, "");

    assertThat(settings.posts().generator().name()).isEqualTo(name);
    List<String> expected = Files.readAllLines(SITES.resolve(name).resolve("expected.tsv"));
    boolean hasAuthors = expected.get(0).split("\t").length > 3;
    assertThat(lines(settings, "", hasAuthors)).containsExactlyElementsOf(expected);
  }

  @ParameterizedTest
  @CsvSource({"hugo, content", "pelican, content", "hexo, source/_posts", "eleventy, posts"})
  void aPostsDirectoryWithinTheSiteChangesNoAddress(String name, String folder) throws IOException {
    Settings settings = copied(name, folder);

    List<String> expected =
        Files.readAllLines(SITES.resolve(name).resolve("expected.tsv")).stream()
            .filter(line -> line.startsWith(folder + "/"))
            .toList();
    assertThat(settings.posts().generator().name()).isEqualTo(name);
    assertThat(lines(settings, folder + "/", name.equals("pelican")))
        .containsExactlyElementsOf(expected);
  }

  private Settings copied(String name, String posts) throws IOException {
    assertThat(Generators.named(name)).isPresent();
    Path site = SITES.resolve(name).resolve("site");
    try (Stream<Path> files = Files.walk(site)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = PercentEncoding.decode(site.relativize(file).toString());
        Path copy = root.resolve(path);
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    String configuration = "site: {url: https://blog.example.org/, author: {name: Ada Example}}";
    Settings settings =
        ((SettingsResult.Valid)
                SettingsReader.read(configuration, "config.yaml", root, FeedFormats.names()))
            .settings();
    return GeneratorSearch.resolved(settings.withPosts(root.resolve(posts)));
  }

  private static List<String> lines(Settings settings, String folder, boolean hasAuthors) {
    SitePosts read = SitePosts.read(settings, NOW, CacheStore.none(), PublishedPosts.NONE);
    return read.fileState().posts().stream()
        .filter(post -> read.fileState().showing(post.path(), NOW) != null)
        .map(post -> line(read.library(), folder, post, hasAuthors))
        .sorted()
        .toList();
  }

  private static String line(Library library, String folder, Post post, boolean hasAuthors) {
    String line = folder + post.path() + "\t" + library.permalink(post) + "\t" + post.title();
    String authors = post.authors().stream().map(Author::name).collect(Collectors.joining("; "));
    return hasAuthors ? line + "\t" + (authors.isEmpty() ? "Ada Example" : authors) : line;
  }
}
