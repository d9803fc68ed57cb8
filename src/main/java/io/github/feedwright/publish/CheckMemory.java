package io.github.feedwright.publish;

import io.github.feedwright.content.url.Reference;
import io.github.feedwright.library.Targets;
import io.github.feedwright.text.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The posts in which an earlier check of a directory found no problem, so that the next check need
 * not render them again.
 *
 * <p>Why it is reliable: a post depends only on its file's path and bytes, the settings and the
 * authors file ({@link io.github.feedwright.post.reading.PostParser}); its rendering depends on the
 * post, its address, the settings, and the answers of the targets ({@link
 * io.github.feedwright.content.ContentRenderer}). A key is a digest of all of these except the
 * answers, and of the program; the answers are stored with it and must be the same again ({@link
 * io.github.feedwright.content.Content#holds}). So a post is found only if it would be rendered
 * exactly as before: without a problem. Posts with problems are not stored, and neither are
 * messages.
 *
 * <p>Threads: {@code render} asks and adds, {@code main} saves.
 */
public final class CheckMemory {
  private static final Logger LOG = LoggerFactory.getLogger(CheckMemory.class);
  private static final int DIGEST_BYTES = 16;

  private final @Nullable CheckMemoryFile file;
  private final Map<String, Set<Reference>> former;
  private final Map<String, Set<Reference>> found = new ConcurrentHashMap<>();

  private CheckMemory(@Nullable CheckMemoryFile file) {
    this.file = file;
    this.former = file == null ? Map.of() : file.read();
  }

  /** A memory that is empty and stores nothing. */
  public static CheckMemory none() {
    return new CheckMemory(null);
  }

  /**
   * Opens the memory of a directory.
   *
   * @param folder the folder of memories; created when there is something to store
   * @param posts the posts directory
   * @param identity identifies the program and its settings: entries of another are ignored
   */
  public static CheckMemory open(Path folder, Path posts, String identity) {
    try {
      String name = digest(posts.toRealPath().toString());
      return new CheckMemory(
          new CheckMemoryFile(folder.resolve(name), digest(identity, posts.toString())));
    } catch (IOException nowhere) {
      return none();
    }
  }

  /** The key of these texts, for this program with these settings. */
  String key(String... parts) {
    return file == null ? "" : digest(file.identity(), digest(parts));
  }

  /**
   * Whether the post with this key had no problem, and everything that it links to is unchanged.
   */
  boolean holds(String key, Targets targets) {
    Set<Reference> uses = former.get(key);
    boolean holds = uses != null && uses.stream().allMatch(use -> use.holds(targets));
    if (holds) {
      found.put(key, uses);
    }
    return holds;
  }

  /** Stores that the post with this key has no problem while these are unchanged. */
  void keep(String key, Set<Reference> uses) {
    found.put(key, uses);
  }

  /**
   * Writes what this check found, and drops the rest, so that the memory never outgrows its
   * directory.
   */
  void save() {
    if (file == null || found.equals(former)) {
      return;
    }
    try {
      file.write(found);
    } catch (IOException | UnsupportedOperationException e) {
      LOG.debug("{} cannot be written: the next check renders every post", file.path(), e);
    }
  }

  /** A digest of texts that includes their lengths: "a", "bc" differs from "ab", "c". */
  public static String digest(String... parts) {
    MessageDigest digest = Sha256.begin();
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest(), 0, DIGEST_BYTES);
  }
}
