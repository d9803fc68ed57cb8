package io.github.feedwright.web;

import org.jspecify.annotations.Nullable;

/** Everything that is served at one instant. Immutable. */
public interface Snapshot {
  /**
   * The resource at a path.
   *
   * @param path the whole path of the request, percent-decoded, in Unicode NFC, beginning with
   *     {@code /}
   * @param query the query as it is in the request, or null; it matters only if a redirect lists it
   * @return the resource, or null if there is none
   */
  @Nullable Resource find(String path, @Nullable String query);

  /** The page for paths at which there is nothing, or null if there is none. */
  @Nullable Resource notFound();
}
