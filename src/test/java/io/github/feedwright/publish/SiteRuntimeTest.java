package io.github.feedwright.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.feedwright.edition.entry.WaitLimit;
import io.github.feedwright.edition.store.RenderingCaches;
import io.github.feedwright.intake.Signal;
import io.github.feedwright.library.Posts;
import io.github.feedwright.post.Post;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.source.FileEvent;
import io.github.feedwright.store.CacheStore;
import io.github.feedwright.web.Representation;
import io.github.feedwright.web.Resource;
import io.github.feedwright.web.cache.CacheLimits;
import io.github.feedwright.web.cache.LastModifiedClock;
import io.github.feedwright.web.cache.RepresentationCache;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site runtime that is prepared while another one publishes takes over its state. */
final class SiteRuntimeTest {
  private static final Instant START = Instant.parse("2030-05-05T12:00:00Z");
  private static final WaitLimit LONG = WaitLimit.of(Duration.ofSeconds(30));
  private static final String BROKEN = "---\ntitle: \"T\ndate: 2020-01-01\n---\nBroken.\n";

  @TempDir private Path posts;
  private final RepresentationCache representations =
      new RepresentationCache(Runnable::run, Runnable::run, new LastModifiedClock(), Set.of());
  private Instant now = START;
  private SiteRuntime former;
  private @Nullable SiteRuntime next;

  @BeforeEach
  void begin() {
    former =
        new SiteRuntime(
            settings(), representations, RenderingCaches.of(CacheStore.none()), signal -> {});
  }

  @AfterEach
  void end() {
    former.close();
    if (next != null) {
      next.close();
    }
  }

  private Settings settings() {
    return settings("");
  }

  private Settings settings(String yaml) {
    return Posts.settings(yaml).withPosts(posts);
  }

  private static String post(String text) {
    return "---\ntitle: T\ndate: 2020-01-01\n---\n" + text + "\n";
  }

