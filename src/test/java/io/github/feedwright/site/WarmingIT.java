package io.github.feedwright.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.publish.FixedSettings;
import io.github.feedwright.publish.Publisher;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.web.OnDemand;
import io.github.feedwright.web.Representation;
import io.github.feedwright.web.Resource;
import io.github.feedwright.web.Snapshot;
import io.github.feedwright.web.push.FeedChange;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A start serves before every post is rendered: nobody may notice. */
@Timeout(120)
final class WarmingIT {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final int TERMS = 40;
  private static final int POSTS = Integer.getInteger("feedwright.warming-posts", 600);
  private static final String FORMER = "2013-01-01-former.md";

  @TempDir private Path posts;

  private void write(String path, String text) throws IOException {
    Files.writeString(posts.resolve(path), text);
  }

  private void writePosts(String body) throws IOException {
    for (int post = 0; post < POSTS; post++) {
      write(
          "2014-%02d-%02d-post%s.md".formatted(1 + post % 12, 1 + post % 28, post),
          "---\ntitle: Post %s\ntags: [t%s, t%s]\ncategory: c%s\n---\n%s"
              .formatted(post, post % TERMS, post * 7 % TERMS, post % 3, body));
    }
  }

  private static List<String> paths() {
    List<String> paths = new ArrayList<>(List.of("/atom.xml", "/feed.json", "/rss.xml"));
    for (String format : new String[] {"atom.xml", "feed.json", "rss.xml"}) {
      for (int term = 0; term < TERMS; term++) {
        paths.add("/tags/t" + term + "/" + format);
      }
      for (int term = 0; term < 3; term++) {
        paths.add("/categories/c" + term + "/" + format);
      }
    }
    return paths;
  }

  private static CompletableFuture<Representation> asks(Publisher publisher, String path) {
    Snapshot snapshot = Objects.requireNonNull(publisher.snapshot());
    Resource found = snapshot.find(path, null);
    return found instanceof OnDemand later
        ? later.representation()
        : CompletableFuture.completedFuture((Representation) Objects.requireNonNull(found));
  }

  /** Everything that a reader can tell of an answer. */
  private static String text(Representation answer) {
    return answer.tag()
        + " "
        + answer.lastModified()
        + " "
        + answer.links()
        + StandardCharsets.UTF_8.decode(answer.body());
  }

  @Test
  void pollsThroughoutAStartGetWholeFeedsThatDoNotChange() throws Exception {
    writePosts("Some *words* of a post.\n\n".repeat(40));
    Settings settings = RunningSite.settings(posts, "");
    Random random = new Random(11);
    List<String> paths = paths();
    Map<String, String> first = new HashMap<>();
    try (Publisher publisher = FixedSettings.publisher(settings, Clock.systemUTC())) {
      publisher.start();
      assertThat(publisher.first().get(60, TimeUnit.SECONDS).warming()).isGreaterThan(100);
      int polls = 0;
      while (publisher.health().warming() > 0) {
        String path = paths.get(random.nextInt(paths.size()));
        String answer = text(asks(publisher, path).get(30, TimeUnit.SECONDS));
        assertThat(first.merge(path, answer, (known, now) -> known)).as(path).isEqualTo(answer);
        polls++;
      }
      assertThat(polls).isPositive();
      for (String path : paths) {
        assertThat(publisher.snapshot().find(path, null)).isInstanceOf(Representation.class);
        String answer = text(asks(publisher, path).join());
        assertThat(first.getOrDefault(path, answer)).as(path).isEqualTo(answer);
      }
    }
  }

  @Test
  void aConditionalRequestWaitsForTheMakingAndIsAnsweredByTheTag() throws Exception {
    writePosts("Some *words* of a post.\n\n".repeat(40));
    String path = "/tags/t5/atom.xml";
    String tag;
    try (RunningSite site = RunningSite.on(posts)) {
      HttpResponse<String> answer = site.get(path);
      assertThat(answer.statusCode()).isEqualTo(200);
      tag = answer.headers().firstValue("etag").orElseThrow();
    }
    try (RunningSite site = RunningSite.on(posts)) {
      HttpResponse<String> answer = site.get(path, "If-None-Match", tag);
      assertThat(answer.statusCode()).isEqualTo(304);
      assertThat(answer.headers().firstValue("etag")).contains(tag);
    }
  }

  @Test
  void pushIsToldOfAllFeedsOnceTheyAreReadyAndThenOfChanges() throws Exception {
    writePosts("Some *words* of a post.\n\n".repeat(10));
    write(FORMER, "---\ntitle: Former\ntags: [rare]\n---\nBefore.\n");
    Settings settings = RunningSite.settings(posts, "push: {hub: \"https://hub.example.org/\"}\n");
    List<FeedChange> changes = new CopyOnWriteArrayList<>();
    try (Publisher publisher = FixedSettings.publisher(settings, Clock.systemUTC())) {
      publisher.setListener(changes::add);
      publisher.start();
      publisher.first().get(60, TimeUnit.SECONDS);
      write(FORMER, "---\ntitle: Former\ntags: [rare]\n---\nAfter.\n");
      RunningSite.within(SOON, () -> !changes.isEmpty());

      assertThat(publisher.health().warming()).isZero();
      assertThat(changes.get(0).all()).isTrue();
      assertThat(changes.get(0).feeds()).hasSize(publisher.health().feeds());
      RunningSite.within(SOON, () -> bodies(changes, "/tags/rare/").contains("After."));
      assertThat(changes.stream().skip(1))
          .allMatch(each -> !each.all() && each.feeds().size() <= 6);
    }
  }

  private static String bodies(List<FeedChange> changes, String part) {
    return changes.stream()
        .flatMap(each -> each.feeds().stream())
        .filter(feed -> feed.url().contains(part))
        .map(feed -> StandardCharsets.UTF_8.decode(feed.representation().body()).toString())
        .collect(Collectors.joining());
  }

  @Test
  void anEditDuringTheStartIsPublished() throws Exception {
    writePosts("Some *words* of a post.\n\n".repeat(40));
    write(FORMER, "---\ntitle: Former\ntags: [rare]\n---\nBefore.\n");
    try (RunningSite site = RunningSite.on(posts)) {
      assertThat(site.get("/tags/rare/atom.xml").body()).contains("Before.");
      write(FORMER, "---\ntitle: Former\ntags: [rare, t3]\n---\nAfter.\n");
      RunningSite.within(SOON, () -> site.get("/tags/rare/atom.xml").body().contains("After."));
    }
  }
}
