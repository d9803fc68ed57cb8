package io.github.feedwright.intake.reading;

import io.github.feedwright.post.author.Authors;
import io.github.feedwright.post.reading.ParsedPost;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.source.FileBytes;
import io.github.feedwright.source.SourceFile;
import io.github.feedwright.store.CacheStore;
import io.github.feedwright.store.RecordCodec;
import io.github.feedwright.text.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was read of the posts of a directory, kept between runs.
 *
 * <p>Why it is the same as reading them again: a file that looks the same in every respect, also in
 * its inode and the time of its last change (ctime), has the same bytes, as git assumes, too. It is
 * kept only if it was old enough when it was read: a change within the same tick of the file
 * system's clock would not show. The post in it depends on its path and bytes, on the settings and
 * on the authors file ({@link io.github.feedwright.post.reading.PostParser}): the keys contain a
 * digest of these, and of the program. What depends on anything else, such as other files or the
 * memory that there was, is not kept.
 *
 * <p>Threads: {@code publish} or {@code main} finds, {@code common pool} notes, {@code worker} or
 * {@code main} then writes.
 */
public final class KeptReadings {
  private static final Logger LOG = LoggerFactory.getLogger(KeptReadings.class);

  /** File systems have clocks of up to two seconds. */
  private static final Duration TICK = Duration.ofSeconds(2);

  /** So many at once: who asks for a rendering meanwhile does not wait for longer. */
  private static final int ROWS_AT_ONCE = 200;

  private static final RecordCodec<SourceFile> FILES = new RecordCodec<>(SourceFile.class);
  private static final RecordCodec<Reading> READINGS = new RecordCodec<>(Reading.class);

  private final CacheStore store;
  private final String prefix;
  private final Queue<PostFile> fresh = new ConcurrentLinkedQueue<>();
  private List<String> gone = List.of();

  /** What a file gave. */
  private record Reading(ParsedPost parsed, String textHash) {}

  private KeptReadings(CacheStore store, String prefix) {
    this.store = store;
    this.prefix = prefix;
  }

  /** Nothing is kept. */
  public static KeptReadings none() {
    return new KeptReadings(CacheStore.none(), "");
  }

  /** What is kept in a store for these settings. */
  public static KeptReadings of(CacheStore store, Settings settings, Authors authors) {
    String directory = settings.posts().directory().toAbsolutePath().normalize().toString();
    return new KeptReadings(
        store,
        store.isOff()
            ? ""
            : Sha256.ofTexts(
                "reading", store.identityWithLines(settings), authors.digest(), directory));
  }

  /**
   * The posts in files that have not changed, by their paths.
   *
   * @param files all that may be posts
   */
  Map<String, PostFile> find(Collection<SourceFile> files) {
    Map<String, PostFile> found = new HashMap<>();
    if (!store.isOff()) {
      Map<String, SourceFile> listed = new HashMap<>();
      files.forEach(file -> listed.put(file.path(), file));
      List<String> missing = new ArrayList<>();
      Map<Object, Object> shared = new HashMap<>();
      store.findAll(
          prefix,
          (path, content) -> {
            SourceFile file = listed.get(path);
            if (file == null) {
              missing.add(path);
            } else {
              add(file, content, found, shared);
            }
          });
      gone = missing;
    }
    return found;
  }

  private static void add(
      SourceFile file,
      ByteBuffer content,
      Map<String, PostFile> found,
      Map<Object, Object> shared) {
    shared.put(file.path(), file.path());
    try {
      if (FILES.read(content, shared).equals(file)) {
        Reading reading = READINGS.read(content, shared);
        found.put(file.path(), new PostFile(file, null, reading.parsed(), reading.textHash()));
      }
    } catch (RuntimeException e) {
      LOG.debug("What was kept of {} was written by something else", file.path(), e);
    }
  }

  /** Notes a post, to keep it if it can be. */
  void note(PostFile read, Instant now) {
    if (!store.isOff()
        && read.bytes() instanceof FileBytes.Read
        && read.isWhole()
        && isOld(read.file(), now)
        && dependsOnItsFile(read.parsed())) {
      fresh.add(read.withoutBytes());
    }
  }

  private static boolean isOld(SourceFile file, Instant now) {
    Instant before = now.minus(TICK);
    return !file.key().isEmpty()
        && !file.changed().equals(Instant.EPOCH)
        && file.changed().isBefore(before)
        && file.modified().isBefore(before);
  }

  private static boolean dependsOnItsFile(ParsedPost parsed) {
    return parsed instanceof ParsedPost.Understood
        || parsed instanceof ParsedPost.NotAPost
        || (parsed instanceof ParsedPost.Refused refused && refused.isUndated());
  }

  /** Keeps what was noted. */
  public void write() {
    while (!fresh.isEmpty() || !gone.isEmpty()) {
      store.keepAll(prefix, next(), gone);
      gone = List.of();
    }
  }

  private Map<String, byte[]> next() {
    Map<String, byte[]> rows = new HashMap<>();
    PostFile each = fresh.poll();
    while (each != null) {
      try {
        rows.put(each.file().path(), bytes(each));
      } catch (IOException e) {
        LOG.debug("What was read of {} cannot be kept", each.file().path(), e);
      }
      each = rows.size() < ROWS_AT_ONCE ? fresh.poll() : null;
    }
    return rows;
  }

  private static byte[] bytes(PostFile file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(FILES.bytes(file.file()));
    bytes.write(READINGS.bytes(new Reading(file.parsed(), file.textHash())));
    return bytes.toByteArray();
  }
}