  /** Each change is a second after the last, and settled at once. */
  private void write(String path, String text) throws IOException {
    now = now.plusSeconds(1);
    Path file = posts.resolve(path);
    Files.createDirectories(file.getParent());
    Path beside = Files.writeString(file.resolveSibling(".new"), text);
    Files.setLastModifiedTime(beside, FileTime.from(now.minusSeconds(60)));
    Files.move(beside, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    ingest(former, path, FileEvent.APPEARED, now);
    publish();
  }

  private void delete(String path) throws IOException {
    Files.delete(posts.resolve(path));
    ingest(former, path, FileEvent.REMOVED, now);
    now = now.plusSeconds(2);
    former.ingester().noteScan(now);
    ingest(former, path, FileEvent.CHANGED, now);
    publish();
  }

  private static boolean ingest(SiteRuntime runtime, String path, FileEvent what, Instant now) {
    return runtime.ingester().ingest(List.of(new Signal.Touched(path, what)), () -> now);
  }

  private void publish() {
    former.pipeline().publish(now, LONG, now);
  }

  private void start() {
    former.ingester().takeWhole(former.scanner().list(), now);
    publish();
  }

  private SiteRuntime makeReady() {
    return makeReady(settings());
  }

  private SiteRuntime makeReady(Settings settings) {
    SiteRuntime runtime =
        new SiteRuntime(
            settings, representations, RenderingCaches.of(CacheStore.none()), signal -> {}, former);
    next = runtime;
    runtime.makeReady(former, Clock.fixed(now, ZoneOffset.UTC));
    return runtime;
  }

  private Map<String, String> shown(SiteRuntime runtime) {
    Map<String, String> shown = new HashMap<>();
    for (String path : new TreeSet<>(runtime.pipeline().fileState().paths())) {
      Post post = runtime.pipeline().fileState().showing(path, now);
      if (post != null) {
        shown.put(path, post.body().text().strip());
      }
    }
    return shown;
  }

  private Map<String, String> takenOver(SiteRuntime runtime) {
    runtime.catchUp(former, now);
    runtime.pipeline().publish(now, LONG, now);
    assertThat(shown(runtime)).isEqualTo(shown(former));
    assertThat(runtime.pipeline().edition().library().all())
        .hasSameSizeAs(shown(runtime).entrySet());
    return shown(runtime);
  }

  @Test
  void lastGoodVersionsAreThoseOfTheLastThatWasPublished() throws Exception {
    write("a.md", post("one"));
    write("b.md", post("public"));
    write("c.md", post("kept"));
    start();
    SiteRuntime runtime = makeReady();
    write("a.md", post("two"));
    write("a.md", BROKEN);
    write("b.md", post("hidden").replace("title", "draft: true\ntitle"));
    write("b.md", BROKEN);
    delete("c.md");
    write("c.md", BROKEN);
    write("n.md", post("new"));
    write("n.md", BROKEN);
    assertThat(takenOver(runtime)).containsOnly(Map.entry("a.md", "two"), Map.entry("n.md", "new"));
  }

  @Test
  void aDeletedPostHasNoLastGoodVersion() throws Exception {
    write("a.md", post("one"));
    write("b.md", post("stays"));
    start();
    SiteRuntime runtime = makeReady();
    delete("a.md");
    assertThat(takenOver(runtime)).containsOnly(Map.entry("b.md", "stays"));
    write("a.md", BROKEN);
    ingest(runtime, "a.md", FileEvent.APPEARED, now.plusSeconds(5));
    assertThat(runtime.pipeline().fileState().showing("a.md", now)).isNull();
  }

  @Test
  void theRuleOfWhatIsAPostIsThatOfNow() throws Exception {
    write("_posts/2020-01-01-a.md", post("one"));
    write("_posts/2020-01-01-b.md", post("two"));
    start();
    SiteRuntime runtime = makeReady();
    Files.move(posts.resolve("_posts"), posts.resolve("notes"));
    former.ingester().known().follow(former.scanner().list().files().keySet(), Duration.ZERO);
    former.ingester().known().follow(former.scanner().list().files().keySet(), Duration.ZERO);
    for (String name : new String[] {"a", "b"}) {
      ingest(
          former, "notes/2020-01-01-%s.md".formatted(name), FileEvent.CHANGED, now.plusSeconds(2));
    }
    now = now.plusSeconds(4);
    publish();
    assertThat(takenOver(runtime)).hasSize(2).containsKey("notes/2020-01-01-a.md");
  }

  @Test
  void anIndexThatWasThereForAMomentHidesNothingLater() throws Exception {
    write("trip/a.md", post("one"));
    start();
    Files.writeString(posts.resolve("trip/index.md"), "---\n");
    SiteRuntime runtime = makeReady();
    Files.delete(posts.resolve("trip/index.md"));
    assertThat(takenOver(runtime)).containsOnly(Map.entry("trip/a.md", "one"));
  }

  @Test
  void theEntryOfAMovedPostStaysUntilItsNewOneIsReady() throws Exception {
    write("one/a.md", post("Some *words*. ".repeat(20_000)));
    start();
    Files.move(posts.resolve("one"), posts.resolve("two"));
    now = now.plusSeconds(1);
    assertThat(ingest(former, "two/a.md", FileEvent.APPEARED, now)).isTrue();
    former.pipeline().publish(now, WaitLimit.of(Duration.ZERO), now);
    assertThat(atom(former)).contains("<entry>", "words");
  }

  @Test
  void entriesInOtherFormatsAreWaitedFor() throws Exception {
    write("a.md", post("one"));
    start();
    SiteRuntime runtime = makeReady(settings("feeds: {formats: [atom, rss]}"));
    write("a.md", post("two " + "Some *words*. ".repeat(20_000)));
    write("b.md", post("three " + "Some *words*. ".repeat(20_000)));
    WaitLimit waitLimit = runtime.catchUp(former, now);
    runtime.pipeline().publish(now, waitLimit, now);
    assertThat(atom(runtime)).contains("two Some", "three Some");
  }

  @Test
  void anEntryThatIsOutdatedByNowDoesNotStandIn() throws Exception {
    write("a.md", post("former text"));
    start();
    SiteRuntime runtime = makeReady(settings("feeds: {formats: [atom, rss]}"));
    write("a.md", post("two " + "Some *words*. ".repeat(20_000)));
    runtime.catchUp(former, now);
    runtime.pipeline().publish(now, WaitLimit.of(Duration.ZERO), now);
    assertThat(atom(runtime)).doesNotContain("former text");
  }

  @Test
  void anAuthorsFileThatIsBeingWrittenIsWaitedFor() throws Exception {
    Path authors = Files.writeString(posts.resolve("authors.yml"), "ada:\n  name: Ada\n");
    SiteRuntime runtime = makeReady(settings("posts: {authors: " + authors + "}"));
    await().until(runtime::isSettled);
    Files.writeString(authors, "ada:\n  name: Ada Example\n");
    assertThat(runtime.isSettled()).isFalse();
    await().until(runtime::pollAuthors);
  }

  @Test
  void whatIsNotServedAnyMoreIsForgotten() throws Exception {
    SteppedSite.write(posts, "a.md", post("stays"));
    try (SteppedSite site = SteppedSite.on(posts, "", CacheLimits.USUAL)) {
      for (int number = 0; number < 40; number++) {
        site.write("moving.md", post("moves").replace("title: T", "slug: s" + number));
        assertThat(site.body("/2020/01/01/s" + number + "/")).contains("moves");
        site.write(number + ".png", "pixels");
        site.delete(number + ".png");
      }
      assertThat(site.times()).isLessThan(3 * site.snapshot().table().size());
    }
  }

  private static String atom(SiteRuntime runtime) {
    Resource feed = runtime.pipeline().edition().snapshot().find("/atom.xml", null);
    return feed instanceof Representation atom
        ? StandardCharsets.UTF_8.decode(atom.body()).toString()
        : "" + feed;
  }
}
