package io.github.feedwright.web.cache;

import io.github.feedwright.text.ByteSequence;
import io.github.feedwright.web.Freshness;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A written document that does not have an entity tag and a time yet.
 *
 * @param path its path
 * @param contentType the {@code Content-Type}, with its charset
 * @param freshness how long a cache may use it
 * @param body the bytes
 * @param links the values of {@code Link}
 * @param policy the {@code Content-Security-Policy}, or null
 * @param isUnlisted whether nothing links to it: search engines are asked not to list it, and no
 *     time is kept for it, because there may be any number of such documents
 */
public record Document(
    String path,
    String contentType,
    Freshness freshness,
    ByteSequence body,
    List<String> links,
    @Nullable String policy,
    boolean isUnlisted) {

  /** A document that others link to, and that browsers do not show as a page. */
  public Document(
      String path, String contentType, Freshness freshness, ByteSequence body, List<String> links) {
    this(path, contentType, freshness, body, links, null, false);
  }

  /** This document, linked from nowhere. */
  public Document unlisted() {
    return new Document(path, contentType, freshness, body, links, policy, true);
  }
}
