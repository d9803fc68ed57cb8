package io.github.feedwright.edition.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.feedwright.content.Content;
import io.github.feedwright.library.Targets;
import io.github.feedwright.post.Post;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.store.CacheStore;
import io.github.feedwright.text.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
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
 * Content#holds}).
 */
public final class Renderings {
  private static final Logger LOG = LoggerFactory.getLogger(Renderings.class);

  private final CacheStore store;
  private final String identity;

  private Renderings(CacheStore store, String identity) {
    this.store = store;
    this.identity = identity;
  }

  /** The renderings in a store by these settings. */
  public static Renderings of(CacheStore store, Settings settings) {
    return new Renderings(store, store.identity(settings));
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
    ByteBuffer value = store.find(key(post, address));
    Content content = value == null ? null : read(value);
    return content != null && content.holds(targets) ? content : null;
  }

  /**
   * Keeps the rendering of a post.
   *
   * @param content must not depend on how much time there was
   */
  public void keep(Post post, String address, Content content) {
    if (!store.isOff()) {
      try {
        store.keep(key(post, address), ContentWriter.bytes(content));
      } catch (IOException e) {
        LOG.debug("The rendering of {} cannot be kept", post.path(), e);
      }
    }
  }

  private byte[] key(Post post, String address) {
    return Sha256.ofTexts(identity, post.path(), post.hash(), address).getBytes(UTF_8);
  }

  private static @Nullable Content read(ByteBuffer value) {
    try {
      return ContentReader.read(value);
    } catch (RuntimeException e) {
      LOG.debug("A kept rendering was written by something else", e);
      return null;
    }
  }
}
