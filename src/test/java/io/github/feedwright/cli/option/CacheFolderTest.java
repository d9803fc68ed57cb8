package io.github.feedwright.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.format.FeedFormats;
import io.github.feedwright.identity.PublishedPosts;
import io.github.feedwright.publish.once.SiteCheck;
import io.github.feedwright.settings.SettingsReader;
import io.github.feedwright.store.CacheStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CacheFolderTest {
  private static final String TEXT = "A text that shows how often it is kept.";

  @TempDir private Path directory;
  private Path posts;
  private Path jar;
  private Path home;

  @BeforeEach
  void writeAPost() throws Exception {
    posts = Files.createDirectory(directory.resolve("posts"));
    Files.writeString(posts.resolve("2014-04-04-one.md"), "---\ntitle: One\n---\n" + TEXT + "\n");
    jar = directory.resolve("feedwright.jar");
    writeJar("1");
    home = directory.resolve("home");
  }

  private void writeJar(String content) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      zip.putNextEntry(new ZipEntry("Main.class"));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
  }

  private void check(Map<String, String> environment, @Nullable Path jar) {
    try (CacheStore store = CacheFolder.store(CacheFolder.folder(environment), jar)) {
      SiteCheck.of(
          SettingsReader.defaults(directory, FeedFormats.names()).withPosts(posts),
          Clock.systemUTC(),
          store,
          PublishedPosts.NONE,
          (done, all) -> {});
    }
  }

  /** How many renderings are kept in a folder; each holds the text twice, with its summary. */
  private static int kept(Path caches) throws IOException {
    Path file = caches.resolve("feedwright").resolve("renderings.db");
    return Files.readString(file, StandardCharsets.ISO_8859_1).split(TEXT, -1).length / 2;
  }

  @Test
  void theFolderForCachesIsTheOneThatTheEnvironmentNames() throws Exception {
    Path caches = directory.resolve("caches");
    check(Map.of("XDG_CACHE_HOME", caches.toString(), "HOME", home.toString()), jar);
    assertThat(kept(caches)).isEqualTo(1);
    assertThat(home).doesNotExist();
  }

  @Test
  void aFolderThatIsNotAbsoluteIsIgnored() throws Exception {
    check(Map.of("XDG_CACHE_HOME", "caches", "HOME", home.toString()), jar);
    assertThat(kept(home.resolve(".cache"))).isEqualTo(1);
    assertThat(Path.of("caches")).doesNotExist();
  }

  @Test
  void aFolderWhoseNameTheSystemCannotHoldIsIgnored() throws Exception {
    check(Map.of("HOME", home + "\0"), jar);
    assertThat(home).doesNotExist();
    check(Map.of("XDG_CACHE_HOME", home + "\0", "HOME", home.toString()), jar);
    assertThat(kept(home.resolve(".cache"))).isEqualTo(1);
  }

  @Test
  void withoutAHomeOrAJarNothingIsKept() {
    check(Map.of(), jar);
    check(Map.of("HOME", home.toString()), null);
    check(Map.of("HOME", home.toString()), directory.resolve("no.jar"));
    assertThat(home).doesNotExist();
  }

  @Test
  void aCopyOfTheJarFindsWhatTheFirstHasKeptAndAnotherJarDoesNot() throws Exception {
    Map<String, String> environment = Map.of("HOME", home.toString());
    check(environment, jar);
    check(environment, Files.copy(jar, directory.resolve("copy.jar")));
    assertThat(kept(home.resolve(".cache"))).isEqualTo(1);
    writeJar("2");
    check(environment, jar);
    assertThat(kept(home.resolve(".cache"))).isEqualTo(2);
  }
}
