package io.github.feedwright.http.request;

import io.github.feedwright.web.ContentCoding;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The preconditions of a GET or HEAD (RFC 9110, section 13).
 *
 * @param ifMatch the field's value, its lines joined by commas, or null
 * @param ifUnmodifiedSince the field's value, or null
 * @param ifNoneMatch the field's value, its lines joined by commas, or null
 * @param ifModifiedSince the field's value, or null
 * @param ifRange the field's value, or null
 */
public record ConditionalRequest(
    @Nullable String ifMatch,
    @Nullable String ifUnmodifiedSince,
    @Nullable String ifNoneMatch,
    @Nullable String ifModifiedSince,
    @Nullable String ifRange) {

  /**
   * Whether the current version is none of those that the client accepts: it gets 412 (RFC 9110,
   * sections 13.1.1, 13.1.4 and 13.2.2). Tags are compared strongly. The tag of any coding is that
   * of the current content.
   *
   * @param tags the tag of the current content in each coding, with quotes
   * @param lastModified as a 200 would send it; null if it would not
   * @param now the current time
   */
  public boolean fails(
      Map<ContentCoding, String> tags, @Nullable Instant lastModified, Instant now) {
    String match = ifMatch;
    if (match != null) {
      return !match.strip().equals("*")
          && tags.values().stream().noneMatch(tag -> listsStrongly(match, tag));
    }
    if (ifUnmodifiedSince == null || lastModified == null) {
      return false;
    }
    Instant since = HttpDate.parse(ifUnmodifiedSince, now);
    return since != null && lastModified.getEpochSecond() > since.getEpochSecond();
  }

  /**
   * The coding whose body the client already has: the answer is 304 with the tag of that coding.
   *
   * @param tags the tag of the current content in each coding, with quotes
   * @param selected the coding that a 200 would have
   * @param lastModified as a 200 would send it; null if it would not
   * @param now the current time
   * @return the coding, or null if the client has none of them
   */
  public @Nullable ContentCoding current(
      Map<ContentCoding, String> tags,
      ContentCoding selected,
      @Nullable Instant lastModified,
      Instant now) {
    if (ifNoneMatch != null) {
      return matched(ifNoneMatch, tags, selected);
    }
    return lastModified != null && isUnmodifiedSince(lastModified, now) ? selected : null;
  }

  /** A tag of any coding matches: the client has the current content. */
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
   * No tag contains a quote (RFC 9110, section 8.8.3), so a quoted tag anywhere in a list is a
   * member of it; {@code W/} before it does not matter in the weak comparison.
   */
  private static boolean lists(String list, @Nullable String tag) {
    return tag != null && list.contains(tag);
  }

  private static boolean listsStrongly(String list, String tag) {
    int at = list.indexOf(tag);
    while (at >= 0 && list.startsWith("W/", at - 2)) {
      at = list.indexOf(tag, at + tag.length());
    }
    return at >= 0;
  }

  private boolean isUnmodifiedSince(Instant lastModified, Instant now) {
    if (ifModifiedSince == null) {
      return false;
    }
    Instant since = HttpDate.parse(ifModifiedSince, now);
    return since != null && lastModified.getEpochSecond() <= since.getEpochSecond();
  }

  /**
   * Whether a range of the current content may be sent (RFC 9110, section 13.1.5): what the client
   * has must be of the same version. Tags are compared strongly; so is the time, since no two
   * versions of a file share a second here.
   *
   * @param tag of the current content, with quotes; null if there is none
   * @param lastModified as a 200 would send it; null if it would not
   * @param now the current time
   */
  public boolean allowsRange(@Nullable String tag, @Nullable Instant lastModified, Instant now) {
    if (ifRange == null || ifRange.equals(tag)) {
      return true;
    }
    Instant had = HttpDate.parse(ifRange, now);
    return had != null
        && lastModified != null
        && had.getEpochSecond() == lastModified.getEpochSecond();
  }
}
