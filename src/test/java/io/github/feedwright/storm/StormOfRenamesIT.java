package io.github.feedwright.storm;

import static io.github.feedwright.site.RunningSite.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.feedwright.publish.Served;
import io.github.feedwright.site.RunningSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** However many posts are renamed at once, each is one entry with its id at every poll. */
@Timeout(1800)
final class StormOfRenamesIT {
  /** One feed that shows every post. */
  private static final String FEEDS = "feeds: {items: 1000, formats: [rss], by: []}\n";

  private static final Pattern ITEM =
      Pattern.compile("<title>Post (\\d+)</title>.*?<guid[^>]*>([^<]*)</guid>", Pattern.DOTALL);

  @TempDir private Path temp;

  private static String name(int number) {
    return "%04d.md".formatted(number);
  }

  /** A text that no other post has, in five sentences. */
  private static String text(int number, String last) {
    return "---\ntitle: Post %d\ndate: %s\n---\n"
            .formatted(number, LocalDate.of(2010, 1, 1).plusDays(number))
        + IntStream.range(0, 4)
            .mapToObj("This is the sentence number %d of the post."::formatted)
            .map(sentence -> sentence.replace("the post", "the post " + number))
            .reduce("", (text, sentence) -> text + sentence + "\n")
        + last
        + "\n";
  }

  private static void write(Path posts, int count) throws IOException {
    for (int number = 0; number < count; number++) {
      RunningSite.write(posts, name(number), text(number, "The end."));
    }
  }

  private static RunningSite site(Path posts) throws Exception {
    RunningSite site = RunningSite.on(posts, FEEDS, Clock.systemUTC());
    within(Sizes.TIME_LIMIT, () -> site.publisher().health().watching().equals("watching"));
    return site;
  }

  /** The ids of the posts in the feed, by their numbers; all ids of a post that is there twice. */
  private static SortedMap<Integer, List<String>> ids(String feed) {
    SortedMap<Integer, List<String>> ids = new TreeMap<>();
    for (MatchResult item : ITEM.matcher(feed).results().toList()) {
      ids.computeIfAbsent(Integer.valueOf(item.group(1)), number -> new ArrayList<>())
          .add(item.group(2));
    }
    return ids;
  }

  private static SortedMap<Integer, List<String>> idsOfNames(int count) {
    SortedMap<Integer, List<String>> ids = new TreeMap<>();
    for (int number = 0; number < count; number++) {
      ids.put(number, List.of("tag:blog.example.org,2013:%04d".formatted(number)));
    }
    return ids;
  }

  /** Asks all the time, and finds every post once, with its first id. */
  private static final class IdPoller implements AutoCloseable {
    private final RunningSite site;
    private final SortedMap<Integer, List<String>> expected;
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final Thread thread = new Thread(this::run, "poller");
    private volatile boolean ended;

    private IdPoller(RunningSite site, int count) {
      this.site = site;
      this.expected = idsOfNames(count);
    }

    static IdPoller of(RunningSite site, int count) {
      IdPoller poller = new IdPoller(site, count);
      poller.thread.start();
      return poller;
    }

    private void run() {
      String right = "";
      while (!ended && faults.isEmpty()) {
        LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        try {
          String feed = site.body("/rss.xml");
          SortedMap<Integer, List<String>> found = feed.equals(right) ? expected : ids(feed);
          if (!found.equals(expected)) {
            faults.add(difference(found));
          }
          right = feed;
        } catch (IOException | InterruptedException e) {
          faults.add(e.toString());
        }
      }
    }

    private String difference(SortedMap<Integer, List<String>> found) {
      SortedMap<Integer, String> wrong = new TreeMap<>();
      expected.forEach(
          (number, ids) -> {
            List<String> now = found.getOrDefault(number, List.of());
            if (!now.equals(ids)) {
              wrong.put(number, "has " + now);
            }
          });
      return wrong.size()
          + " of "
          + expected.size()
          + " posts are wrong; the site has "
          + site.publisher().health().posts()
          + ": "
          + wrong;
    }

    /** Waits until so many posts have a new address, and then until every deletion has counted. */
    void await(String path, int count) {
      within(
          Sizes.TIME_LIMIT,
          () -> !faults.isEmpty() || site.body("/rss.xml").split(path, -1).length == count + 1);
      within(Sizes.TIME_LIMIT, () -> !faults.isEmpty() || Served.isIdle(site.publisher()));
      assertThat(faults).isEmpty();
    }

