package io.github.feedwright.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.feedwright.settings.Settings;
import io.github.feedwright.text.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
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

  /** No byte of a text in UTF-8 is as large. */
  private static final byte AFTER_TEXT = (byte) 0xFF;

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

  /**
   * Identifies the program and these settings, but not the lines on which they are written; empty
   * if nothing is kept.
   */
  public String identity(Settings settings) {
    return isOff() ? "" : Sha256.ofTexts(program, SettingsDigest.of(settings));
  }

  /** The same, but other lines are other settings: messages may name them. */
  public String identityWithLines(Settings settings) {
    return isOff() ? "" : Sha256.ofTexts(program, SettingsDigest.withLines(settings));
  }

  /**
   * Identifies the program and all settings: the same make the same documents of the same posts.
   */
  public String documentIdentity(Settings settings) {
    return Sha256.ofTexts(program, SettingsDigest.ofAll(settings));
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
    byte[] value = CheckedBytes.of(key, content);
    write(open -> open.keep(key, week, value));
  }

  /**
   * Passes on everything that is kept under keys that begin with a text, in arrays.
   *
   * @param found gets the rest of each key
   */
  public void findAll(String prefix, BiConsumer<String, ByteBuffer> found) {
    byte[] from = key(prefix, "");
    byte[] to = Arrays.copyOf(from, from.length + 1);
    to[from.length] = AFTER_TEXT;
    findAll(
        from,
        to,
        (key, value) -> {
          ByteBuffer content = CheckedBytes.content(key, value);
          if (content != null) {
            found.accept(new String(key, from.length, key.length - from.length, UTF_8), content);
          }
        });
  }

  private synchronized void findAll(byte[] from, byte[] to, BiConsumer<byte[], byte[]> found) {
    CacheTable open = table();
    try {
      if (open != null) {
        open.findAll(from, to, week, found);
      }
    } catch (SQLException e) {
      failed(e);
    }
  }

  /**
   * Keeps bytes under several keys that begin with a text.
   *
   * @param contents by the rest of their keys
   * @param gone the rest of keys under which nothing is kept any more
   */
  public void keepAll(String prefix, Map<String, byte[]> contents, Collection<String> gone) {
    write(open -> open.inOne(() -> replace(open, prefix, contents, gone)));
  }

  private void replace(
      CacheTable open, String prefix, Map<String, byte[]> contents, Collection<String> gone)
      throws SQLException {
    for (String rest : gone) {
      open.remove(key(prefix, rest));
    }
    for (Map.Entry<String, byte[]> each : contents.entrySet()) {
      byte[] key = key(prefix, each.getKey());
      open.keep(key, week, CheckedBytes.of(key, each.getValue()));
    }
  }

  private static byte[] key(String prefix, String rest) {
    return (prefix + rest).getBytes(UTF_8);
  }

  /** Something that is written. */
  private interface Writing {
    void into(CacheTable open) throws SQLException;
  }

  private synchronized void write(Writing writing) {
    CacheTable open = table();
    try {
      if (open != null && !isFull) {
        write(open, writing);
      }
    } catch (SQLException e) {
      failed(e);
    }
  }

  private static void write(CacheTable open, Writing writing) throws SQLException {
    try {
      writing.into(open);
    } catch (SQLException e) {
      if (!CacheTable.isFull(e)) {
        throw e;
      }
      open.removeOldest();
      writing.into(open);
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
            "{} cannot be used, so every start reads and renders all posts ({}); it and"
                + " -Djava.io.tmpdir must be writable",
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
