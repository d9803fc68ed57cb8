package io.github.feedwright.site;

import static io.github.feedwright.site.RunningSite.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The whole directory changes, as with a disk that is unmounted: rename stands for mount. */
@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
final class VanishedPostsIT {
  private static final Duration SOON = Duration.ofSeconds(10);

  @TempDir private Path directory;
  private Path posts;

  @BeforeEach
  void writeTwoPosts() throws Exception {
    posts = directory.resolve("posts");
    RunningSite.write(posts, "2014-04-04-one.md", "---\ntitle: One\n---\nText.\n");
    RunningSite.write(posts, "2015-05-05-two.md", "---\ntitle: Two\n---\nText.\n");
  }

  private void exchange(Path other) throws Exception {
    Files.move(posts, directory.resolve("former"));
    Files.move(other, posts);
  }

  @Test
  void whatWasPublishedStaysWhereAnEmptyDirectoryTakesThePlaceOfThePosts() throws Exception {
    Path empty = Files.createDirectory(directory.resolve("empty"));
    try (RunningSite site = RunningSite.on(posts)) {
      within(SOON, () -> site.publisher().health().watching().equals("watching"));
      exchange(empty);
      within(SOON, () -> site.publisher().health().watching().contains("by an empty one"));
      // Longer than a deletion takes to be believed.
      await()
          .during(Duration.ofMillis(2500))
          .atMost(SOON)
          .until(() -> site.publisher().health().posts() == 2);

      Files.delete(posts);
      Files.move(directory.resolve("former"), posts);
      within(SOON, () -> site.publisher().health().watching().equals("watching"));
      assertThat(site.publisher().health().problems()).isEmpty();
      assertThat(site.publisher().health().posts()).isEqualTo(2);
    }
  }

  @Test
  void anotherDirectoryWithAPostIsTaken() throws Exception {
    Path other = directory.resolve("other");
    RunningSite.write(other, "2016-06-06-three.md", "---\ntitle: Three\n---\nText.\n");
    try (RunningSite site = RunningSite.on(posts)) {
      exchange(other);
      within(SOON, () -> site.publisher().health().posts() == 1);
      assertThat(site.body("/atom.xml")).contains("Three");
    }
  }

  @Test
  void deletedPostsAreGoneEvenIfTheyWereAll() throws Exception {
    try (RunningSite site = RunningSite.on(posts)) {
      Files.delete(posts.resolve("2014-04-04-one.md"));
      Files.delete(posts.resolve("2015-05-05-two.md"));
      within(SOON, () -> site.publisher().health().posts() == 0);
    }
  }
}
