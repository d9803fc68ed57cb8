package io.github.feedwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.identity.PublishedPosts;
import io.github.feedwright.publish.SiteCheck;
import io.github.feedwright.settings.SettingsReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CacheFolderTest {
  @TempDir private Path directory;
  private Path posts;
  private Path jar;
  private Path home;

  @BeforeEach
  void writeAPost() throws Exception {
    posts = Files.createDirectory(directory.resolve("posts"));
    Files.writeString(posts.resolve("2014-04-04-one.md"), "---\ntitle: One\n---\nText.\n");
    jar = Files.writeString(directory.resolve("feedwright.jar"), "1");
    home = directory.resolve("home");
  }

  private void check(Map<String, String> environment, @Nullable Path jar, String configuration) {
    SiteCheck.of(
        SettingsReader.defaults(directory).withPosts(posts),
        Clock.systemUTC(),
        CacheFolder.checks(CacheFolder.folder(environment), jar, configuration, posts),
        PublishedPosts.NONE,
        (done, all) -> {});
  }

  /** The memory of the posts, or what became of it. */
  private static byte[] memory(Path caches) throws Exception {
    try (var files = Files.list(caches.resolve("feedwright"))) {
      return Files.readAllBytes(files.findFirst().orElseThrow());
    }
  }

  @Test
  void theFolderForCachesIsTheOneThatTheEnvironmentNames() throws Exception {
    Path caches = directory.resolve("caches");
    check(Map.of("XDG_CACHE_HOME", caches.toString(), "HOME", home.toString()), jar, "");
    assertThat(memory(caches)).isNotEmpty();
    assertThat(home).doesNotExist();
  }

  @Test
  void aFolderThatIsNotAbsoluteIsIgnored() throws Exception {
    check(Map.of("XDG_CACHE_HOME", "caches", "HOME", home.toString()), jar, "");
    assertThat(memory(home.resolve(".cache"))).isNotEmpty();
    assertThat(Path.of("caches")).doesNotExist();
  }

  @Test
  void aFolderWhoseNameTheSystemCannotHoldIsIgnored() throws Exception {
    check(Map.of("HOME", home + "\0"), jar, "");
    assertThat(home).doesNotExist();
    check(Map.of("XDG_CACHE_HOME", home + "\0", "HOME", home.toString()), jar, "");
    assertThat(memory(home.resolve(".cache"))).isNotEmpty();
  }

  @Test
  void withoutAHomeOrAJarNothingIsRemembered() {
    check(Map.of(), jar, "");
    check(Map.of("HOME", home.toString()), null, "");
    check(Map.of("HOME", home.toString()), directory.resolve("no.jar"), "");
    assertThat(home).doesNotExist();
  }

  @Test
  void anotherJarOrAnotherConfigurationRemembersForItself() throws Exception {
    Map<String, String> environment = Map.of("HOME", home.toString());
    check(environment, jar, "");
    byte[] first = memory(home.resolve(".cache"));
    check(environment, jar, "");
    assertThat(memory(home.resolve(".cache"))).isEqualTo(first);
    check(environment, jar, "site: {title: x}\n");
    byte[] second = memory(home.resolve(".cache"));
    assertThat(second).isNotEqualTo(first);
    Files.setLastModifiedTime(jar, FileTime.from(Instant.EPOCH));
    check(environment, jar, "site: {title: x}\n");
    byte[] third = memory(home.resolve(".cache"));
    assertThat(third).isNotEqualTo(second);
    Files.setLastModifiedTime(Files.writeString(jar, "12"), FileTime.from(Instant.EPOCH));
    check(environment, jar, "site: {title: x}\n");
    assertThat(memory(home.resolve(".cache"))).isNotEqualTo(third);
  }
}
