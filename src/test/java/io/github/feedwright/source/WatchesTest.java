package io.github.feedwright.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.text.Untraversed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WatchesTest {
  @TempDir private Path root;

  @Test
  void aDirectoryIsForgottenWithAllBelowItAndNothingElse() throws Exception {
    Map<String, SourceDirectory> directories = new HashMap<>();
    for (String path : new String[] {"", "a", "a/b", "a/b/c", "a-b", "a0", "ab"}) {
      Files.createDirectories(root.resolve(path));
    }
    directories.putAll(new SourceTree(root).list().directories());
    try (DirectoryEvents events = DirectoryEvents.ofSystem()) {
      Watches watches = new Watches(events);
      assertThat(watches.rearm(directories)).isTrue();
      assertThat(watches.forget("a/b/c.md")).isFalse();
      assertThat(watches.forget("a")).isTrue();
      for (String kept : new String[] {"a-b", "a0", "ab"}) {
        assertThat(watches.forget(kept)).as(kept).isTrue();
      }
      for (String gone : new String[] {"a", "a/b", "a/b/c"}) {
        assertThat(watches.forget(gone)).as(gone).isFalse();
      }
      assertThat(watches.forget("")).isTrue();
      assertThat(watches.trouble()).isEqualTo("the posts directory is missing");
    }
  }

  /** Each deleted file may have been a directory: thousands of both cost their product else. */
  @Test
  void aDeletionLooksOnlyAtTheDirectoriesBelow() throws Exception {
    for (String path : new String[] {"a/b/c", "a/d", "e/f", "g"}) {
      Files.createDirectories(root.resolve(path));
    }
    NavigableMap<String, Watches.Watch> watched = new TreeMap<>();
    try (DirectoryEvents events = DirectoryEvents.ofSystem()) {
      new Watches(events, watched).rearm(new SourceTree(root).list().directories());
      Watches watches = new Watches(events, Untraversed.of(NavigableMap.class, watched));
      assertThat(watches.forget("e/f/post.md")).isFalse();
      assertThat(watches.forget("a/b")).isTrue();
      assertThat(watched).containsOnlyKeys("", "a", "a/d", "e", "e/f", "g");
    }
  }
}
