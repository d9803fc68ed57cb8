package io.github.feedwright.migration;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed or an export of a previous generator.
 *
 * @param self its own address as it states it, or null
 * @param entries in its order
 */
public record FormerFeed(@Nullable String self, List<FormerEntry> entries) {
  private static final int MOST_BLANKS = 4096;

  public FormerFeed {
    entries = List.copyOf(entries);
  }

  /**
   * Reads RSS, Atom, JSON Feed or a WordPress export.
   *
   * @throws MalformedFeed if it is none of these, is incomplete, or has no entries
   * @throws IOException if it cannot be read
   */
  public static FormerFeed read(InputStream in) throws IOException, MalformedFeed {
    InputStream buffered = new BufferedInputStream(in, 2 * MOST_BLANKS);
    FormerFeed feed =
        switch (first(buffered)) {
          case '<' -> new XmlFeedReader().read(buffered);
          case '{' -> new JsonFeedReader().read(buffered);
          default -> throw MalformedFeed.unknown();
        };
    if (feed.entries().isEmpty()) {
      throw MalformedFeed.empty();
    }
    return feed;
  }

  /** The first character, without consuming it; also in UTF-16, because XML may be in UTF-16. */
  private static int first(InputStream in) throws IOException {
    in.mark(MOST_BLANKS);
    int seen = in.read();
    for (int count = 1; isBefore(seen) && count < MOST_BLANKS; count++) {
      seen = in.read();
    }
    in.reset();
    return seen;
  }

  private static boolean isBefore(int octet) {
    boolean isByteOrderMark =
        octet == 0xEF || octet == 0xBB || octet == 0xBF || octet == 0xFE || octet == 0xFF;
    return isByteOrderMark || octet == 0 || octet == ' ' || (octet >= '\t' && octet <= '\r');
  }
}
