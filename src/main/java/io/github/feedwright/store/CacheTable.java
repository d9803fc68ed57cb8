package io.github.feedwright.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;

/**
 * One table of bytes in a SQLite database.
 *
 * <p>Threads: those of {@link CacheStore}, one at a time.
 */
final class CacheTable implements AutoCloseable {
  private static final int PAGE_BYTES = 4096;

  /** Another process writes for a moment only; one that holds the lock for longer is stuck. */
  private static final int BUSY_MILLIS = 250;

  private final Connection connection;
  private final PreparedStatement select;
  private final boolean isReadOnly;

  private CacheTable(Connection connection, boolean isReadOnly) throws SQLException {
    this.connection = connection;
    this.isReadOnly = isReadOnly;
    this.select = connection.prepareStatement("SELECT used, value FROM rendering WHERE key = ?");
  }

  /**
   * Opens a database and makes the table if it is missing.
   *
   * @param mostBytes how large its file may become
   * @throws SQLException if it is damaged, or is none
   */
  @SuppressWarnings("try") // Closed unless it is handed over.
  static CacheTable open(Path file, long mostBytes) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    // Readers and a writer do not wait for each other, and a kill costs nothing.
    config.setJournalMode(JournalMode.WAL);
    // What a power cut destroys is found out by the checksums.
    config.setSynchronous(SynchronousMode.OFF);
    config.setBusyTimeout(BUSY_MILLIS);
    config.setMaxPageCount((int) Math.min(Integer.MAX_VALUE, mostBytes / PAGE_BYTES));
    Connection connection = connect(config, "jdbc:sqlite:" + file);
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE IF NOT EXISTS rendering"
              + " (id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, used INTEGER, value BLOB)");
      return new CacheTable(connection, false);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** Opens a database in a folder where nothing can be written, not even SQLite's lock. */
  static CacheTable openReadOnly(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    Connection connection =
        connect(config, "jdbc:sqlite:file:" + file.toUri().getRawPath() + "?immutable=1");
    try {
      return new CacheTable(connection, true);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private static Connection connect(SQLiteConfig config, String url) throws SQLException {
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl(url);
    return source.getConnection();
  }

  /** Whether an error says that the file is damaged, or of another kind. */
  static boolean isDamage(SQLException e) {
    return isOfKind(e, SQLiteErrorCode.SQLITE_CORRUPT)
        || isOfKind(e, SQLiteErrorCode.SQLITE_NOTADB)
        || isOfKind(e, SQLiteErrorCode.SQLITE_ERROR);
  }

  /** Whether an error says that the file is as large as it may be, or the disk is full. */
  static boolean isFull(SQLException e) {
    return isOfKind(e, SQLiteErrorCode.SQLITE_FULL);
  }

  private static boolean isOfKind(SQLException e, SQLiteErrorCode kind) {
    return (e.getErrorCode() & 0xff) == kind.code;
  }

  /**
   * The value of a key, or null.
   *
   * @param now when it is used, in any unit; written only if it has changed
   */
  byte @Nullable [] find(byte[] key, long now) throws SQLException {
    select.setBytes(1, key);
    try (ResultSet found = select.executeQuery()) {
      if (!found.next()) {
        return null;
      }
      byte[] value = found.getBytes(2);
      if (!isReadOnly && found.getLong(1) != now) {
        touch(key, now);
      }
      return value;
    }
  }

  /**
   * Passes on what is kept under keys between two others.
   *
   * @param now when it is used, as above
   */
  void findAll(byte[] from, byte[] to, long now, BiConsumer<byte[], byte[]> found)
      throws SQLException {
    boolean isOld = false;
    try (PreparedStatement between =
        connection.prepareStatement(
            "SELECT key, used, value FROM rendering WHERE key > ? AND key < ?")) {
      between.setBytes(1, from);
      between.setBytes(2, to);
      try (ResultSet rows = between.executeQuery()) {
        while (rows.next()) {
          isOld |= rows.getLong(2) != now;
          found.accept(rows.getBytes(1), rows.getBytes(3));
        }
      }
    }
    if (isOld && !isReadOnly) {
      try (PreparedStatement touch =
          connection.prepareStatement("UPDATE rendering SET used = ? WHERE key > ? AND key < ?")) {
        touch.setLong(1, now);
        touch.setBytes(2, from);
        touch.setBytes(3, to);
        touch.executeUpdate();
      }
    }
  }

  private void touch(byte[] key, long now) throws SQLException {
    try (PreparedStatement touch =
        connection.prepareStatement("UPDATE rendering SET used = ? WHERE key = ?")) {
      touch.setLong(1, now);
      touch.setBytes(2, key);
      touch.executeUpdate();
    }
  }

  /** Keeps a value, in place of another with the key. */
  void keep(byte[] key, long now, byte[] value) throws SQLException {
    if (isReadOnly) {
      return;
    }
    // A statement that has failed, because the file is full, cannot be used again.
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT OR REPLACE INTO rendering (key, used, value) VALUES (?, ?, ?)")) {
      insert.setBytes(1, key);
      insert.setLong(2, now);
      insert.setBytes(3, value);
      insert.executeUpdate();
    }
  }

  /** Removes the value of a key. */
  void remove(byte[] key) throws SQLException {
    if (isReadOnly) {
      return;
    }
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM rendering WHERE key = ?")) {
      delete.setBytes(1, key);
      delete.executeUpdate();
    }
  }

  /** Several changes. */
  interface Changes {
    void make() throws SQLException;
  }

  /** Makes all of these changes or none, which is faster than one after another. */
  void inOne(Changes changes) throws SQLException {
    connection.setAutoCommit(false);
    try {
      changes.make();
      connection.commit();
    } catch (SQLException | RuntimeException | Error e) {
      // Where the file is full, SQLite has rolled back itself: these two then fail.
      makeAfter(e, connection::rollback);
      makeAfter(e, () -> connection.setAutoCommit(true));
      throw e;
    }
    connection.setAutoCommit(true);
  }

  private static void makeAfter(Throwable failure, Changes changes) {
    try {
      changes.make();
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  /** Removes a quarter of the values: those that were not used for longest. */
  void removeOldest() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "DELETE FROM rendering WHERE id IN (SELECT id FROM rendering ORDER BY used, id"
              + " LIMIT (SELECT count(*) / 4 + 1 FROM rendering))");
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
