package io.github.feedwright.push.state;

import io.github.feedwright.push.state.Subscription.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is due: there is no queue of deliveries, but each subscription whose tag differs from its
 * topic's is due. So nothing gets lost, and several changes become one delivery of the last.
 */
public final class Deliveries {
  /** Longer than the longest delivery, which is given back or answered before. */
  private static final Duration CLAIM = Duration.ofSeconds(30);

  /** A hub is notified of one topic at a time. */
  private static final Duration PING_INTERVAL = Duration.ofSeconds(1);

  private static final String FROM =
      " FROM push_subscription s LEFT JOIN push_topic t ON t.url = s.topic WHERE s.kind = ? ";

  private final Database database;
  private final String server;

  /**
   * Those that a database holds.
   *
   * @param server the id of the server that claims some
   */
  public Deliveries(Database database, String server) {
    this.database = database;
    this.server = server;
  }

  /** Its parameter is now. */
  private String isFree() {
    return database.isShared()
        ? " AND (s.claimed_until <= ? OR " + Servers.HAS_ENDED + ") "
        : " AND s.claimed_until <= ? ";
  }

  /** Its parameter three times is now. */
  private String isDue() {
    return " AND s.acked_tag <> t.tag AND s.next_try <= ? AND s.not_before <= ?" + isFree();
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
                // It stops at the first of each topic, where DISTINCT would look at all.
                "SELECT t.url, t.tag FROM push_topic t WHERE EXISTS"
                    + " (SELECT 1 FROM push_subscription s WHERE s.topic = t.url AND s.kind = ?"
                    + isDue()
                    + ")",
                Kind.SUBSCRIBER.name(),
                millis,
                millis,
                millis));
    return due;
  }

  /**
   * Which deliveries to claim.
   *
   * @param most how many
   * @param failed whether also those that failed the last time; the others come first
   * @param topics of which feeds
   * @param busy hosts to which nothing more may be sent now
   */
  public record Limits(int most, boolean failed, Set<String> topics, Set<String> busy) {}

  /**
   * What was claimed.
   *
   * @param isMore whether there may be more
   */
  public record Claimed(List<DueDelivery> due, boolean isMore) {}

  /**
   * Claims deliveries to subscribers.
   *
   * @param wanted which of them, asked for each in their order
   */
  public Claimed claim(Limits limits, Predicate<DueDelivery> wanted, Instant now) {
    long millis = now.toEpochMilli();
    List<Object> all = new ArrayList<>(List.of(Kind.SUBSCRIBER.name(), millis, millis, millis));
    all.addAll(limits.topics());
    all.addAll(limits.busy());
    String which =
        isDue()
            + (limits.failed() ? "" : " AND s.failures = 0")
            + (" AND s.topic IN " + Sql.marks(limits.topics().size()))
            + (limits.busy().isEmpty()
                ? ""
                : " AND s.host NOT IN " + Sql.marks(limits.busy().size()));
    return database.call(
        connection -> {
          List<DueDelivery> found = find(connection, which, limits.most(), all.toArray());
          List<DueDelivery> due = found.stream().filter(wanted).toList();
          claim(connection, due, now);
          return new Claimed(due, found.size() == limits.most());
        });
  }

  /** Claims subscriptions to a topic whose subscribers are to be notified of their end. */
  public List<DueDelivery> claimEnded(String topic, int most, Instant now) {
    return claimAny("AND s.topic = ?", most, now, topic);
  }

  /** Claims any subscriptions, where all subscribers are to be notified of the end. */
  public List<DueDelivery> claimEnded(int most, Instant now) {
    return claimAny("", most, now);
  }

  private List<DueDelivery> claimAny(String which, int most, Instant now, String... parameters) {
    List<Object> all = new ArrayList<>(List.of(Kind.SUBSCRIBER.name(), now.toEpochMilli()));
    all.addAll(List.of(parameters));
    return database.call(
        connection -> {
          List<DueDelivery> due = find(connection, isFree() + which, most, all.toArray());
          claim(connection, due, now);
          return due;
        });
  }

  /** The next ping of an external hub that may be sent now: one a second. */
  public List<DueDelivery> claimPing(String hub, Instant now) {
    long millis = now.toEpochMilli();
    return database.call(
        connection -> {
          List<DueDelivery> due =
              find(
                  connection,
                  isDue()
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
          claim(connection, due, now);
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

  private List<DueDelivery> find(
      Connection connection, String which, int most, Object... parameters) throws SQLException {
    return Sql.list(
        connection,
        Deliveries::read,
        "SELECT s.id, s.kind, s.topic, s.callback, s.host, s.secret, s.failures, t.tag"
            + FROM
            + which
            + " ORDER BY s.failures, s.id LIMIT "
            + most
            + (database.isShared() ? " FOR UPDATE OF s SKIP LOCKED" : ""),
        parameters);
  }

  private void claim(Connection connection, List<DueDelivery> due, Instant now)
      throws SQLException {
    long until = now.plus(CLAIM).toEpochMilli();
    Sql.batch(
        connection,
        "UPDATE push_subscription SET claimed_until = ?, claimed_by = ? WHERE id = ?",
        due.stream().map(each -> List.<Object>of(until, server, each.id())).toList());
  }

  /** Records how deliveries ended, and gives up their claims. */
  public void settle(Collection<Outcome> outcomes) {
    Map<String, List<List<Object>>> changes = new LinkedHashMap<>();
    for (Outcome each : outcomes) {
      changes.computeIfAbsent(change(each), sql -> new ArrayList<>()).add(parameters(each));
    }
    List<String> ids = outcomes.stream().map(Outcome::id).toList();
    database.run(
        connection -> {
          if (database.isShared()) {
            Sql.lock(connection, ids);
          }
          for (Map.Entry<String, List<List<Object>>> each : changes.entrySet()) {
            Sql.batch(connection, each.getKey(), each.getValue());
          }
        });
  }

  /** A delivery that another server has claimed meanwhile is recorded by that server. */
  private static String change(Outcome outcome) {
    if (outcome instanceof Outcome.Ended) {
      return "DELETE FROM push_subscription WHERE id = ?";
    }
    String what = "";
    if (outcome instanceof Outcome.Acked) {
      what = ", acked_tag = ?, failures = 0, next_try = 0, not_before = 0";
    } else if (outcome instanceof Outcome.Failed) {
      what = ", failures = failures + 1, next_try = ?";
    } else if (outcome instanceof Outcome.Deferred) {
      what = ", not_before = ?";
    }
    return "UPDATE push_subscription SET claimed_until = 0, claimed_by = ''"
        + what
        + " WHERE id = ? AND claimed_by = ?";
  }

  private List<Object> parameters(Outcome outcome) {
    if (outcome instanceof Outcome.Acked acked) {
      return List.of(acked.tag(), acked.id(), server);
    } else if (outcome instanceof Outcome.Failed failed) {
      return List.of(failed.nextTry().toEpochMilli(), failed.id(), server);
    } else if (outcome instanceof Outcome.Deferred deferred) {
      return List.of(deferred.notBefore().toEpochMilli(), deferred.id(), server);
    }
    return outcome instanceof Outcome.Unsent unsent
        ? List.of(unsent.id(), server)
        : List.of(outcome.id());
  }

  private static DueDelivery read(ResultSet row) throws SQLException {
    return new DueDelivery(
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
