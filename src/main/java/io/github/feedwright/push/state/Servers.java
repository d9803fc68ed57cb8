package io.github.feedwright.push.state;

import java.time.Duration;

/**
 * The servers that share a database. Each says every second that it is there, by the clock of the
 * database, since theirs may differ. What a server has claimed is free when it is no longer there.
 */
public final class Servers {
  /** How long a server counts as there after it has said so. */
  public static final Duration ALIVE = Duration.ofSeconds(5);

  /** The time of the database, in milliseconds. */
  private static final String NOW = "(EXTRACT(EPOCH FROM clock_timestamp()) * 1000)::BIGINT";

  /** Whether the one that has claimed {@code s} has ended. Others claim without a name. */
  static final String HAS_ENDED =
      "(s.claimed_by <> '' AND NOT EXISTS (SELECT 1 FROM push_server v"
          + " WHERE v.id = s.claimed_by AND v.alive_until > "
          + NOW
          + "))";

  private final Database database;
  private final String server;

  /**
   * The servers that share a database.
   *
   * @param server the id of this server
   */
  public Servers(Database database, String server) {
    this.database = database;
    this.server = server;
  }

  /**
   * Writes that this server is alive, and removes servers that no longer are.
   *
   * @return whether no other server shares the database; none ever shares a file
   */
  public boolean renew() {
    if (!database.isShared()) {
      return true;
    }
    return database.call(
        connection -> {
          Sql.update(
              connection,
              "INSERT INTO push_server (id, alive_until) VALUES (?, "
                  + NOW
                  + " + ?)"
                  + " ON CONFLICT (id) DO UPDATE SET alive_until = excluded.alive_until",
              server,
              ALIVE.toMillis());
          Sql.update(connection, "DELETE FROM push_server WHERE alive_until <= " + NOW);
          return Sql.number(connection, "SELECT COUNT(*) FROM push_server") == 1;
        });
  }

  /** Whether no other server is there, where this one has left. */
  public boolean areNone() {
    return !database.isShared()
        || database.call(
            connection ->
                Sql.number(
                        connection, "SELECT COUNT(*) FROM push_server WHERE alive_until > " + NOW)
                    == 0);
  }

  /** This server ends. */
  public void leave() {
    if (database.isShared()) {
      database.run(
          connection -> Sql.update(connection, "DELETE FROM push_server WHERE id = ?", server));
    }
  }
}
