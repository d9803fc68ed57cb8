package io.github.feedwright.edition.store;

import io.github.feedwright.settings.Settings;
import io.github.feedwright.text.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renderings of posts, kept in one file for all commands, sites and processes of a user. It is a
 * cache: whatever is wrong with the file, posts are rendered as if there were none.
 *
 * <p>Threads: {@code render}, {@code render-long} and {@code worker} ask and add, {@code main} and
 * {@code shutdown} close it.
 */
public final class RenderingStore implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RenderingStore.class);

  /** Renderings of some hundred thousand posts of usual length. */
  private static final long MOST_BYTES = 1L << 30;

  private static final long WEEK = TimeUnit.DAYS.toMillis(7);

  private final @Nullable PrivateFolder folder;
  private final String program;
  private final long mostBytes;
  private final long week;
  private @Nullable RenderingTable table;
  private boolean isOpened;
  private boolean isFull;

  private RenderingStore(
      @Nullable PrivateFolder folder, String program, long mostBytes, Clock clock) {
    this.folder = folder;
    this.program = program;
    this.mostBytes = mostBytes;
    this.week = clock.millis() / WEEK;
  }

  /** A store that is empty and keeps nothing. */
  public static RenderingStore none() {
    return new RenderingStore(null, "", 0, Clock.systemUTC());
  }

  /**
   * The store in a folder, which is made when there is something to keep. It has at most 1 GiB:
   * then a quarter of it is dropped, what was not used for longest first.
   *
   * @param program identifies the program: another one may render differently
   */
  public static RenderingStore in(Path folder, String program, Clock clock) {
    return in(folder, program, clock, MOST_BYTES);
  }

  static RenderingStore in(Path folder, String program, Clock clock, long mostBytes) {
    return new RenderingStore(new PrivateFolder(folder), program, mostBytes, clock);
  }

  /** The renderings by these settings. */
  public Renderings of(Settings settings) {
    return new Renderings(
        this, folder == null ? "" : Sha256.ofTexts(program, SettingsDigest.of(settings)));
  }

  /** Whether nothing is ever found or kept. */
  boolean isOff() {
    return folder == null;
  }

  /** What is kept under a key, or null. */
  synchronized byte @Nullable [] find(byte[] key) {
    RenderingTable open = table();
    try {
      return open == null ? null : open.find(key, week);
    } catch (SQLException e) {
      return failed(e);
    }
  }

  /** Keeps bytes under a key. */
  synchronized void keep(byte[] key, byte[] value) {
    RenderingTable open = table();
    try {
      if (open != null && !isFull) {
        keep(open, key, value);
      }
    } catch (SQLException e) {
      failed(e);
    }
  }

  private void keep(RenderingTable open, byte[] key, byte[] value) throws SQLException {
    try {
      open.keep(key, week, value);
    } catch (SQLException e) {
      if (!RenderingTable.isFull(e)) {
        throw e;
      }
      open.removeOldest();
      open.keep(key, week, value);
    }
  }

  /** Notes a failure; the next start tries again. */
  private byte @Nullable [] failed(SQLException e) {
    LOG.debug("The kept renderings cannot be used", e);
    if (RenderingTable.isDamage(e)) {
      close();
      remove();
    }
    // What is kept can still be read where nothing can be written.
    isFull = true;
    return null;
  }

  private @Nullable RenderingTable table() {
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

  private RenderingTable open(PrivateFolder folder) throws IOException, SQLException {
    if (folder.isReadOnly()) {
      return RenderingTable.openReadOnly(folder.file());
    }
    folder.prepare();
    try {
      return RenderingTable.open(folder.file(), mostBytes);
    } catch (SQLException e) {
      if (!RenderingTable.isDamage(e)) {
        throw e;
      }
      folder.delete();
      folder.prepare();
      return RenderingTable.open(folder.file(), mostBytes);
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
      LOG.debug("The kept renderings cannot be closed", e);
    }
    table = null;
  }
}
