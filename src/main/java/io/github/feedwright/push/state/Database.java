package io.github.feedwright.push.state;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.feedwright.settings.push.PushSettings;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;

/** Where state is kept: a file that one server uses, or a PostgreSQL database for several. */
public final class Database implements AutoCloseable {
  private static final long CONNECTION_TIMEOUT_MILLIS = 5000;
  private static final int CONNECTIONS = 4;

  private final HikariDataSource source;
  private final boolean shared;

  private Database(DataSource source, boolean shared) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("push");
    config.setDataSource(source);
    // Of a file there is one writer: who comes second waits here and not in the file's lock.
    config.setMaximumPoolSize(shared ? CONNECTIONS : 1);
    config.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
    // It answers later, if at all: the first use says so.
    config.setInitializationFailTimeout(-1);
    this.source = new HikariDataSource(config);
    this.shared = shared;
  }

  /**
   * Opens the database of a configuration and brings its tables up to date.
   *
   * @throws StateFailure if it cannot be used
   */
  public static Database open(PushSettings settings) {
    String address = settings.database();
    Database database =
        address == null
            ? new Database(SqliteFile.source(settings.state()), false)
            : new Database(Postgres.source(address), true);
    try {
      database.run(connection -> Schema.update(connection, database.shared));
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
    return database;
  }

  /** Whether there is one: a file is made when a server first opens it. */
  public static boolean isThere(PushSettings settings) {
    return settings.database() != null || SqliteFile.isThere(settings.state());
  }

  /** Whether other servers may use it at the same time. */
  boolean isShared() {
    return shared;
  }

  /** What is done within one transaction. */
  @FunctionalInterface
  interface Work<T> {
    T in(Connection connection) throws SQLException;
  }

  /** The same, without a result. */
  @FunctionalInterface
  interface Task {
    void in(Connection connection) throws SQLException;
  }

  void run(Task task) {
    call(
        connection -> {
          task.in(connection);
          return true;
        });
  }

  /**
   * Runs a transaction.
   *
   * @throws StateFailure if it could not be committed; then nothing has changed
   */
  <T> T call(Work<T> work) {
    try (Connection connection = source.getConnection()) {
      // SQLite begins a transaction here, and after a commit() another, which would keep the lock
      // of the file from every other process while there is nothing to do.
      connection.setAutoCommit(false);
      try {
        T result = work.in(connection);
        connection.setAutoCommit(true);
        return result;
      } catch (SQLException | RuntimeException e) {
        // Closed, so that nothing stays of a transaction that could not even be rolled back.
        source.evictConnection(connection);
        throw e;
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private StateFailure failure(SQLException e) {
    return shared
        ? new StateFailure("database", "the database cannot be used: " + reason(e), e)
        : new StateFailure("state", "its file cannot be used: " + reason(e), e);
  }

  /** The pool says only that it has no connection, and the driver only that it tried to. */
  private static String reason(SQLException e) {
    Throwable inPool = e instanceof SQLTransientConnectionException ? e.getCause() : null;
    Throwable failed = inPool == null ? e : inPool;
    Throwable cause = failed.getCause();
    if (cause instanceof UnknownHostException) {
      return "there is no host \"%s\"".formatted(cause.getMessage());
    }
    boolean isTold = !(cause instanceof IOException) || cause instanceof ConnectException;
    return isTold ? String.valueOf(failed.getMessage()) : failed.getMessage() + " " + cause;
  }

  @Override
  public void close() {
    source.close();
  }
}
