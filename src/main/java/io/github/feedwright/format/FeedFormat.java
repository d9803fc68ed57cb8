package io.github.feedwright.format;

import io.github.feedwright.feed.Entry;
import io.github.feedwright.feed.Feed;
import io.github.feedwright.text.ByteSequence;
import java.util.List;

/**
 * A format of feeds. Writing takes two steps, because an entry is in several feeds: each entry is
 * written once, and documents are assembled from written entries.
 *
 * <p>The same input gives the same bytes, everywhere and always. Implementations are immutable and
 * may be used by several threads.
 */
public interface FeedFormat {
  /** The name in the configuration and in feed ids, such as {@code rss}. */
  String name();

  /** The name for people, such as {@code RSS 2.0}. */
  String title();

  /** The last segment of its documents' paths, such as {@code rss.xml}. */
  String fileName();

  /** The media type, without parameters; that of a format in XML ends in {@code +xml}. */
  String mediaType();

  /** The {@code Content-Type}: the media type, with a charset if the type has that parameter. */
  String contentType();

  /** Writes one entry as it appears in every document that contains it. */
  Fragment entry(Entry entry);

  /**
   * Writes a document in UTF-8.
   *
   * @param feed the feed; of its entries, only the times are read
   * @param entries the result of {@link #entry} for each entry of the feed, in the same order
   */
  ByteSequence document(Feed feed, List<Fragment> entries);
}
