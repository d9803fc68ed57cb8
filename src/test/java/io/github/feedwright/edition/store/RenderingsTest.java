package io.github.feedwright.edition.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.content.Content;
import io.github.feedwright.content.Media;
import io.github.feedwright.content.url.Reference;
import io.github.feedwright.library.Library;
import io.github.feedwright.library.Posts;
import io.github.feedwright.post.Post;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.store.CacheStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RenderingsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final String ADDRESS = "https://example.org/one/";
  private static final Settings SETTINGS = settings("");
  private static final Library NOTHING = Posts.emptyLibrary(SETTINGS);

  @TempDir private Path directory;

  private static Settings settings(String more) {
    return Posts.settings("site: {title: x, url: \"https://example.org/\"}\n" + more);
  }

  private static Post post(String text) {
    return Posts.post(SETTINGS, "2014-04-04-one.md", "title: One", text);
  }

  private static Content content(String html) {
    return new Content(html, null, "Summary", null, List.of(), Set.of(), List.of());
  }

  private Path folder() {
    return directory.resolve("caches").resolve("feedwright");
  }

  private Path file() {
    return folder().resolve("renderings.db");
  }

  private CacheStore store() {
    return CacheStore.in(folder(), "this", Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private void keep(Post post, Content content) {
    try (CacheStore store = store()) {
      Renderings.of(store, SETTINGS).keep(post, ADDRESS, content);
    }
  }

  private @Nullable Content find(Post post) {
    try (CacheStore store = store()) {
      return Renderings.of(store, SETTINGS).find(post, ADDRESS, NOTHING);
    }
  }

  @Test
  void whatIsKeptIsFoundByTheNextProcess() {
    Content content =
        new Content(
            "<p>Caf\u00e9 \ud83d\ude80</p><p>More</p>",
            "<p>Caf\u00e9 \ud83d\ude80</p>",
            "Caf\u00e9",
            "https://example.org/a.png",
            List.of(new Media("https://example.org/a.mp3", 1L << 40, "audio/mpeg")),
            Set.of(
                new Reference.PostLink("two", null),
                new Reference.FileLink("a.png", null),
                new Reference.FolderLink("images", false),
                new Reference.PageLink("/c/", null)),
            List.of(Problem.warning("2014-04-04-one.md", 7, Kind.CONTENT, "something")));
    keep(post("Text"), content);
    assertThat(find(post("Text"))).isEqualTo(content);
  }

  @Test
  void anExcerptThatIsNoBeginningIsKeptToo() {
    Content content =
        new Content("<p>One</p>", "<p>Two</p>", "", null, List.of(), Set.of(), List.of());
    keep(post("Text"), content);
    assertThat(find(post("Text"))).isEqualTo(content);
  }

  @Test
  void whatTheTextLinksToMustBeAsItWas() {
    Set<Reference> uses =
        Set.of(
            new Reference.PostLink("two", "/two/"),
            new Reference.FileLink("a.png", Posts.attachment("a.png", 3)));
    keep(post("Text"), new Content("<p>", null, "", null, List.of(), uses, List.of()));
    assertThat(find(post("Text"))).isNull();
  }

  @Test
  void anotherTextAddressProgramOrSettingIsNotFound() {
    keep(post("Text"), content("<p>Text</p>"));
    assertThat(find(post("Other"))).isNull();
    try (CacheStore store = store()) {
      assertThat(Renderings.of(store, SETTINGS).find(post("Text"), ADDRESS + "2/", NOTHING))
          .isNull();
      assertThat(
              Renderings.of(store, settings("content: {math: \"on\"}\n"))
                  .find(post("Text"), ADDRESS, NOTHING))
          .isNull();
    }
    try (CacheStore other = CacheStore.in(folder(), "that", Clock.systemUTC())) {
      assertThat(Renderings.of(other, SETTINGS).find(post("Text"), ADDRESS, NOTHING)).isNull();
    }
  }

  @Test
  void settingsThatDoNotMatterFindTheSame() {
    keep(post("Text"), content("<p>Text</p>"));
    try (CacheStore store = store()) {
      Settings other = settings("http: {port: 4000}\nwatch: {scan: 5s}\ngone: [/a/]\n");
      assertThat(Renderings.of(store, other).find(post("Text"), ADDRESS, NOTHING)).isNotNull();
    }
  }

  @Test
  void halfACharacterIsNotKept() {
    keep(post("Text"), content("\ud800"));
    assertThat(find(post("Text"))).isNull();
  }

  @Test
  void onlyTheOwnerMayReadIt() throws Exception {
    try (CacheStore store = store()) {
      Renderings.of(store, SETTINGS).keep(post("Text"), ADDRESS, content("<p>Text</p>"));
      assertThat(permissions(folder())).isEqualTo("rwx------");
      for (String each : new String[] {"", "-wal", "-shm"}) {
        assertThat(permissions(Path.of(file() + each))).as(each).isEqualTo("rw-------");
      }
    }
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void aFileThatOthersCouldHaveWrittenIsNotUsed() throws Exception {
    keep(post("Text"), content("<p>Text</p>"));
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-rw-r--"));
    assertThat(find(post("Text"))).isNull();
    assertThat(permissions(file())).isEqualTo("rw-------");
  }

  @Test
  void aLinkToAnotherFileIsNotFollowed() throws Exception {
    Path other = Files.writeString(directory.resolve("other"), "text");
    Files.createDirectories(folder());
    Files.createSymbolicLink(file(), other);
    keep(post("Text"), content("<p>Text</p>"));
    assertThat(other).hasContent("text");
    assertThat(find(post("Text"))).isNotNull();
  }

  @Test
  void everyChangedByteIsFoundOut() throws Exception {
    Content content = content("<p>" + "Text that is kept. ".repeat(20) + "</p>");
    keep(post("Text"), content);
    byte[] bytes = Files.readAllBytes(file());
    Random random = new Random(7);
    for (int at = 0; at < bytes.length; at += 1 + random.nextInt(50)) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(file(), damaged);
      assertThat(find(post("Text"))).as("damaged at %s", at).isIn(null, content);
      keep(post("Text"), content);
    }
    byte[] html = "Text that is kept".getBytes(StandardCharsets.UTF_8);
    int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("Text that is kept");
    bytes[at + html.length - 1] ^= 1;
    Files.write(file(), bytes);
    assertThat(find(post("Text"))).isNull();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.5, 0.9})
  void aFileThatIsCutOffIsMadeAgain(double part) throws Exception {
    keep(post("Text"), content("<p>" + "Text ".repeat(9000) + "</p>"));
    byte[] bytes = Files.readAllBytes(file());
    Files.write(file(), Arrays.copyOf(bytes, (int) (bytes.length * part)));
    assertThat(find(post("Text"))).isNull();
    keep(post("Text"), content("<p>Text</p>"));
    keep(post("Text"), content("<p>Text</p>"));
    assertThat(find(post("Text"))).isEqualTo(content("<p>Text</p>"));
  }

  @Test
  void aFileOfAnotherKindIsReplaced() throws Exception {
    Files.createDirectories(folder());
    Files.setPosixFilePermissions(
        Files.writeString(file(), "This is no database. ".repeat(500)),
        PosixFilePermissions.fromString("rw-------"));
    keep(post("Text"), content("<p>Text</p>"));
    assertThat(find(post("Text"))).isEqualTo(content("<p>Text</p>"));
  }

  @Test
  void aFolderThatCannotBeMadeCostsNothingElse() throws Exception {
    Path file = Files.writeString(directory.resolve("file"), "");
    try (CacheStore store = CacheStore.in(file.resolve("below"), "", Clock.systemUTC())) {
      Renderings renderings = Renderings.of(store, SETTINGS);
      renderings.keep(post("Text"), ADDRESS, content("<p>Text</p>"));
      assertThat(renderings.find(post("Text"), ADDRESS, NOTHING)).isNull();
    }
  }

  @Test
  void deletingItWhileItIsUsedIsHarmless() throws Exception {
    keep(post("Text"), content("<p>Text</p>"));
    try (CacheStore store = store()) {
      Renderings renderings = Renderings.of(store, SETTINGS);
      assertThat(renderings.find(post("Text"), ADDRESS, NOTHING)).isNotNull();
      for (String each : new String[] {"", "-wal", "-shm"}) {
        Files.deleteIfExists(Path.of(file() + each));
      }
      renderings.keep(post("Other"), ADDRESS, content("<p>Other</p>"));
      assertThat(renderings.find(post("Text"), ADDRESS, NOTHING)).isNotNull();
    }
    keep(post("Text"), content("<p>Text</p>"));
    assertThat(find(post("Text"))).isNotNull();
  }

  @Test
  void twoProcessesShareIt() {
    try (CacheStore one = store();
        CacheStore other = store()) {
      Renderings.of(one, SETTINGS).keep(post("One"), ADDRESS, content("<p>One</p>"));
      Renderings.of(other, SETTINGS).keep(post("Other"), ADDRESS, content("<p>Other</p>"));
      assertThat(Renderings.of(one, SETTINGS).find(post("Other"), ADDRESS, NOTHING)).isNotNull();
      assertThat(Renderings.of(other, SETTINGS).find(post("One"), ADDRESS, NOTHING)).isNotNull();
    }
  }

  @Test
  void theOldestAreDroppedWhenItIsFull() throws Exception {
    long most = 1 << 20;
    String html = "<p>" + "Text ".repeat(2000) + "</p>";
    for (int week = 0; week < 3; week++) {
      Clock clock = Clock.fixed(NOW.plus(Duration.ofDays(7L * week)), ZoneOffset.UTC);
      try (CacheStore store = CacheStore.in(folder(), "this", clock, most)) {
        Renderings renderings = Renderings.of(store, SETTINGS);
        for (int post = 0; post < 60; post++) {
          renderings.keep(post(week + " " + post), ADDRESS, content(html));
        }
        // It is used every week.
        renderings.keep(post("Used"), ADDRESS, content(html));
        assertThat(renderings.find(post("Used"), ADDRESS, NOTHING)).isNotNull();
      }
    }
    assertThat(Files.size(file())).isBetween(most / 2, most);
    assertThat(find(post("0 1"))).isNull();
    assertThat(find(post("2 59"))).isNotNull();
    assertThat(find(post("Used"))).isNotNull();
  }

  @Test
  void withoutAFolderNothingIsKept() {
    Renderings renderings = Renderings.of(CacheStore.none(), SETTINGS);
    renderings.keep(post("Text"), ADDRESS, content("<p>Text</p>"));
    assertThat(renderings.find(post("Text"), ADDRESS, NOTHING)).isNull();
  }

  @Test
  void aClosedStoreFindsNothing() {
    CacheStore store = store();
    Renderings renderings = Renderings.of(store, SETTINGS);
    renderings.keep(post("Text"), ADDRESS, content("<p>Text</p>"));
    store.close();
    renderings.keep(post("Text"), ADDRESS, content("<p>Text</p>"));
    assertThat(renderings.find(post("Text"), ADDRESS, NOTHING)).isNull();
    assertThat(find(post("Text"))).isNotNull();
  }
}
