package io.github.feedwright.push;

import static io.github.feedwright.push.PushSite.FEEDS;
import static io.github.feedwright.push.PushSite.SOON;

import io.github.feedwright.format.FeedFormats;
import io.github.feedwright.push.client.CheckedResolver.Lookup;
import io.github.feedwright.push.state.Database;
import io.github.feedwright.push.state.Subscription;
import io.github.feedwright.push.state.Subscriptions;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.settings.SettingsReader;
import io.github.feedwright.settings.SettingsResult;
import io.github.feedwright.web.FoundSnapshot;
import io.github.feedwright.web.Gone;
import io.github.feedwright.web.Resource;
import io.github.feedwright.web.Snapshot;
import io.github.feedwright.web.push.FeedChange;
import io.github.feedwright.web.push.PublishedFeed;
import io.github.feedwright.web.push.WebSubHub.HubAnswer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Push without a thread and without a site: the test says what time it is and what is served. */
final class SteppedPush implements AutoCloseable {
  /** The usual configuration of these tests, without its closing brace. */
  static final String USUAL = "push: {hub: own, allow: [127.0.0.0/8], delay: 0ms, interval: 0ms";

  private static final String SITE =
      "site: {title: Example, url: \"https://blog.example.org/\"}\nfeeds: {url: \"%s/\"}\n"
          .formatted(FEEDS);
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

  private final BlockingQueue<Runnable> events = new LinkedBlockingQueue<>();
  private final Map<String, Resource> served = new HashMap<>();
  private final Path home;
  private final Lookup lookup;
  private Instant now = BEGIN;
  private Settings settings;
  private Session session;
  private Database database;

  private SteppedPush(Path home, String push, Lookup lookup) {
    this.home = home;
    this.lookup = lookup;
    open(push);
  }

  /** With the feed {@code /atom.xml}, whose text is {@code first}. */
  static SteppedPush in(Path home, String push) {
    return in(home, push, Lookup.SYSTEM);
  }

  static SteppedPush in(Path home, String push, Lookup lookup) {
    SteppedPush stepped = new SteppedPush(home, push, lookup);
    stepped.serve("/atom.xml", "first");
    stepped.takeAll();
    return stepped;
  }

  private void open(String push) {
    SettingsResult read =
        SettingsReader.read(SITE + push, "config.yaml", home, FeedFormats.names());
    settings = ((SettingsResult.Valid) read).settings();
    session = Session.open(settings, new StoppedClock(), lookup, events::add);
    database = Database.open(Objects.requireNonNull(settings.push()));
  }

  /** Ends it, and starts it again with another configuration and what is served now. */
  void restart(String push) {
    close();
    events.clear();
    open(push);
    takeAll();
  }

  private final class StoppedClock extends Clock {
    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }

  /** Push is switched off. */
  void end() {
    session.end();
  }

  /** Whether there is nothing left to do after that. */
  boolean isOver() {
    return session.isOver();
  }

  Instant now() {
    return now;
  }

  /** Time passes, and push does what is to be done then. */
  void pass(Duration time) {
    now = now.plus(time);
    session.pass();
  }

  private void serve(String path, String text) {
    served.put(path, new TextFeed(FEEDS + path, text));
  }

  /** A feed has another text. */
  void publish(String path, String text) {
    serve(path, text);
    take(List.of(feed(path)), false);
  }

  /** The configuration says that a feed is gone. */
  void end(String path) {
    served.put(path, new Gone());
    takeAll();
  }

  /** There is nothing at a path any more. */
  void miss(String path) {
    served.remove(path);
    takeAll();
  }

  private void takeAll() {
    List<PublishedFeed> feeds = new ArrayList<>();
    for (Map.Entry<String, Resource> each : served.entrySet()) {
      if (each.getValue() instanceof TextFeed) {
        feeds.add(feed(each.getKey()));
      }
    }
    take(feeds, true);
  }

  private PublishedFeed feed(String path) {
    return new PublishedFeed(
        FEEDS + path, (TextFeed) Objects.requireNonNull(served.get(path), path));
  }

  private void take(List<PublishedFeed> feeds, boolean all) {
    Snapshot snapshot = new FoundSnapshot((path, query) -> served.get(path));
    session.take(new FeedChange(settings, snapshot, feeds, all));
    session.pass();
  }

  /**
   * A request to the hub.
   *
   * @param more names and values
   */
  HubAnswer ask(String mode, String callback, String... more) {
    Map<String, List<String>> form = new HashMap<>();
    form.put("hub.mode", List.of(mode));
    form.put("hub.callback", List.of(callback));
    form.put("hub.topic", List.of(FEEDS + "/atom.xml"));
    for (int at = 0; at < more.length; at += 2) {
      form.put(more[at], List.of(more[at + 1]));
    }
    return session.receiver().accept(form);
  }

  /** Subscribes, and waits until that is in force. */
  void subscribed(String callback, String... more) throws Exception {
    ask("subscribe", callback, more);
    until(() -> subscription(callback).isPresent());
  }

  /** What is in force of a callback and the feed {@code /atom.xml}. */
  Optional<Subscription> subscription(String callback) {
    return new Subscriptions(database).find(FEEDS + "/atom.xml", callback);
  }

  /** How many requests wait for their verification. */
  int pending() {
    pass(Duration.ofMillis(100));
    return session.counts().pending();
  }

  /** How many deliveries are to come. */
  int due() {
    pass(Duration.ofSeconds(1));
    return session.counts().due();
  }

  /** Goes on, while no time passes, until something holds. */
  void until(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + SOON.toNanos();
    while (!condition.call()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("it did not happen within " + SOON);
      }
      go();
    }
  }

  private void go() throws InterruptedException {
    Runnable event = events.poll(10, TimeUnit.MILLISECONDS);
    if (event != null) {
      event.run();
    }
    session.pass();
  }

  /**
   * Goes on until nothing is in flight: what was to be sent by now has been sent and answered.
   *
   * @param control confirms what it is asked, and is not subscribed so far
   */
  void settle(Subscriber control) throws Exception {
    until(() -> !session.isBusy());
    String callback = control.url("/control/" + System.nanoTime());
    subscribed(callback);
    ask("unsubscribe", callback);
    until(() -> subscription(callback).isEmpty());
  }

  @Override
  public void close() {
    session.close();
    database.close();
  }
}
