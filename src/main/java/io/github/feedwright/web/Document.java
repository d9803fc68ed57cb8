package io.github.feedwright.web;

import java.util.List;

/**
 * A written document that does not have an entity tag and a time yet.
 *
 * @param path its path
 * @param contentType the {@code Content-Type}, with its charset
 * @param freshness how long a cache may use it
 * @param body the bytes; never changed
 * @param links the values of {@code Link}
 * @param isUnlisted whether nothing links to it: search engines are asked not to list it, and no
 *     time is kept for it, because there may be any number of such documents
 */
@SuppressWarnings("ArrayRecordComponent") // Handed over once; nobody compares drafts.
public record Document(
    String path,
    String contentType,
    Freshness freshness,
    byte[] body,
    List<String> links,
    boolean isUnlisted) {

  /** A document that others link to. */
  public Document(
      String path, String contentType, Freshness freshness, byte[] body, List<String> links) {
    this(path, contentType, freshness, body, links, false);
  }

  /** The same, linked from nowhere. */
  public Document unlisted() {
    return new Document(path, contentType, freshness, body, links, true);
  }
}
