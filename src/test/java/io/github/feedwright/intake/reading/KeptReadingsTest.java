package io.github.feedwright.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.intake.state.FileState;
import io.github.feedwright.intake.state.PostIndex;
import io.github.feedwright.library.Posts;
import io.github.feedwright.post.author.Authors;
import io.github.feedwright.post.reading.ParsedPost;
import io.github.feedwright.post.reading.PostParser;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.source.FileBytes;
import io.github.feedwright.source.Settling;
import io.github.feedwright.source.SourceFile;
import io.github.feedwright.source.SourceTree;
import io.github.feedwright.source.search.GeneratorSearch;
import io.github.feedwright.store.CacheStore;
import io.github.feedwright.web.cache.RepresentationCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KeptReadingsTest {
  private static final Path SITES = Path.of("src/test/resources/generators");

  /** Long after the files were written. */
  private static final Instant LATER = Instant.parse("2126-01-01T00:00:00Z");

  private static final String POST = "2014-04-04-one.md";

  @TempDir private Path directory;
  private Path posts;

  @BeforeEach
  void writeAPost() throws IOException {
    posts = Files.createDirectory(directory.resolve("posts"));
    Files.writeString(posts.resolve(POST), "---\ntitle: One\nauthor: ada\n---\nText.\n");
  }

  private Settings settings() {
    return Posts.settings("").withPosts(posts);
  }

  private CacheStore store() {
    return CacheStore.in(directory.resolve("cache"), "this", Clock.systemUTC());
  }

  private static Collection<SourceFile> listed(Settings settings) {
    return new SourceTree(settings.posts().directory()).list().files().values();
  }

  /** Reads all files, and keeps what can be kept. */
  private Map<String, PostFile> keep(Settings settings, Instant now) {
    return keep(settings, now, Runtime.getRuntime().maxMemory());
  }

  private Map<String, PostFile> keep(Settings settings, Instant now, long heap) {
    PostParser parser = new PostParser(settings, Authors.none());
    PostFileReader reader =
        new PostFileReader(
            new SourceTree(settings.posts().directory()), parser, settings.limits().post(), heap);
    Map<String, PostFile> read = new TreeMap<>();
    try (CacheStore store = store()) {
      KeptReadings readings = KeptReadings.of(store, settings, Authors.none());
      readings.find(listed(settings));
      for (SourceFile each : listed(settings)) {
        PostFile file = reader.read(each);
        readings.note(file, now);
        read.put(each.path(), file.withoutBytes());
      }
      readings.write();
    }
    return read;
  }

  private static PostFile at(String path, Map<String, PostFile> files) {
    return Objects.requireNonNull(files.get(path));
  }

  private Map<String, PostFile> find(Settings settings) {
    return find(settings, Authors.none());
  }

  private Map<String, PostFile> find(Settings settings, Authors authors) {
    try (CacheStore store = store()) {
      return KeptReadings.of(store, settings, authors).find(listed(settings));
    }
  }

  static List<Path> sites() throws IOException {
    try (Stream<Path> all = Files.list(SITES)) {
      return all.map(each -> each.resolve("site")).filter(Files::isDirectory).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("sites")
  void everyFileOfASiteIsFoundAsItWasRead(Path site) {
    Settings settings = GeneratorSearch.resolved(Posts.settings().withPosts(site));
    Map<String, PostFile> read = keep(settings, LATER);
    read.values().removeIf(each -> !dependsOnItsFile(each.parsed()));

    assertThat(read).hasSizeGreaterThan(10);
    assertThat(find(settings)).isEqualTo(read);
  }

  private static boolean dependsOnItsFile(ParsedPost parsed) {
    return !(parsed instanceof ParsedPost.WithoutFrontMatter)
        && !(parsed instanceof ParsedPost.Refused refused && !refused.isUndated());
  }

  @Test
  void problemsAreFoundAsTheyWereReported() throws IOException {
    Files.writeString(posts.resolve(POST), "---\ntitle: One\nupdated: TBD\ndraft: x\n---\nText.\n");
    Files.writeString(posts.resolve("undated.md"), "---\ntitle: Two\n---\nText.\n");
    Map<String, PostFile> read = keep(settings(), LATER);

    assertThat(find(settings())).isEqualTo(read);
    assertThat(at(POST, read).parsed())
        .isInstanceOfSatisfying(
            ParsedPost.Understood.class, post -> assertThat(post.problems()).isNotEmpty());
    assertThat(at("undated.md", read).parsed()).isInstanceOf(ParsedPost.Refused.class);
  }

  /** The first has the size of the former, too. */
  @ParameterizedTest
  @ValueSource(strings = {"Two", "Longer"})
  void aTextWithTheTimeOfTheFormerIsReadAgain(String title) throws IOException {
    keep(settings(), LATER);
    Path file = posts.resolve(POST);
    FileTime modified = Files.getLastModifiedTime(file);
    Files.writeString(file, "---\ntitle: " + title + "\nauthor: ada\n---\nText.\n");
    Files.setLastModifiedTime(file, modified);

    assertThat(find(settings())).isEmpty();
  }

  @Test
  void aFileThatWasRenamedOverAnotherIsReadAgain() throws IOException {
    Path other = directory.resolve("other");
    Files.writeString(other, "---\ntitle: Two\nauthor: ada\n---\nText.\n");
    keep(settings(), LATER);
    Files.setLastModifiedTime(other, Files.getLastModifiedTime(posts.resolve(POST)));
    Files.move(other, posts.resolve(POST), StandardCopyOption.REPLACE_EXISTING);

    assertThat(find(settings())).isEmpty();
  }

  @Test
  void everyPartOfAListedFileMustBeTheSame() {
    keep(settings(), LATER);
    SourceFile file = listed(settings()).iterator().next();
    Instant other = file.changed().plusNanos(1);
    for (SourceFile each :
        List.of(
            new SourceFile(POST, file.size() + 1, file.modified(), file.changed(), file.key()),
            new SourceFile(POST, file.size(), other, file.changed(), file.key()),
            new SourceFile(POST, file.size(), file.modified(), other, file.key()),
            new SourceFile(POST, file.size(), file.modified(), file.changed(), "1"))) {
      try (CacheStore store = store()) {
        KeptReadings readings = KeptReadings.of(store, settings(), Authors.none());
        assertThat(readings.find(List.of(each))).as("%s", each).isEmpty();
        assertThat(readings.find(List.of(file))).containsOnlyKeys(POST);
      }
    }
  }

  @Test
  void aFileThatHasJustChangedIsNotKept() {
    SourceFile file = listed(settings()).iterator().next();
    keep(settings(), file.changed().plusSeconds(2));
    assertThat(find(settings())).isEmpty();

    keep(settings(), file.changed().plusMillis(2001));
    assertThat(find(settings())).hasSize(1);
  }

  @Test
  void aFileSystemWithoutInodesOrTimesOfChangesIsNotTrusted() {
    SourceFile file = listed(settings()).iterator().next();
    PostFile read = at(POST, keep(settings(), Instant.EPOCH));
    for (SourceFile each :
        List.of(
            new SourceFile(POST, file.size(), file.modified(), Instant.EPOCH, file.key()),
            new SourceFile(POST, file.size(), file.modified(), file.changed(), ""))) {
      try (CacheStore store = store()) {
        KeptReadings readings = KeptReadings.of(store, settings(), Authors.none());
        byte[] bytes = new byte[(int) file.size()];
        readings.note(
            new PostFile(each, new FileBytes.Read(bytes, each, each), read.parsed(), ""), LATER);
        readings.write();
        assertThat(readings.find(List.of(each))).isEmpty();
      }
    }
  }

  @Test
  void otherSettingsAuthorsProgramsOrFoldersHaveTheirOwn() throws IOException {
    keep(settings(), LATER);
    assertThat(find(settings())).hasSize(1);

    assertThat(find(Posts.settings("posts: {timezone: Asia/Tokyo}").withPosts(posts))).isEmpty();
    assertThat(find(settings(), Authors.read("ada: Ada Lovelace", "authors.yml"))).isEmpty();
    Path moved = directory.resolve("moved");
    Files.move(posts, moved);
    assertThat(find(settings().withPosts(moved))).isEmpty();
    Files.move(moved, posts);
    try (CacheStore that = CacheStore.in(directory.resolve("cache"), "that", Clock.systemUTC())) {
      assertThat(KeptReadings.of(that, settings(), Authors.none()).find(listed(settings())))
          .isEmpty();
    }
    assertThat(find(settings())).hasSize(1);
  }

  @Test
  void settingsThatDoNotMatterFindTheSame() {
    keep(settings(), LATER);

    Settings other = Posts.settings("watch: {scan: 5s}\ngone: [/a/]").withPosts(posts);
    assertThat(find(other)).hasSize(1);
  }

  @Test
  void whatDependsOnAnotherFileOrOnTheMemoryIsNotKept() throws IOException {
    Files.writeString(posts.resolve("nikola.md"), "Only text.\n");
    Files.writeString(posts.resolve("nikola.meta"), ".. title: A\n");
    Files.writeString(posts.resolve("plain.md"), "Only text.\n");
    Files.writeString(posts.resolve("empty.md"), "");
    keep(settings(), LATER);
    assertThat(find(settings())).doesNotContainKeys("nikola.md", "plain.md", "empty.md");

    Files.writeString(
        posts.resolve("2014-04-05-long.md"), "---\ntitle: L\n---\n" + "x".repeat(9000));
    keep(settings(), LATER, 8 * 9000);
    assertThat(find(settings())).containsKey(POST).doesNotContainKey("2014-04-05-long.md");
  }

  @Test
  void whatWasKeptOfFilesThatAreGoneIsRemoved() throws IOException {
    Path gone = Files.writeString(posts.resolve("2014-04-05-gone.md"), "---\ntitle: Gone\n---\n");
    keep(settings(), LATER);
    SourceFile file = new SourceTree(posts).list().files().get("2014-04-05-gone.md");
    assertThat(find(settings())).hasSize(2);
    Files.delete(gone);
    keep(settings(), LATER);

    try (CacheStore store = store()) {
      KeptReadings readings = KeptReadings.of(store, settings(), Authors.none());
      assertThat(readings.find(List.of(file))).isEmpty();
      assertThat(find(settings())).hasSize(1);
    }
  }

  @Test
  void everyChangedByteIsFoundOut() throws IOException {
    PostFile read = at(POST, keep(settings(), LATER));
    Path file = directory.resolve("cache").resolve("renderings.db");
    byte[] bytes = Files.readAllBytes(file);
    Random random = new Random(7);
    for (int at = 0; at < bytes.length; at += 1 + random.nextInt(50)) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, damaged);
      assertThat(find(settings()).getOrDefault(POST, read)).as("damaged at %s", at).isEqualTo(read);
    }
  }

  @Test
  void aTitleWithHalfACharacterIsReadAgain() throws IOException {
    Files.writeString(posts.resolve(POST), "---\ntitle: \"A \\ud800\"\n---\nText.\n");
    Files.writeString(posts.resolve("2014-04-05-two.md"), "---\ntitle: Two\n---\nText.\n");
    Map<String, PostFile> read = keep(settings(), LATER);

    Map<String, PostFile> found = find(settings());
    assertThat(found).containsKey("2014-04-05-two.md");
    assertThat(found.getOrDefault(POST, at(POST, read))).isEqualTo(at(POST, read));
  }

  private FileState started(long heap) {
    Settings settings = settings();
    SourceTree tree = new SourceTree(posts);
    KnownFiles known = new KnownFiles(settings.posts().generator());
    FileState files = new FileState();
    RepresentationCache unused = RepresentationCache.forFiles(Runnable::run);
    Settling settling = new Settling(Duration.ZERO);
    FileStateWriter writer =
        new FileStateWriter(tree, files, unused, settling, known, new PostIndex(), settings);
    PostFileReader reader =
        new PostFileReader(
            tree, new PostParser(settings, Authors.none()), settings.limits().post(), heap);
    try (CacheStore store = store()) {
      KeptReadings readings = KeptReadings.of(store, settings, Authors.none());
      new ListingReader(reader, readings, known, files, writer)
          .read(tree.list(), LATER, file -> true, file -> true);
      readings.write();
    }
    return files;
  }

  @Test
  void aPostForWhichThereIsTooLittleMemoryIsNotTakenFromWhatIsKept() throws IOException {
    Files.writeString(posts.resolve(POST), "---\ntitle: Long\n---\n" + "Text. ".repeat(1000));
    assertThat(started(1 << 20).problems()).isEmpty();
    assertThat(started(1 << 20).problems()).isEmpty();
    assertThat(started(1 << 12).problems()).isNotEmpty();
  }
}
