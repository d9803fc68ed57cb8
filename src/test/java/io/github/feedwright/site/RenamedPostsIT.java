package io.github.feedwright.site;

import static io.github.feedwright.site.RunningSite.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A post with a {@code guid} whose file is renamed is one entry with that id at every moment. */
@Timeout(120)
final class RenamedPostsIT {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Pattern GUID = Pattern.compile("<guid[^>]*>([^<]*)</guid>");

  @TempDir private Path posts;

  private final Queue<String> faults = new ConcurrentLinkedQueue<>();
  private volatile boolean ended;

  /** What is done to the directory while it is served, and what the feed contains afterwards. */
  private record Step(String name, Action action, String result) {
    @Override
    public String toString() {
      return name;
    }
  }

  @FunctionalInterface
  private interface Action {
    void run() throws IOException;
  }

  private static String text(String id, String title) {
    // Too short for its text to identify it.
    return "---\ntitle: "
        + title
        + "\nguid: "
        + id
        + "\npermalink: /:section/:year/:month/:day/:title/\n---\nText.\n";
  }

  private void move(String from, String to) throws IOException {
    Path target = posts.resolve(to);
    Files.createDirectories(target.getParent());
    Files.move(posts.resolve(from), target, StandardCopyOption.ATOMIC_MOVE);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(posts.resolve(name), text);
  }

  /** What is done at once, one after the other. */
  private List<List<Step>> rounds() {
    return List.of(
        List.of(
            new Step(
                "another date and name",
                () -> move("2024-01-01-one.md", "2024-02-02-uno.md"),
                "/2024/02/02/uno/"),
            new Step(
                "renamed and edited at once",
                () -> {
                  move("2024-01-02-two.md", "2024-03-03-dos.md");
                  write("2024-03-03-dos.md", text("id-2", "Second") + "Another text.\n");
                },
                "/2024/03/03/dos/"),
            new Step(
                "an editor that writes beside and renames over",
                () -> {
                  write("2024-01-03-three.md.tmp", text("id-3", "Edited"));
                  move("2024-01-03-three.md.tmp", "2024-01-03-three.md");
                },
                "Edited"),
            new Step(
                "two files swap their names",
                () -> {
                  move("2024-01-04-four.md", "2024-01-06-between.md");
                  move("2024-01-05-five.md", "2024-01-04-four.md");
                  move("2024-01-06-between.md", "2024-01-05-five.md");
                },
                "<title>Fourth</title>\n      <link>https://blog.example.org/2024/01/05/five/</link>")),
        List.of(
            new Step(
                "another folder",
                () -> move("2024-02-02-uno.md", "notes/2024-02-03-un.md"),
                "/notes/2024/02/03/un/"),
            new Step(
                "written under another name, then deleted",
                () -> {
                  write("2024-03-04-deux.md", text("id-2", "Deux"));
                  Files.delete(posts.resolve("2024-03-03-dos.md"));
                },
                "/2024/03/04/deux/"),
            new Step(
                "an editor that renames away first",
                () -> {
                  move("2024-01-03-three.md", "2024-01-03-three.md~");
                  write("2024-01-03-three.md", text("id-3", "Again"));
                  Files.delete(posts.resolve("2024-01-03-three.md~"));
                },
                "Again")),
        List.of(
            new Step(
                "another case",
                () -> move("notes/2024-02-03-un.md", "notes/2024-02-03-UN.md"),
                "/notes/2024/02/03/UN/")),
        List.of(
            new Step(
                "the whole folder",
                () -> Files.move(posts.resolve("notes"), posts.resolve("texts")),
                "/texts/2024/02/03/UN/")));
  }

  @Test
  void aRenamedFileWithAGuidIsOneEntryWithItsIdAtEveryPoll() throws Exception {
    write("2024-01-01-one.md", text("id-1", "First"));
    write("2024-01-02-two.md", text("id-2", "Second"));
    write("2024-01-03-three.md", text("id-3", "Third"));
    write("2024-01-04-four.md", text("id-4", "Fourth"));
    write("2024-01-05-five.md", text("id-5", "Fifth"));
    try (RunningSite site = RunningSite.on(posts)) {
      within(SOON, () -> site.publisher().health().watching().equals("watching"));
      Thread poller = new Thread(() -> poll(site), "poller");
      poller.start();
      List<String> broken = new ArrayList<>();
      for (List<Step> round : rounds()) {
        for (Step step : round) {
          step.action().run();
        }
        for (Step step : round) {
          within(SOON, () -> site.body("/rss.xml").contains(step.result()));
        }
        faults.forEach(fault -> broken.add(round + ": " + fault));
        faults.clear();
      }
      // Longer than a deletion takes to be believed.
      await().during(Duration.ofMillis(1500)).atMost(SOON).until(faults::isEmpty);
      ended = true;
      poller.join();
      assertThat(broken).isEmpty();
    }
  }

  private void poll(RunningSite site) {
    Set<String> expected = Set.of("id-1", "id-2", "id-3", "id-4", "id-5");
    String right = "";
    while (!ended) {
      // Far shorter than anything that is served, and the server gets its share of the processor.
      LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
      try {
        String rss = site.body("/rss.xml");
        if (!rss.equals(right)) {
          List<String> ids = GUID.matcher(rss).results().map(found -> found.group(1)).toList();
          if (ids.size() == expected.size() && expected.equals(new TreeSet<>(ids))) {
            right = rss;
          } else {
            faults.add("entries " + ids);
          }
        }
        if (!site.publisher().health().problems().isEmpty()) {
          faults.add("problems " + site.publisher().health().problems());
        }
      } catch (IOException | InterruptedException e) {
        faults.add(e.toString());
      }
    }
  }
}
