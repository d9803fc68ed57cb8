package io.github.feedwright.feed;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * The place of a document in a feed's history (RFC 5005, section 4).
 *
 * @param month the month that this document holds, or null for the feed itself
 * @param previous the month of the next older archive, or null
 * @param next the month of the next newer archive, or null
 */
public record ArchiveLinks(
    @Nullable YearMonth month, @Nullable YearMonth previous, @Nullable YearMonth next) {
  /** A feed without archives. */
  public static final ArchiveLinks NONE = new ArchiveLinks(null, null, null);
}
