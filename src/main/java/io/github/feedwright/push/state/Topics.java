package io.github.feedwright.push.state;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which version of each subscribed feed subscribers are to have. Of several servers one may be
 * behind the others; the tags of the last versions tell one that is behind from one that is ahead.
 */
public final class Topics {
  private static final int HISTORY = 50;
  private static final Duration ALIVE = Duration.ofSeconds(10);

  private final Database database;

  /** Those that a database holds. */
  public Topics(Database database) {
    this.database = database;
  }

  /**
   * The newest version of a topic.
   *
   * @param tag its tag
   * @param released when it became that
   */
  public record Newest(String tag, Instant released) {}

  /** The topics that somebody subscribed to, by address. */
  public Map<String, Newest> newest() {
    Map<String, Newest> all = new HashMap<>();
    database.run(
        connection ->
            Sql.list(
                connection,
                row ->
                    all.put(
                        row.getString(1),
                        new Newest(row.getString(2), Instant.ofEpochMilli(row.getLong(3)))),
                "SELECT url, tag, released FROM push_topic"));
    return all;
  }

  /**
   * A version that this server has.
   *
   * @param url the topic's address
   * @param tag its tag
   * @param former the tag of the version before, that this server had when that was the newest; or
   *     null
   * @param sure whether this version counts even where others do not follow from it
   */
  public record Version(String url, String tag, @Nullable String former, boolean sure) {}

  /**
   * Makes versions the newest of their topics, from which on they are due to subscribers; but not
   * where this server is behind others.
   *
   * @return those that are the newest now, by this or by another server, or that nobody subscribed
   *     to
   */
  public List<Version> release(Collection<Version> versions, Instant now) {
    List<Version> released = new ArrayList<>();
    database.run(
        connection -> {
          for (Version each : versions) {
            if (release(connection, each, now)) {
              released.add(each);
            }
          }
        });
    return released;
  }

  private boolean release(Connection connection, Version version, Instant now) throws SQLException {
    List<Row> rows =
        Sql.list(
            connection,
            row -> new Row(row.getString(1), row.getLong(2)),
            "SELECT tag, seq FROM push_topic WHERE url = ?" + locking(),
            version.url());
    if (rows.isEmpty() || rows.get(0).tag().equals(version.tag())) {
      return true;
    }
    Row newest = rows.get(0);
    boolean follows = newest.tag().equals(version.former());
    boolean isNew = version.former() == null && !wasThere(connection, version);
    if (!follows && !isNew && !version.sure()) {
      return false;
    }
    long seq = newest.seq() + 1;
    Sql.update(
        connection,
        "UPDATE push_topic SET tag = ?, seq = ?, released = ? WHERE url = ?",
        version.tag(),
        seq,
        now.toEpochMilli(),
        version.url());
    remember(connection, version.url(), seq, version.tag());
    Sql.update(
        connection,
        "DELETE FROM push_topic_tag WHERE url = ? AND seq <= ?",
        version.url(),
        seq - HISTORY);
    // Those that failed are tried again at the next change.
    Sql.update(
        connection,
        "UPDATE push_subscription SET next_try = 0 WHERE topic = ? AND next_try > 0",
        version.url());
    return true;
  }

  private record Row(String tag, long seq) {}

  private String locking() {
    return database.isShared() ? " FOR UPDATE" : "";
  }

  private static boolean wasThere(Connection connection, Version version) throws SQLException {
    return Sql.number(
            connection,
            "SELECT COUNT(*) FROM push_topic_tag WHERE url = ? AND tag = ?",
            version.url(),
            version.tag())
        > 0;
  }

  /** From now on the changes of a topic count. */
  static void track(Connection connection, String url, String tag, Instant now)
      throws SQLException {
    int isFirst =
        Sql.update(
            connection,
            "INSERT INTO push_topic (url, seq, tag, released) VALUES (?, 1, ?, ?)"
                + " ON CONFLICT (url) DO NOTHING",
            url,
            tag,
            now.toEpochMilli());
    if (isFirst > 0) {
      remember(connection, url, 1, tag);
    }
  }

  private static void remember(Connection connection, String url, long seq, String tag)
      throws SQLException {
    Sql.update(
        connection, "INSERT INTO push_topic_tag (url, seq, tag) VALUES (?, ?, ?)", url, seq, tag);
  }

  /**
   * Says that a server is there.
   *
   * @return whether no other one is
   */
  public boolean isAlone(String server, Instant now) {
    if (!database.isShared()) {
      return true;
    }
    return database.call(
        connection -> {
          Sql.update(
              connection,
              "DELETE FROM push_server WHERE id = ? OR alive_until <= ?",
              server,
              now.toEpochMilli());
          int others = Sql.number(connection, "SELECT COUNT(*) FROM push_server");
          Sql.update(
              connection,
              "INSERT INTO push_server VALUES (?, ?)",
              server,
              now.plus(ALIVE).toEpochMilli());
          return others == 0;
        });
  }
}
