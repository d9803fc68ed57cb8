package io.github.feedwright.push.state;

import io.github.feedwright.push.state.Subscription.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is due: there is no queue of deliveries, but each subscription whose tag differs from its
 * topic's is due. So nothing gets lost, and several changes become one delivery of the last.
 */
public final class Deliveries {
  /** Longer than the longest delivery: then the server that claimed it has ended. */
  private static final Duration CLAIM = Duration.ofSeconds(30);

  /** A hub is told of one topic at a time. */
  private static final Duration PING_INTERVAL = Duration.ofSeconds(1);

  private static final String FROM =
      " FROM push_subscription s LEFT JOIN push_topic t ON t.url = s.topic WHERE s.kind = ? ";

  /** Its parameter three times is now. */
  private static final String IS_DUE =
      " AND s.acked_tag <> t.tag AND s.next_try <= ? AND s.not_before <= ?"
          + " AND s.claimed_until <= ? ";

  private final Database database;

  /** Those that a database holds. */
  public Deliveries(Database database) {
    this.database = database;
  }

  /** The topics of which deliveries are due to subscribers, with the tags that are. */
  public Map<String, String> topics(Instant now) {
    long millis = now.toEpochMilli();
    Map<String, String> due = new HashMap<>();
    database.run(
        connection ->
            Sql.list(
                connection,
                row -> due.put(row.getString(1), row.getString(2)),
                "SELECT DISTINCT s.topic, t.tag" + FROM + IS_DUE,
                Kind.SUBSCRIBER.name(),
                millis,
                millis,
                millis));
    return due;
  }

  /**
   * Claims deliveries of a topic, those first that have not failed; none where another version has
   * become the newest.
   *
   * @param busy hosts to which nothing more may be sent now
   */
  public List<Due> claim(String topic, String tag, Set<String> busy, int most, Instant now) {
    long millis = now.toEpochMilli();
    List<Object> all =
        new ArrayList<>(List.of(Kind.SUBSCRIBER.name(), millis, millis, millis, topic, tag));
    all.addAll(busy);
    String others =
        busy.isEmpty()
            ? ""
            : " AND s.host NOT IN ("
                + String.join(", ", Collections.nCopies(busy.size(), "?"))
                + ")";
    return database.call(
        connection ->
            claim(
                connection,
                now,
                IS_DUE + "AND s.topic = ? AND t.tag = ?" + others,
                most,
                all.toArray()));
  }

  /** Claims subscriptions to a topic that are to be told that they have ended. */
  public List<Due> claimEnded(String topic, int most, Instant now) {
    return claimAny("AND s.topic = ?", most, now, topic);
  }

  /** Claims any subscriptions, where all of them are to be told that they have ended. */
  public List<Due> claimEnded(int most, Instant now) {
    return claimAny("", most, now);
  }

  private List<Due> claimAny(String which, int most, Instant now, String... parameters) {
    List<Object> all = new ArrayList<>(List.of(Kind.SUBSCRIBER.name(), now.toEpochMilli()));
    all.addAll(List.of(parameters));
    return database.call(
        connection ->
            claim(connection, now, "AND s.claimed_until <= ? " + which, most, all.toArray()));
  }

  /** The next ping of an external hub that may be sent now: one a second. */
  public List<Due> claimPing(String hub, Instant now) {
    long millis = now.toEpochMilli();
    return database.call(
        connection -> {
          List<Due> due =
              claim(
                  connection,
                  now,
                  IS_DUE
                      + "AND s.callback = ?"
                      + " AND EXISTS (SELECT 1 FROM push_hub h WHERE h.url = ? AND h.next_ping <= ?)",
                  1,
                  Kind.HUB.name(),
                  millis,
                  millis,
                  millis,
                  hub,
                  hub,
                  millis);
          if (!due.isEmpty()) {
            Sql.update(
                connection,
                "UPDATE push_hub SET next_ping = ? WHERE url = ?",
                now.plus(PING_INTERVAL).toEpochMilli(),
                hub);
          }
          return due;
        });
  }

  private List<Due> claim(
      Connection connection, Instant now, String which, int most, Object... parameters)
      throws SQLException {
    List<Due> due =
        Sql.list(
            connection,
            Deliveries::read,
            "SELECT s.id, s.kind, s.topic, s.callback, s.host, s.secret, s.failures, t.tag"
                + FROM
                + which
                + " ORDER BY s.failures, s.id LIMIT "
                + most
                + locking(),
            parameters);
    for (Due each : due) {
      Sql.update(
          connection,
          "UPDATE push_subscription SET claimed_until = ? WHERE id = ?",
          now.plus(CLAIM).toEpochMilli(),
          each.id());
    }
    return due;
  }

  private String locking() {
    return database.isShared() ? " FOR UPDATE OF s SKIP LOCKED" : "";
  }

  /** Records how deliveries ended, and gives up their claims. */
  public void settle(Collection<Outcome> outcomes) {
    database.run(
        connection -> {
          for (Outcome each : outcomes) {
            settle(connection, each);
          }
        });
  }

  private static void settle(Connection connection, Outcome outcome) throws SQLException {
    if (outcome instanceof Outcome.Acked acked) {
      Sql.update(
          connection,
          "UPDATE push_subscription SET claimed_until = 0, acked_tag = ?, failures = 0,"
              + " next_try = 0, not_before = 0 WHERE id = ?",
          acked.tag(),
          acked.id());
    } else if (outcome instanceof Outcome.Failed failed) {
      Sql.update(
          connection,
          "UPDATE push_subscription SET claimed_until = 0, failures = failures + 1,"
              + " next_try = ? WHERE id = ?",
          failed.nextTry().toEpochMilli(),
          failed.id());
    } else if (outcome instanceof Outcome.Deferred deferred) {
      Sql.update(
          connection,
          "UPDATE push_subscription SET claimed_until = 0, not_before = ? WHERE id = ?",
          deferred.notBefore().toEpochMilli(),
          deferred.id());
    } else {
      Sql.update(connection, "DELETE FROM push_subscription WHERE id = ?", outcome.id());
    }
  }

  private static Due read(ResultSet row) throws SQLException {
    return new Due(
        row.getString(1),
        Kind.valueOf(row.getString(2)),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getInt(7),
        row.getString(8));
  }

  /** Gives up the claims of a server that has ended: of a file there is only one. */
  public void giveUpClaims() {
    if (!database.isShared()) {
      database.run(
          connection ->
              Sql.update(
                  connection,
                  "UPDATE push_subscription SET claimed_until = 0 WHERE claimed_until > 0"));
    }
  }
}
