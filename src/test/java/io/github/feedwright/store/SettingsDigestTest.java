package io.github.feedwright.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.library.Posts;
import io.github.feedwright.source.search.GeneratorSearch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of renderings holds as long as the settings are the same. */
final class SettingsDigestTest {
  @TempDir private Path site;

  private String digest(String configuration) throws IOException {
    Files.writeString(site.resolve("_config.yml"), configuration);
    return SettingsDigest.of(GeneratorSearch.resolved(Posts.settings().withPosts(site)));
  }

  @Test
  void theDataOfASiteCountAndNotWhereTheyAreWritten() throws IOException {
    String first = digest("title: T\nlist: [a]\n");

    assertThat(digest("# A comment.\n\ntitle: T\nlist:\n  - a\n")).isEqualTo(first);
    assertThat(digest("title: T\nlist: [b]\n")).isNotEqualTo(first);
  }
}
