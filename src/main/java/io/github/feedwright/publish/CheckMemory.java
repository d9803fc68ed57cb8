package io.github.feedwright.publish;

import io.github.feedwright.content.url.Reference;
import io.github.feedwright.library.Targets;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which posts an earlier check of a directory found nothing wrong with, so that the next one need
 * not render them again. Threads may share it.
 *
 * <p>Why it can be believed: a post is made of its file's path and bytes, the settings and the
 * authors file ({@link io.github.feedwright.post.reading.PostParser}); its rendering of the post,
 * its address, the settings, and what the targets answer ({@link
 * io.github.feedwright.content.ContentRenderer}). A key is a digest of all of these but the
 * answers, and of the program; the answers are kept with it and must be the same again ({@link
 * io.github.feedwright.content.Content#holds}). So what it holds is found only by a post that would
 * be rendered as it was then: without a problem. Posts with problems are not in it, nor is any
 * message.
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

  /** A memory of nothing, which forgets everything. */
  public static CheckMemory none() {
    return new CheckMemory(null);
  }

  /**
   * What is remembered of a directory.
   *
   * @param folder where memories are; made when there is something to remember
   * @param posts the posts directory
   * @param identity names the program and its settings: those of another are as forgotten
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

  /** The key of all that these say, to this program with these settings. */
  String key(String... parts) {
    return file == null ? "" : digest(file.identity(), digest(parts));
  }

  /** Whether the post of this key had no problem, and what it points at is as it was. */
  boolean holds(String key, Targets targets) {
    Set<Reference> uses = former.get(key);
    boolean holds = uses != null && uses.stream().allMatch(use -> use.holds(targets));
    if (holds) {
      found.put(key, uses);
    }
    return holds;
  }

  /** Remembers that the post of this key has no problem while these are what they are. */
  void keep(String key, Set<Reference> uses) {
    found.put(key, uses);
  }

  /** Writes what this check found, and forgets the rest: a memory never outgrows its directory. */
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

  /** A digest of texts, told apart by their lengths: "a", "bc" is not "ab", "c". */
  public static String digest(String... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest(), 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
