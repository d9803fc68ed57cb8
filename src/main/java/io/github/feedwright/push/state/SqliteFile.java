package io.github.feedwright.push.state;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/** The file below {@code push.state}. Subscribers' secrets are in it: nobody else may read it. */
final class SqliteFile {
  static final String NAME = "push.db";

  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");
  private static final int BUSY_MILLIS = 5000;

  private SqliteFile() {}

  static DataSource source(Path directory) {
    Path file = directory.resolve(NAME);
    try {
      create(directory, file);
    } catch (IOException e) {
      throw new StateFailure(
          "state",
          "\"%s\" cannot be written to: let this program's user write there, or name another"
              .formatted(directory),
          e);
    }
    SQLiteConfig config = new SQLiteConfig();
    // Readers and the writer do not wait for each other, and a kill costs nothing. A power cut may
    // cost the last moments: a subscriber is then told twice.
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.NORMAL);
    config.setBusyTimeout(BUSY_MILLIS);
    // One that reads first and writes then could not wait for another's write in between.
    config.setTransactionMode(TransactionMode.IMMEDIATE);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  /** SQLite gives the files beside it (the log, the index of the log) the same permissions. */
  private static void create(Path directory, Path file) throws IOException {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    if (!posix) {
      Files.createDirectories(directory);
      return;
    }
    FileAttribute<?> folders =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    Files.createDirectories(directory, folders);
    try {
      Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER));
    } catch (FileAlreadyExistsException there) {
      Files.setPosixFilePermissions(file, OWNER);
    }
  }
}
