package io.github.feedwright.store;

import io.github.feedwright.settings.Settings;
import io.github.feedwright.text.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was made of posts, kept in one file for all commands, sites and processes of a user. It is a
 * cache: whatever is wrong with the file, everything is made as if there were none. A checksum of
 * key and content finds out what was damaged.
 *
 * <p>Threads: {@code render}, {@code render-long} and {@code worker} ask and add, {@code main} and
 * {@code shutdown} close it.
 */
public final class CacheStore implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CacheStore.class);

  /** For some hundred thousand posts of usual length. */
  private static final long MOST_BYTES = 1L << 30;

  private static final long WEEK = TimeUnit.DAYS.toMillis(7);

  private final @Nullable PrivateFolder folder;
  private final String program;
  private final long mostBytes;
  private final long week;
  private @Nullable CacheTable table;
  private boolean isOpened;
  private boolean isFull;

  private CacheStore(@Nullable PrivateFolder folder, String program, long mostBytes, Clock clock) {
    this.folder = folder;
    this.program = program;
    this.mostBytes = mostBytes;
    this.week = clock.millis() / WEEK;
  }

  /** A store that is empty and keeps nothing. */
  public static CacheStore none() {
    return new CacheStore(null, "", 0, Clock.systemUTC());
  }

  /**
   * The store in a folder, which is made when there is something to keep. It has at most 1 GiB:
   * then a quarter of it is dropped, what was not used for longest first.
   *
   * @param program identifies the program: another one may make something else
   */
  public static CacheStore in(Path folder, String program, Clock clock) {
    return in(folder, program, clock, MOST_BYTES);
  }

  /** The same with at most so many bytes. */
  public static CacheStore in(Path folder, String program, Clock clock, long mostBytes) {
    return new CacheStore(new PrivateFolder(folder), program, mostBytes, clock);
  }

  /** Identifies the program and these settings; empty if nothing is kept. */
  public String identity(Settings settings) {
    return isOff() ? "" : Sha256.ofTexts(program, SettingsDigest.of(settings));
  }

  /** Whether nothing is ever found or kept. */
  public boolean isOff() {
    return folder == null;
  }

  /** What is kept under a key, in an array; or null. */
  public @Nullable ByteBuffer find(byte[] key) {
    byte[] value = value(key);
    return value == null ? null : CheckedBytes.content(key, value);
  }

  private synchronized byte @Nullable [] value(byte[] key) {
    CacheTable open = table();
    try {
      return open == null ? null : open.find(key, week);
    } catch (SQLException e) {
      return failed(e);
    }
  }

  /** Keeps bytes under a key. */
  public void keep(byte[] key, byte[] content) {
    keepValue(key, CheckedBytes.of(key, content));
  }

  private synchronized void keepValue(byte[] key, byte[] value) {
    CacheTable open = table();
    try {
      if (open != null && !isFull) {
        keep(open, key, value);
      }
    } catch (SQLException e) {
      failed(e);
    }
  }

  private void keep(CacheTable open, byte[] key, byte[] value) throws SQLException {
    try {
      open.keep(key, week, value);
    } catch (SQLException e) {
      if (!CacheTable.isFull(e)) {
        throw e;
      }
      open.removeOldest();
      open.keep(key, week, value);
    }
  }

  /** Notes a failure; the next start tries again. */
  private byte @Nullable [] failed(SQLException e) {
    LOG.debug("The cache cannot be used", e);
    if (CacheTable.isDamage(e)) {
      close();
      remove();
    }
    // What is kept can still be read where nothing can be written.
    isFull = true;
    return null;
  }

  private @Nullable CacheTable table() {
    if (!isOpened && folder != null) {
      isOpened = true;
      try {
        table = open(folder);
      } catch (IOException | SQLException | UnsupportedOperationException | LinkageError e) {
        LOG.warn(
            "{} cannot be used, so every start renders all posts ({}); it and -Djava.io.tmpdir must"
                + " be writable",
            folder.file(),
            e.getMessage());
        LOG.debug("The cause is", e);
      }
    }
    return table;
  }

  private CacheTable open(PrivateFolder folder) throws IOException, SQLException {
    if (folder.isReadOnly()) {
      return CacheTable.openReadOnly(folder.file());
    }
    folder.prepare();
    try {
      return CacheTable.open(folder.file(), mostBytes);
    } catch (SQLException e) {
      if (!CacheTable.isDamage(e)) {
        throw e;
      }
      folder.delete();
      folder.prepare();
      return CacheTable.open(folder.file(), mostBytes);
    }
  }

  private void remove() {
    try {
      if (folder != null) {
        folder.delete();
      }
    } catch (IOException e) {
      LOG.debug("{} cannot be removed", folder.file(), e);
    }
  }

  /** Nothing is found or kept any more. */
  @Override
  public synchronized void close() {
    isOpened = true;
    try {
      if (table != null) {
        table.close();
      }
    } catch (SQLException e) {
      LOG.debug("The cache cannot be closed", e);
    }
    table = null;
  }
}
