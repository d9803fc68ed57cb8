package io.github.feedwright.site;

import static io.github.feedwright.site.RunningSite.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** While files swap their names, each post is one entry with its id at every poll. */
@Timeout(300)
final class SwappedPostsIT {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Pattern ITEM =
      Pattern.compile("<title>Post (\\w+)</title>.*?<guid[^>]*>([^<]*)</guid>", Pattern.DOTALL);
  private static final String ID = "tag:blog.example.org,2013:";

  @TempDir private Path posts;

  private final List<String> titles = new ArrayList<>();
  private final Map<String, String> expected = new TreeMap<>();
  private final Queue<String> faults = new ConcurrentLinkedQueue<>();
  private volatile boolean ended;
  private Thread poller = new Thread();

  /** A post in the file {@code one/title.md}; its text and date are its own, or not. */
  private void write(String title, String date, String text) throws IOException {
    Path file = posts.resolve(file(title));
    Files.createDirectories(file.getParent());
    Files.writeString(file, "---\ntitle: Post " + title + "\ndate: " + date + "\n" + text);
    titles.add(title);
    expected.put(title, ID + title);
  }

  private void move(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String file(String name) {
    return "one/" + name + ".md";
  }

  /** Each post moves to the next one's file: two swap their names, three go round. */
  private void rotate(List<String> files, Path between, long pause) throws IOException {
    List<Path> from = files.stream().map(SwappedPostsIT::file).map(posts::resolve).toList();
    int last = from.size() - 1;
    move(from.get(last), between);
    for (int each = last; each > 0; each--) {
      pause(pause);
      move(from.get(each - 1), from.get(each));
    }
    pause(pause);
    move(between, from.get(0));
  }

  private static void pause(long millis) {
    LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
  }

  private void poll(RunningSite site) {
    String right = "";
    while (!ended) {
      // The server gets its share of the processor.
      pause(2);
      try {
        String feed = site.body("/rss.xml");
        if (feed.equals(right)) {
          continue;
        }
        right = feed;
        Map<String, String> found = new TreeMap<>();
        ITEM.matcher(feed)
            .results()
            .forEach(item -> found.merge(item.group(1), item.group(2), (a, b) -> a + " " + b));
        if (!found.equals(expected)) {
          Map<String, String> wrong = new TreeMap<>();
          expected.forEach(
              (title, id) -> {
                if (!id.equals(found.get(title))) {
                  wrong.put(title, found.getOrDefault(title, "missing"));
                }
              });
          faults.add(wrong.toString());
          right = "";
        }
      } catch (IOException | InterruptedException e) {
        faults.add(e.toString());
      }
    }
  }

  @AfterEach
  void end() throws InterruptedException {
    ended = true;
    poller.join();
  }

  /** The addresses in the feed, in the order of the posts. */
  private List<String> addresses(RunningSite site) throws IOException, InterruptedException {
    String feed = site.body("/rss.xml");
    return titles.stream()
        .map(title -> feed.replaceFirst("(?s).*<title>Post " + title + "</title>", ""))
        .map(item -> item.replaceFirst("(?s)\\s*<link>([^<]*)</link>.*", "$1"))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"one/tmp.md", "one/tmp", "other/tmp.md", "one/.tmp"})
  void postsThatSwapTheirFilesStandInEveryPollOnce(String between) throws Exception {
    String text = "---\n" + "A sentence of the text of %s.\n".repeat(5);
    write("a", "2024-01-01", text.replace("%s", "a"));
    write("b", "2024-01-02", text.replace("%s", "b"));
    write("c", "2024-01-03", text.replace("%s", "c"));
    write("sameday1", "2024-02-02", text.replace("%s", "d"));
    write("sameday2", "2024-02-02", text.replace("%s", "e"));
    write("short1", "2024-03-03", "---\nShort.\n");
    write("short2", "2024-03-04", "---\nBrief.\n");
    write("guid1", "2024-04-04", "guid: one\n---\nText.\n");
    write("guid2", "2024-04-04", "guid: two\n---\nText.\n");
    expected.put("guid1", "one");
    expected.put("guid2", "two");
    try (RunningSite site =
        RunningSite.on(
            posts, "feeds: {formats: [rss]}\nposts: {permalink: /:title/}\n", Clock.systemUTC())) {
      within(SOON, () -> site.publisher().health().watching().equals("watching"));
      poller = new Thread(() -> poll(site), "poller");
      poller.start();
      List<String> broken = new ArrayList<>();
      for (int pause : new int[] {0, 5, 30, 100, 100, 30, 5, 0}) {
        for (List<String> files :
            List.of(
                List.of("a", "b"),
                List.of("sameday1", "sameday2"),
                List.of("short1", "short2"),
                List.of("guid1", "guid2"),
                List.of("a", "b", "c"))) {
          List<String> before = addresses(site);
          rotate(files, posts.resolve(between), pause);
          within(SOON, () -> moved(before, files).equals(addresses(site)));
          faults.stream()
              .distinct()
              .forEach(fault -> broken.add(files + " " + pause + ": " + fault));
          faults.clear();
        }
      }
      assertThat(broken).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tmp", ".tmp", "two/tmp"})
  void postsInFoldersThatSwapTheirNamesStandInEveryPollOnce(String between) throws Exception {
    String text = "---\n" + "A sentence of the text of %s.\n".repeat(5);
    write("a", "2024-01-01", text.replace("%s", "a"));
    write("b", "2024-01-02", text.replace("%s", "b"));
    Files.move(posts.resolve("one"), posts.resolve("two"));
    write("c", "2024-01-03", text.replace("%s", "c"));
    String more = "feeds: {formats: [rss]}\nposts: {permalink: \"/:section/:title/\"}\n";
    try (RunningSite site = RunningSite.on(posts, more, Clock.systemUTC())) {
      within(SOON, () -> site.publisher().health().watching().equals("watching"));
      poller = new Thread(() -> poll(site), "poller");
      poller.start();
      List<String> folders = new ArrayList<>(List.of("one", "two"));
      for (int pause : new int[] {0, 5, 30, 100}) {
        Path away = posts.resolve(between.replace("two", folders.get(0)));
        move(posts.resolve(folders.get(1)), away);
        pause(pause);
        move(posts.resolve(folders.get(0)), posts.resolve(folders.get(1)));
        pause(pause);
        move(
            between.contains("/") ? posts.resolve(folders.get(1)).resolve("tmp") : away,
            posts.resolve(folders.get(0)));
        Collections.reverse(folders);
        within(
            SOON,
            () ->
                addresses(site)
                    .equals(
                        List.of(
                            RunningSite.HOME + folders.get(1) + "/a/",
                            RunningSite.HOME + folders.get(1) + "/b/",
                            RunningSite.HOME + folders.get(0) + "/c/")));
        assertThat(faults).isEmpty();
      }
    }
  }

  /** The addresses after each post moved to the next one's file. */
  private static List<String> moved(List<String> before, List<String> files) {
    return before.stream().map(address -> next(address, files)).toList();
  }

  private static String next(String address, List<String> files) {
    int at = files.indexOf(address.replaceFirst(".*/([^/]+)/$", "$1"));
    return at < 0 ? address : RunningSite.HOME + files.get((at + 1) % files.size()) + "/";
  }
}
