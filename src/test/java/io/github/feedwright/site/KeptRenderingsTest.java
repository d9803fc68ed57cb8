package io.github.feedwright.site;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.identity.PublishedPosts;
import io.github.feedwright.output.SiteFiles;
import io.github.feedwright.publish.once.SiteCheck;
import io.github.feedwright.publish.once.StaticBuild;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.store.CacheStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is kept of readings and renderings, the documents are the same. */
final class KeptRenderingsTest {
  /** Long after the posts were written: what was read of a new file is not kept. */
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2126-01-01T00:00:00Z"), ZoneOffset.UTC);

  private static final String MORE = "feeds: {archives: all}\n";

  @TempDir private Path directory;
  private Path posts;
  private Path folder;
  private Map<String, String> expected = Map.of();

  @BeforeEach
  void buildWithoutAStore() throws Exception {
    posts = Files.createDirectory(directory.resolve("posts"));
    folder = directory.resolve("cache");
    Files.writeString(posts.resolve("2014-04-01-picture.md"), "---\ntags: [a]\n---\n![](a.png)\n");
    Files.writeString(posts.resolve("a.png"), "abc");
    for (int day = 10; day < 30; day++) {
      Files.writeString(
          posts.resolve("2014-04-%s-post.md".formatted(day)),
          "---\ntitle: Post %s\ntags: [a, t%s]\n---\nFirst *%s*.\n\n<!--more-->\n\n[before]({%% post_url 2014-04-%s-post %%})\n"
              .formatted(day, day % 3, day, Math.max(10, day - 1)));
    }
    expected = built(MORE, CacheStore.none());
    assertThat(expected).hasSizeGreaterThan(50);
  }

  private Map<String, String> built(String more, CacheStore store) throws IOException {
    Settings settings = RunningSite.settings(posts, more);
    Path out = Files.createTempDirectory(directory, "out");
    try (store;
        StaticBuild build = StaticBuild.of(settings, CLOCK, store, PublishedPosts.NONE);
        SiteFiles files = SiteFiles.in(out, settings, false, false)) {
      files.write(build.snapshot(), settings, (done, all) -> {});
    }
    return texts(out);
  }

  private Map<String, String> builtWithStore() throws IOException {
    return built(MORE, CacheStore.in(folder, "this", CLOCK));
  }

  private static Map<String, String> texts(Path out) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(out)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.put(out.relativize(file).toString(), Files.readString(file));
      }
    }
    return texts;
  }

  private String kept() throws IOException {
    return Files.readString(folder.resolve("renderings.db"), ISO_8859_1);
  }

  @Test
  void aStoreThatIsEmptyOrFullGivesTheSameDocuments() throws Exception {
    assertThat(builtWithStore()).isEqualTo(expected);
    assertThat(builtWithStore()).isEqualTo(expected);
  }

  @Test
  void aKeptPostIsNotRenderedAgain() throws Exception {
    builtWithStore();
    String before = kept();
    builtWithStore();
    assertThat(kept()).isEqualTo(before);
    Files.writeString(posts.resolve("2014-05-01-new.md"), "---\ntitle: New\n---\nNew.\n");
    builtWithStore();
    assertThat(kept()).isNotEqualTo(before);
  }

  @Test
  void aStoreOfAnotherConfigurationGivesTheSameDocuments() throws Exception {
    String other = "feeds: {archives: all, trusted-html: true}\nlimits: {html: 1KiB}\n";
    built(other, CacheStore.in(folder, "this", CLOCK));
    assertThat(builtWithStore()).isEqualTo(expected);
  }

  @Test
  void aDamagedStoreGivesTheSameDocuments() throws Exception {
    builtWithStore();
    byte[] bytes = Files.readAllBytes(folder.resolve("renderings.db"));
    for (int step : new int[] {4099, 997, 101}) {
      byte[] damaged = bytes.clone();
      for (int at = step; at < bytes.length; at += step) {
        damaged[at] ^= 1;
      }
      Files.write(folder.resolve("renderings.db"), damaged);
      assertThat(builtWithStore()).as("every %sth byte", step).isEqualTo(expected);
    }
  }

  @Test
  void whatChangedBetweenTwoRunsIsSeen() throws Exception {
    Files.writeString(posts.resolve("2014-05-02-draft.md"), "---\ndraft: true\n---\nLater.\n");
    Files.writeString(posts.resolve("2200-01-01-future.md"), "---\ntitle: Future\n---\nLater.\n");
    assertThat(builtWithStore()).isEqualTo(expected);
    Path edited = posts.resolve("2014-04-12-post.md");
    Files.writeString(edited, Files.readString(edited).replace("First", "Fresh"));
    Files.move(posts.resolve("2014-04-13-post.md"), posts.resolve("2014-04-13-moved.md"));
    Files.delete(posts.resolve("2014-04-14-post.md"));
    Files.move(
        posts.resolve("2014-04-15-post.md"),
        posts.resolve("2014-04-16-post.md"),
        StandardCopyOption.REPLACE_EXISTING);

    Map<String, String> fresh = built(MORE, CacheStore.none());
    assertThat(fresh).isNotEqualTo(expected);
    assertThat(builtWithStore()).isEqualTo(fresh);
    assertThat(builtWithStore()).isEqualTo(fresh);
  }

  @Test
  void aKeptPostIsNotReadAgain() throws Exception {
    Files.writeString(posts.resolve("2014-05-03-read.md"), "---\ntitle: First words\n---\nA.\n");
    assertThat(builtWithStore().get("rss.xml")).contains("First words");
    try (CacheStore store = CacheStore.in(folder, "this", CLOCK)) {
      Map<String, byte[]> changed = new HashMap<>();
      store.findAll(
          "",
          (key, content) -> {
            String bytes = ISO_8859_1.decode(content).toString();
            if (key.endsWith("2014-05-03-read.md")) {
              changed.put(key, bytes.replace("First words", "Other words").getBytes(ISO_8859_1));
            }
          });
      store.keepAll("", changed, List.of());
    }
    assertThat(builtWithStore().get("rss.xml")).contains("Other words");
  }

  @Test
  void problemsAreReportedEachTime() throws Exception {
    Files.writeString(posts.resolve("2014-05-04-odd.md"), "---\nupdated: TBD\n---\n{% x %}\n");
    Files.writeString(posts.resolve("undated.md"), "---\ntitle: A\n---\nA.\n");
    Files.writeString(posts.resolve("2014-05-05-broken.md"), "---\ntitle: [\n---\nA.\n");
    Files.writeString(posts.resolve("2014-05-06-draft.md"), "---\ndraft: maybe\n---\nA.\n");
    SiteCheck.Found found = checked(CacheStore.none());

    assertThat(found.problems()).hasSizeGreaterThan(3);
    for (int run = 0; run < 2; run++) {
      assertThat(checked(CacheStore.in(folder, "this", CLOCK))).isEqualTo(found);
    }
  }

  private SiteCheck.Found checked(CacheStore store) {
    try (store) {
      return SiteCheck.of(
          RunningSite.settings(posts, MORE), CLOCK, store, PublishedPosts.NONE, (done, all) -> {});
    }
  }

  @Test
  void aPictureThatIsGoneIsNoLongerLinkedTo() throws Exception {
    builtWithStore();
    Files.delete(posts.resolve("a.png"));
    assertThat(builtWithStore()).isEqualTo(built(MORE, CacheStore.none()));
  }
}
