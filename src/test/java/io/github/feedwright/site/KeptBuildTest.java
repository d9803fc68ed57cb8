package io.github.feedwright.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.edition.Fingerprints;
import io.github.feedwright.identity.PublishedPosts;
import io.github.feedwright.output.BuildCounts;
import io.github.feedwright.output.SiteFiles;
import io.github.feedwright.publish.once.StaticBuild;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.store.CacheStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A build over an earlier one makes only what has changed, and leaves what a first one would. */
final class KeptBuildTest {
  private static final int BUILDS = 10;
  private static final String FINGERPRINTS = ".feedwright/fingerprints.tsv";

  @TempDir private Path directory;
  private Path posts;
  private Path out;
  private String more = "feeds: {archives: all}\n" + RandomPosts.SETTINGS;
  private String program = "this";
  private boolean isCompressed;
  private Clock clock = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

  @BeforeEach
  void prepare() throws IOException {
    posts = Files.createDirectory(directory.resolve("posts"));
    out = directory.resolve("out");
  }

  private BuildCounts build(Path to, CacheStore store) throws IOException {
    Settings settings = RunningSite.settings(posts, more);
    try (store;
        StaticBuild build = StaticBuild.of(settings, clock, store, PublishedPosts.NONE);
        SiteFiles files = SiteFiles.in(to, settings, false, isCompressed)) {
      Fingerprints fingerprints = build.fingerprints();
      if (fingerprints != null) {
        files.compare(fingerprints, (done, all) -> {});
      }
      return files.write(build.snapshot(), settings, (done, all) -> {});
    }
  }

  private BuildCounts kept() throws IOException {
    return build(out, CacheStore.in(directory.resolve("cache"), program, clock));
  }

  private Map<String, String> first() throws IOException {
    Path fresh = Files.createTempDirectory(directory, "fresh");
    build(fresh, CacheStore.none());
    return texts(fresh);
  }

  private static Map<String, String> texts(Path out) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(out)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = out.relativize(file).toString();
        if (!name.equals(FINGERPRINTS)) {
          texts.put(name, Files.readString(file, StandardCharsets.ISO_8859_1));
        }
      }
    }
    return texts;
  }

  /** Puts other bytes into a file, as nobody does who does not want to deceive. */
  private Path forged(String name) throws IOException {
    Path file = out.resolve(name);
    FileTime time = Files.getLastModifiedTime(file);
    Files.writeString(file, "x".repeat((int) Files.size(file)));
    Files.setLastModifiedTime(file, time);
    return file;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void afterEditsEveryFileIsThatOfAFirstBuild(long seed) throws Exception {
    RandomPosts random = new RandomPosts(posts, seed);
    kept();
    for (int build = 0; build < BUILDS; build++) {
      String what = random.edit() + (build % 2 == 0 ? "" : random.edit());
      clock = Clock.offset(clock, Duration.ofHours(19));
      kept();
      assertThat(texts(out)).as("%s: %s", build, what).isEqualTo(first());
    }
  }

  @Test
  void aLongerEnclosureMakesItsFeedsAgain() throws Exception {
    Files.writeString(posts.resolve("bell.mp3"), "short");
    Files.writeString(
        posts.resolve("2014-04-01-bell.md"), "---\ntitle: B\nenclosure: bell.mp3\n---\nRing.\n");
    kept();
    Files.writeString(posts.resolve("bell.mp3"), "a longer one");
    kept();
    assertThat(texts(out)).isEqualTo(first());
    assertThat(out.resolve("rss.xml")).content().contains("length=\"12\"");
  }

  @Test
  void aFileThatIsTheSameIsNotMadeAgain() throws Exception {
    new RandomPosts(posts, 5);
    kept();
    Path file = forged("rss.xml");
    assertThat(kept().changed()).isZero();
    assertThat(file).content().startsWith("xxx");
  }

  @Test
  void aFileThatSomebodyHasChangedIsMadeAgain() throws Exception {
    new RandomPosts(posts, 6);
    kept();
    Files.writeString(out.resolve("rss.xml"), "Mine.");
    Files.delete(out.resolve("atom.xml"));
    Files.setLastModifiedTime(forged("feed.json"), FileTime.fromMillis(1));
    kept();
    assertThat(texts(out)).isEqualTo(first());
  }

  @Test
  void filesBehindALinkAreNotOurs() throws Exception {
    Files.writeString(posts.resolve("2020-01-01-one.md"), "---\ntitle: One\n---\nText.\n");
    kept();
    Path elsewhere = directory.resolve("elsewhere");
    Files.move(out.resolve("2020"), elsewhere);
    Files.createSymbolicLink(out.resolve("2020"), elsewhere);
    assertThat(kept().leftOut()).containsOnlyKeys("/2020/01/01/one/");
  }

  @Test
  void otherSettingsMakeEveryFileAgain() throws Exception {
    new RandomPosts(posts, 7);
    kept();
    forged("rss.xml");
    more += "http: {feed-type: xml}\n";
    kept();
    assertThat(texts(out)).isEqualTo(first());
  }

  @Test
  void anotherProgramMakesEveryFileAgain() throws Exception {
    new RandomPosts(posts, 8);
    kept();
    forged("rss.xml");
    program = "that";
    kept();
    assertThat(texts(out)).isEqualTo(first());
  }

  @Test
  void compressedFilesAreMadeAgainWithTheirFile() throws Exception {
    isCompressed = true;
    new RandomPosts(posts, 9);
    kept();
    Files.delete(out.resolve("rss.xml.gz"));
    kept();
    assertThat(texts(out)).isEqualTo(first());
    isCompressed = false;
    kept();
    assertThat(texts(out)).isEqualTo(first());
  }

  @Test
  void aDamagedRecordOnlyCostsTime() throws Exception {
    new RandomPosts(posts, 10);
    kept();
    String record = Files.readString(out.resolve(FINGERPRINTS));
    for (String damaged :
        new String[] {
          "", "\n", record.substring(0, record.length() / 2), record.replace('\t', ' ')
        }) {
      Files.writeString(out.resolve(FINGERPRINTS), damaged);
      kept();
      assertThat(texts(out)).isEqualTo(first());
    }
  }
}