    @Override
    public void close() {
      ended = true;
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Test
  void twoReplicasAgreeAfterRenamesInAnyOrder() throws Exception {
    int count = Sizes.of(100, 1_000);
    Path one = Files.createDirectory(temp.resolve("one"));
    Path other = Files.createDirectory(temp.resolve("other"));
    write(one, count);
    write(other, count);
    try (RunningSite first = site(one);
        RunningSite second = site(other);
        IdPoller firstPoller = IdPoller.of(first, count);
        IdPoller secondPoller = IdPoller.of(second, count)) {
      Thread meanwhile = new Thread(() -> rename(one, count, 1), "renames");
      meanwhile.start();
      rename(other, count, 2);
      meanwhile.join();
      firstPoller.await("/renamed-", count);
      secondPoller.await("/renamed-", count);
      assertThat(ids(first.body("/rss.xml"))).isEqualTo(ids(second.body("/rss.xml")));
    }
  }

  /** Each post gets another folder, and then another name or another end too, in random order. */
  private static void rename(Path posts, int count, long seed) {
    Random random = new Random(seed);
    List<Integer> numbers = new ArrayList<>(IntStream.range(0, 2 * count).boxed().toList());
    Collections.shuffle(numbers, random);
    boolean[] isMoved = new boolean[count];
    try {
      Files.createDirectories(posts.resolve("folder"));
      for (int each : numbers) {
        int number = each % count;
        Path folder = posts.resolve("folder");
        Path to = folder.resolve(isMoved[number] ? "renamed-" + name(number) : name(number));
        Files.move((isMoved[number] ? folder : posts).resolve(name(number)), to);
        if (isMoved[number] && number % 3 == 0) {
          RunningSite.write(folder, "renamed-" + name(number), text(number, "Another end."));
        }
        isMoved[number] = true;
        if (random.nextInt(20) == 0) {
          LockSupport.parkNanos(random.nextInt(50_000_000));
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void eachPollHasEachIdOnceWhileGitMovesAFolder() throws Exception {
    int count = Sizes.of(100, 500);
    Path posts = Files.createDirectory(temp.resolve("posts"));
    Git git = new Git(posts);
    assumeTrue(git.isThere(), "git is not installed");
    git.run("init", "-q", "-b", "main");
    write(posts.resolve("first"), count);
    git.commitAll("posts");
    try (RunningSite site = RunningSite.on(posts, FEEDS + bySection(), Clock.systemUTC())) {
      within(Sizes.TIME_LIMIT, () -> site.publisher().health().watching().equals("watching"));
      try (IdPoller poller = IdPoller.of(site, count)) {
        git.run("mv", "first", "second");
        poller.await("org/second/", count);
        Files.createDirectories(posts.resolve("a/b"));
        git.run("mv", "second", "a/b/third");
        poller.await("org/a/", count);
        git.run("mv", "a", "first");
        poller.await("org/first/", count);
      }
    }
  }

  private static String bySection() {
    return "posts: {permalink: \"/:section/:slug/\"}\n";
  }

  @Test
  void eachPollHasEachIdOnceWhileBranchesThatRenameHalfOfThePostsAreCheckedOut() throws Exception {
    int count = Sizes.of(100, 1_000);
    Path posts = Files.createDirectory(temp.resolve("posts"));
    Git git = new Git(posts);
    assumeTrue(git.isThere(), "git is not installed");
    git.run("init", "-q", "-b", "main");
    write(posts, count);
    git.commitAll("main");
    git.run("checkout", "-q", "-b", "other");
    Files.createDirectory(posts.resolve("tidy"));
    for (int number = 0; number < count; number += 2) {
      Files.move(posts.resolve(name(number)), posts.resolve("tidy/renamed-" + name(number)));
    }
    git.commitAll("other");
    git.run("checkout", "-q", "main");
    try (RunningSite site = site(posts);
        IdPoller poller = IdPoller.of(site, count)) {
      for (int times = 0; times < Sizes.of(1, 5); times++) {
        git.run("checkout", "-q", "other");
        poller.await("/renamed-", count / 2);
        git.run("checkout", "-q", "main");
        poller.await("/renamed-", 0);
      }
    }
  }
}
