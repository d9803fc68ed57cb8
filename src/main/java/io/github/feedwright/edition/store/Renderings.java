package io.github.feedwright.edition.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.feedwright.content.Content;
import io.github.feedwright.library.Targets;
import io.github.feedwright.post.Post;
import io.github.feedwright.text.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The kept renderings of one configuration.
 *
 * <p>Why they are the same as new ones: a post depends only on its file's path and bytes and on the
 * settings; but for its authors, which no rendering shows ({@link
 * io.github.feedwright.post.reading.PostParser}). Its rendering depends on the post, its address,
 * the settings, and the answers of the targets ({@link
 * io.github.feedwright.content.ContentRenderer}). A key is a digest of all of these except the
 * answers, and of the program; the answers are kept with it and must be the same again ({@link
 * Content#holds}). A checksum of key and content finds out what was damaged.
 */
public final class Renderings {
  private static final Logger LOG = LoggerFactory.getLogger(Renderings.class);

  private final RenderingStore store;
  private final String identity;

  /**
   * The renderings in a store.
   *
   * @param identity of the program and the settings
   */
  Renderings(RenderingStore store, String identity) {
    this.store = store;
    this.identity = identity;
  }

  /**
   * The rendering of a post, or null if it is not kept, or not right any more.
   *
   * @param address the post's permalink, absolute
   */
  public @Nullable Content find(Post post, String address, Targets targets) {
    if (store.isOff()) {
      return null;
    }
    byte[] key = key(post, address);
    byte[] value = store.find(key);
    Content content = value == null ? null : read(key, value);
    return content != null && content.holds(targets) ? content : null;
  }

  /**
   * Keeps the rendering of a post.
   *
   * @param content must not depend on how much time there was
   */
  public void keep(Post post, String address, Content content) {
    if (!store.isOff()) {
      byte[] key = key(post, address);
      try {
        store.keep(key, value(key, ContentWriter.bytes(content)));
      } catch (IOException e) {
        LOG.debug("The rendering of {} cannot be kept", post.path(), e);
      }
    }
  }

  private byte[] key(Post post, String address) {
    return Sha256.ofTexts(identity, post.path(), post.hash(), address).getBytes(UTF_8);
  }

  private static byte[] value(byte[] key, byte[] content) {
    return ByteBuffer.allocate(Integer.BYTES + content.length)
        .putInt(checksum(key, ByteBuffer.wrap(content)))
        .put(content)
        .array();
  }

  private static @Nullable Content read(byte[] key, byte[] value) {
    ByteBuffer in = ByteBuffer.wrap(value);
    try {
      return in.getInt() == checksum(key, in.duplicate()) ? ContentReader.read(in) : null;
    } catch (RuntimeException e) {
      // Shorter than a checksum, or written by something else.
      LOG.debug("A kept rendering is damaged", e);
      return null;
    }
  }

  private static int checksum(byte[] key, ByteBuffer content) {
    CRC32C checksum = new CRC32C();
    checksum.update(key);
    checksum.update(content);
    return (int) checksum.getValue();
  }
}
