package io.github.feedwright.web;

import org.jspecify.annotations.Nullable;

/** All that is served at one instant. Immutable. */
public interface Snapshot {
  /**
   * What answers at a path.
   *
   * @param path the whole path of the request, percent-decoded, in Unicode NFC, beginning with
   *     {@code /}
   * @param query the query as it stands in the request, or null; it matters only where a redirect
   *     lists it
   * @return the resource, or null where there is none
   */
  @Nullable Resource find(String path, @Nullable String query);
}
