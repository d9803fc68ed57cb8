package io.github.feedwright.push.state;

import io.github.feedwright.push.state.Subscription.Kind;
import io.github.feedwright.web.push.WebSubHub.PushCounts;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The subscriptions that are in force. Thread-safe; every method may wait for the database. */
public final class Subscriptions {
  private static final String ALL =
      "SELECT kind, topic, callback, host, secret, lease_ends, acked_tag, failures"
          + " FROM push_subscription ";

  private static final String SUBSCRIBER = Kind.SUBSCRIBER.name();

  private static final String COUNTS =
      """
      SELECT s.topic, COUNT(*),
        SUM(CASE WHEN s.kind = ? THEN 1 ELSE 0 END),
        SUM(CASE WHEN s.acked_tag <> t.tag THEN 1 ELSE 0 END),
        SUM(CASE WHEN s.failures > 0 THEN 1 ELSE 0 END)
      FROM push_subscription s LEFT JOIN push_topic t ON t.url = s.topic
      GROUP BY s.topic
      """;

  private final Database database;

  /** The subscriptions in a database. */
  public Subscriptions(Database database) {
    this.database = database;
  }

  /**
   * How many there are.
   *
   * @param all of all hosts
   * @param atHost of one host
   */
  public record Taken(int all, int atHost) {}

  /** How much of the limits is taken. */
  public Taken taken(String host) {
    return database.call(
        connection ->
            new Taken(
                Sql.number(
                    connection,
                    "SELECT COUNT(*) FROM push_subscription WHERE kind = ?",
                    Kind.SUBSCRIBER.name()),
                Sql.number(
                    connection,
                    "SELECT COUNT(*) FROM push_subscription WHERE kind = ? AND host = ?",
                    Kind.SUBSCRIBER.name(),
                    host)));
  }

  /** Whether nobody is subscribed. */
  public boolean areNone() {
    return database.call(
        connection ->
            Sql.number(
                    connection,
                    "SELECT COUNT(*) FROM push_subscription WHERE kind = ?",
                    Kind.SUBSCRIBER.name())
                == 0);
  }

  /** The subscription of a pair, if it is in force. */
  public Optional<Subscription> find(String topic, String callback) {
    return database.call(
        connection ->
            Sql.list(
                    connection,
                    Subscriptions::read,
                    ALL + "WHERE id = ? AND kind = ?",
                    Subscription.id(topic, callback),
                    Kind.SUBSCRIBER.name())
                .stream()
                .findFirst());
  }

  /** All of them, by topic and callback. */
  public List<Subscription> all() {
    return database.call(
        connection ->
            Sql.list(
                connection,
                Subscriptions::read,
                ALL + "WHERE kind = ? ORDER BY topic, callback",
                Kind.SUBSCRIBER.name()));
  }

  /**
   * Begins a subscription, or renews it. What a renewed one has not got yet stays due and is sent
   * at once, because the subscriber can be reached.
   *
   * @param tag the topic's tag now, from which on its changes are kept
   * @return whether it is new
   */
  public boolean put(Subscription subscription, String tag, Instant now) {
    return database.call(
        connection -> {
          Topics.track(connection, subscription.topic(), tag, now);
          return add(connection, subscription);
        });
  }

  static boolean add(Connection connection, Subscription each) throws SQLException {
    int renewed =
        Sql.update(
            connection,
            "UPDATE push_subscription SET secret = ?, lease_ends = ?, failures = 0, next_try = 0"
                + " WHERE id = ?",
            each.secret(),
            each.leaseEnds().toEpochMilli(),
            each.id());
    if (renewed > 0) {
      return false;
    }
    Sql.update(
        connection,
        "INSERT INTO push_subscription"
            + " (id, kind, topic, callback, host, secret, lease_ends, acked_tag)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
        each.id(),
        each.kind().name(),
        each.topic(),
        each.callback(),
        each.host(),
        each.secret(),
        each.leaseEnds().toEpochMilli(),
        each.ackedTag());
    return true;
  }

  /** Ends one; whether there was one. */
  public boolean remove(String topic, String callback) {
    return database.call(
        connection ->
            Sql.update(
                    connection,
                    "DELETE FROM push_subscription WHERE id = ?",
                    Subscription.id(topic, callback))
                > 0);
  }

  /**
   * Ends all subscriptions of a callback, which a server then logs; returns how many there were.
   */
  public int drop(String callback) {
    return database.call(
        connection -> {
          Sql.update(
              connection,
              "INSERT INTO push_dropped (id) SELECT id FROM push_subscription"
                  + " WHERE callback = ? AND kind = ? ON CONFLICT (id) DO NOTHING",
              callback,
              Kind.SUBSCRIBER.name());
          return Sql.update(
              connection,
              "DELETE FROM push_subscription WHERE callback = ? AND kind = ?",
              callback,
              Kind.SUBSCRIBER.name());
        });
  }

  /** The ids of those that were dropped since the last call, of whichever server that was. */
  public List<String> takeDropped() {
    return database.call(
        connection -> {
          List<String> taken = new ArrayList<>();
          for (String id :
              Sql.list(connection, row -> row.getString(1), "SELECT id FROM push_dropped")) {
            if (Sql.update(connection, "DELETE FROM push_dropped WHERE id = ?", id) > 0) {
              taken.add(id);
            }
          }
          return taken;
        });
  }

  /** Ends those whose lease is over. */
  public List<Subscription> expire(Instant now) {
    return database.call(
        connection -> {
          List<Subscription> over =
              Sql.list(
                  connection,
                  Subscriptions::read,
                  ALL + "WHERE lease_ends <= ?",
                  now.toEpochMilli());
          for (Subscription each : over) {
            Sql.update(
                connection,
                "DELETE FROM push_subscription WHERE id = ? AND lease_ends <= ?",
                each.id(),
                now.toEpochMilli());
          }
          return over;
        });
  }

  /**
   * The state in counts.
   *
   * @param waiting topics with a change that is not released yet, and so is due to everybody
   */
  public PushCounts counts(int pending, Set<String> waiting) {
    return database.call(
        connection -> {
          int subscriptions = 0;
          int due = 0;
          int failing = 0;
          for (TopicCounts each : Sql.list(connection, TopicCounts::read, COUNTS, SUBSCRIBER)) {
            subscriptions += each.subscribers();
            due += waiting.contains(each.topic()) ? each.all() : each.due();
            failing += each.failing();
          }
          return new PushCounts(subscriptions, pending, due, failing);
        });
  }

  private record TopicCounts(String topic, int all, int subscribers, int due, int failing) {
    static TopicCounts read(ResultSet row) throws SQLException {
      return new TopicCounts(
          row.getString(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5));
    }
  }

  private static Subscription read(ResultSet row) throws SQLException {
    return new Subscription(
        Kind.valueOf(row.getString(1)),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        Instant.ofEpochMilli(row.getLong(6)),
        row.getString(7),
        row.getInt(8));
  }
}
