package io.github.feedwright.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.feedwright.edition.entry.RenderThreads;
import io.github.feedwright.edition.entry.WaitLimit;
import io.github.feedwright.edition.store.RenderingCaches;
import io.github.feedwright.identity.TextHash;
import io.github.feedwright.library.Posts;
import io.github.feedwright.post.Post;
import io.github.feedwright.post.author.Authors;
import io.github.feedwright.post.reading.ParsedPost;
import io.github.feedwright.post.reading.PostParser;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.store.CacheStore;
import io.github.feedwright.web.Representation;
import io.github.feedwright.web.cache.CacheLimits;
import io.github.feedwright.web.cache.LastModifiedClock;
import io.github.feedwright.web.cache.RepresentationCache;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** While a machine is too busy to render, previous entries stand in: never two with one id. */
@Timeout(60)
final class StandInEntriesTest {
  private static final Instant NOW = Instant.parse("2030-05-05T12:00:00Z");
  private static final WaitLimit LONG = WaitLimit.of(Duration.ofSeconds(50));
  private static final WaitLimit NONE = WaitLimit.of(Duration.ZERO);
  private static final String ID = "tag:example.org,2013:";
  private static final Pattern ITEM =
      Pattern.compile("\"id\": ?\"([^\"]*)\"[^{}]*?\"title\": ?\"([^\"]*)\"");

  private final Settings settings =
      Posts.settings(
          "site: {title: T, url: 'https://example.org/', id: 'tag:example.org,2013'}\n"
              + "feeds: {formats: [json]}\n");
  private final Queue<String> late = new ConcurrentLinkedQueue<>();
  private final RenderThreads renderers = new RenderThreads(1);
  private final CountDownLatch end = new CountDownLatch(1);
  private final Pipeline pipeline =
      new Pipeline(
          settings,
          new RepresentationCache(
              Runnable::run, Runnable::run, new LastModifiedClock(), CacheLimits.USUAL),
          RenderingCaches.of(CacheStore.none()),
          renderers,
          late::add);

  @BeforeEach
  void publishThreePosts() {
    put("a.md", "title: A\ndate: 2024-01-01");
    put("b.md", "title: B\ndate: 2024-01-02");
    put("c.md", "title: C\ndate: 2024-01-03");
    pipeline.publish(NOW, LONG, NOW);
    assertThat(titles()).isEqualTo(Map.of(ID + "a", "A", ID + "b", "B", ID + "c", "C"));
    renderers.execute(
        () -> {
          try {
            end.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  @AfterEach
  void close() {
    end.countDown();
    renderers.close();
  }

  private void put(String path, String fields) {
    String text = ("A line of the post with " + fields + ".\n").repeat(4);
    byte[] file = ("---\n" + fields + "\n---\n" + text).getBytes(StandardCharsets.UTF_8);
    ParsedPost reading = new PostParser(settings, Authors.none()).parse(path, file);
    Post post = ((ParsedPost.Understood) reading).post();
    pipeline.fileState().put(path, reading, TextHash.of(post.body().text()));
  }

  /** The titles of the entries of the feed by their ids, each of which is there once. */
  private Map<String, String> titles() {
    Representation feed =
        (Representation)
            Objects.requireNonNull(pipeline.edition().snapshot().find("/feed.json", null));
    Matcher item = ITEM.matcher(StandardCharsets.UTF_8.decode(feed.body()));
    Map<String, String> titles = new TreeMap<>();
    while (item.find()) {
      assertThat(titles.put(item.group(1), item.group(2))).as(item.group()).isNull();
    }
    return titles;
  }

  @Test
  void ofPostsThatRotateTheirFilesEachStandsOnceWithItsId() {
    put("a.md", "title: C\ndate: 2024-01-03");
    put("b.md", "title: A\ndate: 2024-01-01");
    put("c.md", "title: B\ndate: 2024-01-02");
    pipeline.publish(NOW, NONE, NOW);
    assertThat(titles()).isEqualTo(Map.of(ID + "a", "A", ID + "b", "B", ID + "c", "C"));
  }

  @Test
  void aPostThatMakesRoomForANewOneStandsOnceWithItsId() {
    put("a.md", "title: New\ndate: 2024-04-04");
    put("d.md", "title: A\ndate: 2024-01-01");
    pipeline.publish(NOW, NONE, NOW);
    assertThat(titles()).isEqualTo(Map.of(ID + "a", "A", ID + "b", "B", ID + "c", "C"));
  }

  @Test
  void aPostThatIsRenamedOverAnotherStandsInItsPlace() {
    put("b.md", "title: A\ndate: 2024-01-01");
    pipeline.fileState().delete("a.md");
    pipeline.fileState().move(Map.of("b.md", "a.md"));
    pipeline.publish(NOW, NONE, NOW);
    assertThat(titles()).isEqualTo(Map.of(ID + "a", "A", ID + "c", "C"));
  }

  @Test
  void anEntryWhoseIdItsAuthorGaveToAnotherPostIsLeftOutUntilItsOwnIsReady() {
    put("a.md", "title: A\ndate: 2024-01-01\nguid: " + ID + "other");
    pipeline.continuity().markSettled();
    pipeline.publish(NOW, NONE, NOW);
    assertThat(titles()).containsEntry(ID + "a", "A").hasSize(3);

    put("b.md", "title: B\ndate: 2024-01-02\nguid: " + ID + "a");
    pipeline.continuity().markSettled();
    pipeline.publish(NOW, NONE, NOW);
    assertThat(titles()).isEqualTo(Map.of(ID + "b", "B", ID + "c", "C"));

    end.countDown();
    await().until(() -> late.containsAll(List.of("a.md", "b.md")));
    late.forEach(pipeline::renderFinished);
    pipeline.publish(NOW, LONG, NOW);
    assertThat(titles()).isEqualTo(Map.of(ID + "other", "A", ID + "a", "B", ID + "c", "C"));
  }
}
