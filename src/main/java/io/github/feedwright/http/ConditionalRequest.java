package io.github.feedwright.http;

import io.github.feedwright.web.ContentCoding;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The preconditions of a GET or HEAD (RFC 9110, section 13).
 *
 * @param ifNoneMatch the field's value, its lines joined by commas, or null
 * @param ifModifiedSince the field's value, or null
 * @param ifRange the field's value, or null
 */
record ConditionalRequest(
    @Nullable String ifNoneMatch, @Nullable String ifModifiedSince, @Nullable String ifRange) {

  /**
   * Whose body the client has already: 304 with that coding's tag.
   *
   * @param tags the tag of the current content in each coding, quotes and all
   * @param selected the coding that a 200 would have
   * @param lastModified as a 200 would tell it; null where it would not
   * @param now the clock's instant
   * @return the coding, or null where the client has none of them
   */
  @Nullable ContentCoding current(
      Map<ContentCoding, String> tags,
      ContentCoding selected,
      @Nullable Instant lastModified,
      Instant now) {
    if (ifNoneMatch != null) {
      return matched(ifNoneMatch, tags, selected);
    }
    return lastModified != null && isUnmodifiedSince(lastModified, now) ? selected : null;
  }

  /** A tag of any coding of the current content matches: the client holds that content. */
  private static @Nullable ContentCoding matched(
      String list, Map<ContentCoding, String> tags, ContentCoding selected) {
    if (list.strip().equals("*") || lists(list, tags.get(selected))) {
      return selected;
    }
    for (Map.Entry<ContentCoding, String> tag : tags.entrySet()) {
      if (lists(list, tag.getValue())) {
        return tag.getKey();
      }
    }
    return null;
  }

  /**
   * No tag holds a quote (RFC 9110, section 8.8.3), so a quoted tag that stands anywhere in a list
   * is a member of it; {@code W/} before it changes nothing in the weak comparison.
   */
  private static boolean lists(String list, @Nullable String tag) {
    return tag != null && list.contains(tag);
  }

  private boolean isUnmodifiedSince(Instant lastModified, Instant now) {
    if (ifModifiedSince == null) {
      return false;
    }
    Instant since = HttpDate.parse(ifModifiedSince, now);
    return since != null && lastModified.getEpochSecond() <= since.getEpochSecond();
  }

  /**
   * Whether a range of the current content may be sent (RFC 9110, section 13.1.5): it goes on from
   * what the client has, where that is of the same version. Tags are compared strongly; so is the
   * time, since no two versions of a file share a second here.
   *
   * @param tag of the current content, quotes and all; null where it is not told
   * @param lastModified as a 200 would tell it; null where it would not
   * @param now the clock's instant
   */
  boolean allowsRange(@Nullable String tag, @Nullable Instant lastModified, Instant now) {
    if (ifRange == null || ifRange.equals(tag)) {
      return true;
    }
    Instant had = HttpDate.parse(ifRange, now);
    return had != null
        && lastModified != null
        && had.getEpochSecond() == lastModified.getEpochSecond();
  }
}
