package io.github.feedwright.publish.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.feedwright.format.FeedFormats;
import io.github.feedwright.identity.PublishedPosts;
import io.github.feedwright.problem.Level;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.settings.SettingsReader;
import io.github.feedwright.settings.SettingsResult;
import io.github.feedwright.store.CacheStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a check finds in the store of renderings, and when it renders again. */
final class SiteCheckTest {
  private static final String FAULT = "the post is shown as plain text";
  private static final String LONG = "Text. ".repeat(500);

  @TempDir private Path directory;
  private Path posts;
  private Path folder;
  private String generator = "none";

  @BeforeEach
  void writePosts() throws Exception {
    posts = Files.createDirectory(directory.resolve("posts"));
    folder = directory.resolve("caches").resolve("feedwright");
    write("authors.yml", "ada: Ada Example\n");
    write(
        "posts/2014-04-04-one.md",
        "---\ntitle: One\nauthor: ada\n---\n[b]({% post_url 2014-04-05-two %}) ![](a.png)\n"
            + LONG);
    write("posts/2014-04-05-two.md", "---\ntitle: Two\n---\nShort.\n");
    write("posts/a.png", "abc");
  }

  private void write(String path, String text) throws IOException {
    Files.writeString(directory.resolve(path), text);
  }

  private Settings settings(String more) {
    String text =
        "site: {title: x, url: \"https://example.org/\"}\n"
            + "posts: {directory: posts, authors: authors.yml, generator: "
            + generator
            + "}\n"
            + more;
    return ((SettingsResult.Valid)
            SettingsReader.read(text, "config.yaml", directory, FeedFormats.names()))
        .settings();
  }

  private Collection<Problem> check(String more) {
    try (CacheStore store = CacheStore.in(folder, "this", Clock.systemUTC())) {
      return SiteCheck.of(
              settings(more), Clock.systemUTC(), store, PublishedPosts.NONE, (done, all) -> {})
          .problems();
    }
  }

  /** How often the first post stands in the store: each rendering names what it links to. */
  private int renderings() throws IOException {
    String kept = "";
    for (String each : new String[] {"renderings.db", "renderings.db-wal"}) {
      Path file = folder.resolve(each);
      kept += Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
    }
    return kept.split("2014-04-05-two", -1).length - 1;
  }

  @Test
  void whatWasFaultlessIsNotRenderedAgain() throws Exception {
    assertThat(check("")).isEmpty();
    assertThat(renderings()).isEqualTo(1);
    assertThat(check("")).isEmpty();
    assertThat(renderings()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "posts/2014-04-04-one.md, the post itself",
    "posts/2014-04-05-two.md, a post that it names",
    "posts/a.png, a file that it shows",
    "posts/2013-01-01-old.md, a post that takes its address"
  })
  void aPostIsCheckedAgainWhenSomethingThatItDependsOnChanges(String path, String what)
      throws Exception {
    assertThat(check("")).isEmpty();
    switch (path) {
      case "posts/2014-04-04-one.md" ->
          write(path, "---\ntitle: One\n---\n[b]({% post_url none %})\n");
      case "posts/2013-01-01-old.md" ->
          write(path, "---\ntitle: T\npermalink: /2014/04/04/one/\n---\nShort.\n");
      default -> Files.delete(directory.resolve(path));
    }
    assertThat(check(""))
        .anySatisfy(problem -> assertThat(problem.file()).isEqualTo("2014-04-04-one.md"));
  }

  @Test
  void otherSettingsHaveTheirOwnRenderings() {
    assertThat(check("")).isEmpty();
    assertThat(check("limits: {html: 1KiB}\n"))
        .anySatisfy(problem -> assertThat(problem.message()).contains(FAULT));
    assertThat(check("")).isEmpty();
  }

  @Test
  void aPostWithProblemsIsReportedEveryTime() {
    String tight = "limits: {html: 1KiB}\n";
    Collection<Problem> first = check(tight);
    assertThat(first).hasSize(1);
    assertThat(check(tight)).isEqualTo(first);
  }

  @Test
  void aFaultlessPostIsReportedWhenItBecomesPartOfADraft() throws Exception {
    String dated = "title: T\ndate: 2020-01-01\n---\nShort.\n";
    Files.createDirectory(posts.resolve("trip"));
    write("posts/trip/notes.md", "---\n" + dated);
    write("posts/trip/index.md", "---\n" + dated);
    assertThat(check("")).isEmpty();
    write("posts/trip/index.md", "---\ndraft: true\n" + dated);
    assertThat(check(""))
        .extracting(Problem::file, Problem::line, Problem::level)
        .containsExactly(tuple("trip/notes.md", 1, Level.WARNING));
    assertThat(check("")).hasSize(1);
    write("posts/trip/index.md", "---\n" + dated);
    assertThat(check("")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "draft: true, true",
    "date: 2999-01-01, true",
    "private: true, true",
    "permalink: false, false",
    "'build: {list: never}', false",
  })
  void theTextOfAPostIsCheckedIfItMayBePublished(String field, boolean isChecked) throws Exception {
    generator = "hugo";
    write("posts/2014-04-06-three.md", "---\n" + field + "\n---\n![](none.png)\n");
    assertThat(check(""))
        .filteredOn(problem -> problem.file().equals("2014-04-06-three.md"))
        .filteredOn(problem -> problem.level() != Level.NOTE)
        .hasSize(isChecked ? 1 : 0);
  }
}
