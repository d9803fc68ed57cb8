package io.github.feedwright.push.state;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The tables, in versions. Each version is a list of statements that bring the former one up to
 * date; those that were ever released stay as they are. (Flyway would do the same at the price of 3
 * MB in the jar, for seven tables.)
 */
final class Schema {
  /** Any number that no other program takes for the same. */
  private static final long LOCK = 0x0f_ee_d5_11L;

  private static final List<List<String>> VERSIONS =
      List.of(
          List.of(
              """
              CREATE TABLE push_subscription (
                id TEXT PRIMARY KEY,
                kind TEXT NOT NULL,
                topic TEXT NOT NULL,
                callback TEXT NOT NULL,
                host TEXT NOT NULL,
                secret TEXT,
                lease_ends BIGINT NOT NULL,
                acked_tag TEXT NOT NULL,
                failures INTEGER NOT NULL DEFAULT 0,
                next_try BIGINT NOT NULL DEFAULT 0,
                not_before BIGINT NOT NULL DEFAULT 0,
                claimed_until BIGINT NOT NULL DEFAULT 0)
              """,
              "CREATE INDEX push_subscription_topic ON push_subscription (topic)",
              "CREATE INDEX push_subscription_host ON push_subscription (host)",
              """
              CREATE TABLE push_topic (
                url TEXT PRIMARY KEY,
                seq BIGINT NOT NULL,
                tag TEXT NOT NULL,
                released BIGINT NOT NULL)
              """,
              """
              CREATE TABLE push_topic_tag (
                url TEXT NOT NULL,
                seq BIGINT NOT NULL,
                tag TEXT NOT NULL,
                PRIMARY KEY (url, seq))
              """,
              """
              CREATE TABLE push_hub (
                url TEXT PRIMARY KEY,
                next_ping BIGINT NOT NULL)
              """,
              """
              CREATE TABLE push_server (
                id TEXT PRIMARY KEY,
                alive_until BIGINT NOT NULL)
              """),
          List.of("CREATE TABLE push_dropped (id TEXT PRIMARY KEY)"),
          List.of("ALTER TABLE push_subscription ADD COLUMN claimed_by TEXT NOT NULL DEFAULT ''"),
          List.of("ALTER TABLE push_server ADD COLUMN hub INTEGER NOT NULL DEFAULT 1"));

  private Schema() {}

  /** Brings the tables to the newest version; of several servers one does it. */
  static void update(Connection connection, boolean shared) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (shared) {
        statement.execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
      }
      statement.execute("CREATE TABLE IF NOT EXISTS push_schema (version INTEGER NOT NULL)");
      int version = Sql.number(connection, "SELECT COALESCE(MAX(version), 0) FROM push_schema");
      if (version > VERSIONS.size()) {
        throw new SQLException(
            "it was written by a newer version of this program, so start that one");
      }
      for (List<String> missing : VERSIONS.subList(version, VERSIONS.size())) {
        for (String each : missing) {
          statement.execute(each);
        }
        Sql.update(connection, "INSERT INTO push_schema VALUES (?)", ++version);
      }
    }
  }
}
