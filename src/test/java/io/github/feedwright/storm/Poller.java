package io.github.feedwright.storm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.site.RunningSite;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.xml.sax.InputSource;

/** A reader that asks all the time, and must never see an error, an empty feed or half a post. */
final class Poller implements AutoCloseable {
  private static final List<String> PATHS =
      List.of("/atom.xml", "/rss.xml", "/feed.json", "/tags/weather/atom.xml");

  private final RunningSite site;
  private final Queue<String> faults = new ConcurrentLinkedQueue<>();

  /** What was looked at last, by path: only the thread uses it. */
  private final Map<String, String> last = new HashMap<>();

  private final Thread thread = new Thread(this::run, "poller");
  private volatile boolean ended;
  private volatile int polls;

  private Poller(RunningSite site) {
    this.site = site;
  }

  static Poller of(RunningSite site) {
    Poller poller = new Poller(site);
    poller.thread.start();
    return poller;
  }

  private void run() {
    for (int poll = 0; !ended && faults.isEmpty(); poll++) {
      String path = PATHS.get(poll % PATHS.size());
      try {
        look(path);
      } catch (Exception e) {
        faults.add(path + ": " + e);
      }
      polls = poll + 1;
      LockSupport.parkNanos(Duration.ofMillis(Sizes.of(20, 5)).toNanos());
    }
  }

  private void look(String path) throws Exception {
    HttpResponse<String> answer = site.get(path);
    if (answer.statusCode() != 200) {
      faults.add(path + ": status " + answer.statusCode());
    }
    if (answer.body().equals(last.put(path, answer.body()))) {
      return;
    }
    if (path.endsWith(".xml")) {
      DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(answer.body())));
    }
    String fault = StormPosts.fault(answer.body());
    if (!fault.isEmpty()) {
      faults.add(path + ": " + fault);
    }
  }

  /** Every poll so far must have been good. */
  void requireGood() {
    assertThat(faults).isEmpty();
    assertThat(polls).isPositive();
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
