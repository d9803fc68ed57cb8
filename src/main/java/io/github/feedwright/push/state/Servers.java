package io.github.feedwright.push.state;

import java.time.Duration;

/**
 * The servers that share a database. Each says every second that it is there, by the clock of the
 * database, since theirs may differ. What a server has claimed is free when it is no longer there.
 */
public final class Servers {
  /** How long a server counts as there after it has said so. */
  public static final Duration ALIVE = Duration.ofSeconds(5);

  /**
   * A server that is there may be silent so long: it waits up to five seconds after the database
   * failed, and as long for a connection, or was just given another configuration.
   */
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(12);

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
   * @param isHub whether it has subscribers, and does not only notify other hubs
   * @return whether no other server shares the database; none ever shares a file
   */
  public boolean renew(boolean isHub) {
    if (!database.isShared()) {
      return true;
    }
    return database.call(
        connection -> {
          Sql.update(
              connection,
              "INSERT INTO push_server (id, hub, alive_until) VALUES (?, ?, "
                  + NOW
                  + " + ?)"
                  + " ON CONFLICT (id) DO UPDATE SET hub = excluded.hub, alive_until = excluded.alive_until",
              server,
              isHub ? 1 : 0,
              ALIVE.toMillis());
          Sql.update(connection, "DELETE FROM push_server WHERE alive_until <= " + NOW);
          return Sql.number(connection, "SELECT COUNT(*) FROM push_server") == 1;
        });
  }

  /** Whether a server is a hub; of a file only this one could be, which says that it is none. */
  public boolean isHubThere() {
    return database.isShared()
        && database.call(
            connection ->
                Sql.number(
                        connection,
                        "SELECT COUNT(*) FROM push_server WHERE hub = 1 AND alive_until > " + NOW)
                    > 0);
  }

  /** How long other servers may be silent that are there; no others share a file. */
  public Duration longestSilence() {
    return database.isShared() ? LONGEST_SILENCE : Duration.ZERO;
  }

  /** This server ends. */
  public void leave() {
    if (database.isShared()) {
      database.run(
          connection -> Sql.update(connection, "DELETE FROM push_server WHERE id = ?", server));
    }
  }
}
