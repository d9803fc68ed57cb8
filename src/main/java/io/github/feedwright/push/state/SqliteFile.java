package io.github.feedwright.push.state;

import io.github.feedwright.file.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/** The file below {@code push.state}. Subscribers' secrets are in it: nobody else may read it. */
final class SqliteFile {
  private static final String NAME = "push.db";

  /** With the files that SQLite writes beside it: its log, and the index of the log. */
  private static final List<String> NAMES = List.of(NAME, NAME + "-wal", NAME + "-shm");

  private static final int BUSY_MILLIS = 5000;

  private SqliteFile() {}

  static DataSource source(Path directory) {
    Path file = directory.resolve(NAME);
    try {
      create(directory);
    } catch (IOException e) {
      throw new StateFailure(
          "state",
          "\"%s\" cannot be written to: let this program's user write there, or name another"
              .formatted(directory),
          e);
    }
    SQLiteConfig config = new SQLiteConfig();
    // Readers and the writer do not wait for each other, and a kill costs nothing. A power cut may
    // cost the last moments: a subscriber is then notified twice.
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.NORMAL);
    config.setBusyTimeout(BUSY_MILLIS);
    // One that reads first and writes then could not wait for another's write in between.
    config.setTransactionMode(TransactionMode.IMMEDIATE);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  static boolean isThere(Path directory) {
    return Files.exists(directory.resolve(NAME));
  }

  static void delete(Path directory) throws IOException {
    for (String each : NAMES) {
      Files.deleteIfExists(directory.resolve(each));
    }
  }

  /** SQLite gives what it writes beside the file the same permissions; a copy may have others. */
  private static void create(Path directory) throws IOException {
    PrivateFile.createFolder(directory);
    PrivateFile.create(directory.resolve(NAME));
    for (String each : NAMES) {
      PrivateFile.restrict(directory.resolve(each));
    }
  }
}
