package io.github.feedwright.push.state;

import io.github.feedwright.push.state.Subscription.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** External hubs: each is notified of every topic, as if it had subscribed to all of them. */
public final class Hubs {
  private final Database database;

  /** The hubs in a database. */
  public Hubs(Database database) {
    this.database = database;
  }

  /**
   * Forgets the hubs that are not configured any more, with the topics that are no feeds any more.
   *
   * @param hubs the addresses of those that are
   * @param topics the addresses of all feeds
   */
  public void retain(List<String> hubs, Set<String> topics) {
    database.run(
        connection -> {
          for (String known :
              Sql.list(connection, row -> row.getString(1), "SELECT url FROM push_hub")) {
            if (!hubs.contains(known)) {
              Sql.update(connection, "DELETE FROM push_hub WHERE url = ?", known);
              Sql.update(
                  connection,
                  "DELETE FROM push_subscription WHERE callback = ? AND kind = ?",
                  known,
                  Kind.HUB.name());
            } else {
              for (String topic : known(connection, known)) {
                if (!topics.contains(topic)) {
                  Sql.update(
                      connection,
                      "DELETE FROM push_subscription WHERE id = ?",
                      Subscription.id(topic, known));
                }
              }
            }
          }
        });
  }

  /**
   * Has a hub notified of topics. A new hub is notified of their next change; one that is known, at
   * once of those that are new.
   *
   * @param topics tags by address
   */
  public void add(String hub, String host, Map<String, String> topics, Instant now) {
    database.run(
        connection -> {
          boolean isFirst =
              Sql.update(
                      connection,
                      "INSERT INTO push_hub (url, next_ping) VALUES (?, 0)"
                          + " ON CONFLICT (url) DO NOTHING",
                      hub)
                  > 0;
          Set<String> known = known(connection, hub);
          for (Map.Entry<String, String> topic : topics.entrySet()) {
            if (!known.contains(topic.getKey())) {
              Topics.track(connection, topic.getKey(), topic.getValue(), now);
              String acked = isFirst ? topic.getValue() : "";
              Subscriptions.add(
                  connection,
                  new Subscription(
                      Kind.HUB, topic.getKey(), hub, host, null, Subscription.NEVER, acked, 0));
            }
          }
        });
  }

  private static Set<String> known(Connection connection, String hub) throws SQLException {
    return new HashSet<>(
        Sql.list(
            connection,
            row -> row.getString(1),
            "SELECT topic FROM push_subscription WHERE callback = ? AND kind = ?",
            hub,
            Kind.HUB.name()));
  }
}
