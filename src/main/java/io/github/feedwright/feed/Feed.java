package io.github.feedwright.feed;

import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Entries under one channel: the site's, or one term's; the newest ones, or one month of them.
 *
 * @param channel what it says about itself
 * @param idBase its id without the format, such as {@code tag:blog.example.org,2013:feed/tag/cloud}
 * @param directory the absolute address below which its documents are, ending in {@code /}
 * @param updated the latest of its entries'
 * @param entries newest first
 * @param archive its place in its history
 */
public record Feed(
    Channel channel,
    String idBase,
    String directory,
    OffsetDateTime updated,
    List<Entry> entries,
    ArchiveLinks archive) {
  public Feed {
    entries = List.copyOf(entries);
  }

  /** The feed's id in one format, such as {@code rss}; its archives have the same id. */
  public String id(String format) {
    return idBase + "/" + format;
  }

  /** The address of this document, whose last segment is the format's file name. */
  public String self(String fileName) {
    return address(archive.month(), fileName);
  }

  /** The hubs that notify subscribers of its changes; an archive has none. */
  public List<String> hubs() {
    return archive.month() == null ? channel.hubs() : List.of();
  }

  /** The address of the feed that holds the newest entries. */
  public String current(String fileName) {
    return address(null, fileName);
  }

  /** The address of the next older archive, or null. */
  public @Nullable String previous(String fileName) {
    return archive.previous() == null ? null : address(archive.previous(), fileName);
  }

  /** The address of the next newer archive, or null. */
  public @Nullable String next(String fileName) {
    return archive.next() == null ? null : address(archive.next(), fileName);
  }

  private String address(@Nullable YearMonth month, String fileName) {
    return directory + (month == null ? "" : "archive/" + month + "/") + fileName;
  }
}
