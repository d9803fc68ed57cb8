package io.github.feedwright.publish;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.feedwright.library.Posts;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.store.CacheStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server keeps what it has read for its next start. */
final class KeptStartTest {
  private static final String POST = "2014-04-04-one.md";

  /** What was read of a new file is not kept. */
  private static final Clock LATER = Clock.offset(Clock.systemUTC(), Duration.ofDays(1));

  @TempDir private Path directory;
  private Path posts;

  @BeforeEach
  void writePosts() throws Exception {
    posts = Files.createDirectory(directory.resolve("posts"));
    Files.writeString(posts.resolve(POST), "---\ntitle: First words\n---\nText.\n");
  }

  private CacheStore store() {
    return CacheStore.in(directory.resolve("cache"), "this", LATER);
  }

  private Publisher started(CacheStore store) throws Exception {
    Settings settings = Posts.settings("site: {url: \"https://example.org/\"}").withPosts(posts);
    Publisher publisher =
        Publisher.prepare(
            settings, new FixedSettings(settings), LATER, PublishedMemory.none(), store);
    publisher.start();
    publisher.first().get(60, TimeUnit.SECONDS);
    return publisher;
  }

  private static String feed(Publisher publisher) throws Exception {
    return SteppedSite.body(Objects.requireNonNull(publisher.snapshot()).find("/rss.xml", null));
  }

  /** What is kept of the post. */
  private static Map<String, String> kept(CacheStore store) {
    Map<String, String> kept = new HashMap<>();
    store.findAll(
        "",
        (key, content) -> {
          if (key.endsWith(POST)) {
            kept.put(key, ISO_8859_1.decode(content).toString());
          }
        });
    return kept;
  }

  @Test
  void theNextStartDoesNotReadPostsAgainThatHaveNotChanged() throws Exception {
    try (CacheStore store = store();
        Publisher publisher = started(store)) {
      assertThat(feed(publisher)).contains("First words");
      await().until(() -> kept(store).size() == 1);
      kept(store)
          .forEach(
              (key, content) -> {
                String other = content.replace("First words", "Other words");
                store.keepAll("", Map.of(key, other.getBytes(ISO_8859_1)), List.of());
              });
    }
    try (CacheStore store = store();
        Publisher publisher = started(store)) {
      assertThat(feed(publisher)).contains("Other words");

      Files.writeString(posts.resolve(POST), "---\ntitle: Edited\n---\nText.\n");
      await().until(() -> feed(publisher).contains("Edited"));
    }
    try (CacheStore store = store();
        Publisher publisher = started(store)) {
      assertThat(feed(publisher)).contains("Edited");
    }
  }
}
