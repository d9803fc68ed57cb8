package io.github.feedwright.render;

import io.github.feedwright.feed.Entry;
import io.github.feedwright.feed.Feed;
import java.util.List;

/**
 * A notation for feeds. Writing is in two steps, since an entry stands in several feeds: the entry
 * is written once, and documents are put together from written entries.
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

  /** The media type, without parameters. */
  String mediaType();

  /** Writes one entry, as it stands in every document that holds it. */
  Fragment entry(Entry entry);

  /**
   * Writes a document in UTF-8.
   *
   * @param feed the feed; of its entries no more is looked at than their times
   * @param entries what {@link #entry} gave for each entry of the feed, in their order
   */
  byte[] document(Feed feed, List<Fragment> entries);
}
