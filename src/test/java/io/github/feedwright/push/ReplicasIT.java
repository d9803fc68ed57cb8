package io.github.feedwright.push;

import static io.github.feedwright.push.PushSite.SOON;
import static io.github.feedwright.site.RunningSite.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.feedwright.push.state.Database;
import io.github.feedwright.push.state.Deliveries;
import io.github.feedwright.push.state.DueDelivery;
import io.github.feedwright.push.state.Outcome;
import io.github.feedwright.push.state.Servers;
import io.github.feedwright.push.state.Subscription;
import io.github.feedwright.push.state.Subscription.Kind;
import io.github.feedwright.push.state.Subscriptions;
import io.github.feedwright.settings.push.PushLimits;
import io.github.feedwright.settings.push.PushSettings;
import io.github.feedwright.settings.push.PushSettings.Signature;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several servers of the same feeds that share one database. */
@Timeout(120)
final class ReplicasIT {
  private static @Nullable EmbeddedPostgres postgres;

  @TempDir private static Path home;
  private static String address;
  private static String shared;
  private static PushSite one;
  private static PushSite other;

  @BeforeAll
  static void start() throws Exception {
    EmbeddedPostgres started;
    try {
      started = EmbeddedPostgres.builder().setPGStartupWait(Duration.ofSeconds(60)).start();
    } catch (IOException | RuntimeException e) {
      abort("PostgreSQL does not run here: " + e);
      return;
    }
    postgres = started;
    address = started.getJdbcUrl("postgres", "postgres");
    shared = PushSite.push(", database: \"" + address + "\"");
    one = PushSite.in(home.resolve("one"), shared, Clock.systemUTC());
    other = PushSite.in(home.resolve("other"), shared, Clock.systemUTC());
  }

  @AfterAll
  static void stop() throws Exception {
    if (postgres != null) {
      one.close();
      other.close();
      postgres.close();
    }
  }

  private static List<String> texts(Subscriber subscriber) {
    return subscriber.deliveries().stream().map(each -> text(each.text())).toList();
  }

  private static String text(String feed) {
    return feed.replaceFirst("(?s).*(version \\w+ of the text).*", "$1");
  }

  @Test
  void eachChangeIsDeliveredOnceWhicheverServerWasAsked() throws Exception {
    try (Subscriber subscriber = Subscriber.start()) {
      one.subscribed(subscriber.url("/one"), "/atom.xml");
      List<String> saved = new ArrayList<>();
      for (int version = 1; version <= 5; version++) {
        String text = "version " + version + " of the text";
        saved.add(text);
        one.save("one", text);
        other.save("one", text);
        within(SOON, () -> texts(subscriber).contains(text));
        within(SOON, () -> other.get("/atom.xml").body().contains(text));
        within(SOON, () -> one.get("/atom.xml").body().contains(text));
      }
      other.ask("unsubscribe", subscriber.url("/one"), "/atom.xml");
      within(SOON, () -> !one.isSubscribed(subscriber.url("/one"), "/atom.xml"));
      assertThat(texts(subscriber)).isEqualTo(saved);
    }
  }

  @Test
  void aServerThatIsBehindSendsNothingOld() throws Exception {
    try (Subscriber subscriber = Subscriber.start()) {
      other.subscribed(subscriber.url("/behind"), "/rss.xml");
      for (String text : List.of("version a of the text", "version b of the text")) {
        one.save("one", text);
        within(SOON, () -> texts(subscriber).contains(text));
      }
      for (String text : List.of("version a of the text", "version b of the text")) {
        other.save("one", text);
        within(SOON, () -> other.get("/rss.xml").body().contains(text));
      }
      one.save("one", "version c of the text");
      other.save("one", "version c of the text");
      within(SOON, () -> texts(subscriber).contains("version c of the text"));

      assertThat(texts(subscriber))
          .containsExactly(
              "version a of the text", "version b of the text", "version c of the text");
    }
  }

  @Test
  void theLastServerOfAHubTellsSubscribersOfItsEnd() throws Exception {
    try (Subscriber subscriber = Subscriber.start()) {
      one.subscribed(subscriber.url("/last"), "/atom.xml");
      subscriber.forget();
      one.configure("");
      within(SOON, () -> one.form("hub.mode=none").statusCode() == 405);
      other.save("one", "version z of the text");
      within(SOON, () -> texts(subscriber).contains("version z of the text"));
      assertThat(subscriber.questions()).isEmpty();

      other.configure("");
      // It listens for a while to whether others are still there.
      within(SOON.multipliedBy(2), () -> !subscriber.questions().isEmpty());
      assertThat(subscriber.questions().get(0).parameter("hub.mode")).isEqualTo("denied");
      one.save("one", "version z of the text");
    } finally {
      for (PushSite each : List.of(one, other)) {
        each.configure(shared);
        within(SOON, () -> each.form("hub.mode=none").statusCode() == 400);
      }
    }
  }

  @Test
  void aHubThatIsSwitchedOffWhileItsDatabaseHangsAcceptsNothingMore() throws Exception {
    try (Connection connection = DriverManager.getConnection(address)) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("LOCK TABLE push_server");
      }
      one.configure("");
      // It may just have begun to ask the database.
      within(SOON.multipliedBy(2), () -> one.form("hub.mode=none").statusCode() == 405);
      connection.rollback();
    } finally {
      one.configure(shared);
      within(SOON.multipliedBy(2), () -> one.form("hub.mode=none").statusCode() == 400);
    }
  }

  @Test
  void whatAServerHasClaimedIsFreeOnceItIsNotThereAnyMore() {
    String topic = "https://other.example.org/atom.xml";
    Instant now = Instant.now();
    try (Database database = Database.open(settings())) {
      Subscription subscription =
          new Subscription(
              Kind.SUBSCRIBER,
              topic,
              "https://reader.example.net/",
              "reader.example.net",
              null,
              now.plusSeconds(3600),
              "old",
              0);
      new Subscriptions(database).put(subscription, "new", now);
      Servers ended = new Servers(database, "ended");
      ended.renew(true);
      new Servers(database, "other").renew(true);
      Deliveries its = new Deliveries(database, "ended");
      Deliveries others = new Deliveries(database, "other");

      assertThat(claim(its, topic, now)).hasSize(1);
      assertThat(claim(others, topic, now)).isEmpty();
      ended.leave();
      assertThat(claim(others, topic, now)).hasSize(1);
      // Late news of the one that has ended changes nothing.
      its.settle(List.of(new Outcome.Unsent(subscription.id())));
      assertThat(claim(its, topic, now)).isEmpty();
      new Subscriptions(database).remove(topic, subscription.callback());
      new Servers(database, "other").leave();
    }
  }

  private static List<DueDelivery> claim(Deliveries deliveries, String topic, Instant now) {
    return deliveries
        .claim(new Deliveries.Limits(10, true, Set.of(topic), Set.of()), due -> true, now)
        .due();
  }

  private static PushSettings settings() {
    return new PushSettings(
        true,
        List.of(),
        home,
        address,
        List.of(),
        Duration.ZERO,
        Duration.ZERO,
        Signature.SHA256,
        PushLimits.DEFAULT);
  }
}
