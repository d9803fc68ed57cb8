package io.github.feedwright.push.state;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which version of each subscribed feed subscribers are to have. Of several servers one may be
 * behind the others; the tags of the last versions show which is behind and which ahead.
 */
public final class Topics {
  private static final int HISTORY = 50;

  private final Database database;

  /** The topics in a database. */
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
    // All servers lock in one order: so none waits for another that waits for it.
    List<Version> sorted = versions.stream().sorted(Comparator.comparing(Version::url)).toList();
    database.run(
        connection -> {
          Set<String> changed = new HashSet<>();
          for (Version each : sorted) {
            if (release(connection, each, changed, now)) {
              released.add(each);
            }
          }
          tryAgain(connection, changed);
        });
    return released;
  }

  /** Those that failed are tried again at the next change. */
  private static void tryAgain(Connection connection, Set<String> topics) throws SQLException {
    List<String> failed = new ArrayList<>();
    for (String each : topics) {
      failed.addAll(
          Sql.list(
              connection,
              row -> row.getString(1),
              "SELECT id FROM push_subscription WHERE topic = ? AND next_try > 0",
              each));
    }
    Collections.sort(failed);
    Sql.batch(
        connection,
        "UPDATE push_subscription SET next_try = 0 WHERE id = ?",
        failed.stream().<List<Object>>map(List::of).toList());
  }

  private boolean release(Connection connection, Version version, Set<String> changed, Instant now)
      throws SQLException {
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
    changed.add(version.url());
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
}
