package io.github.feedwright.web;

import org.jspecify.annotations.Nullable;

/** Is called after each response, by many threads at once. */
@FunctionalInterface
public interface ResponseListener {
  /**
   * A response was sent, or broken off.
   *
   * @param path of the request, as it was sent
   * @param status of the response
   * @param coding the {@code Content-Encoding}, or null if there is none
   * @param bytes of the body that were sent
   */
  void sent(String path, int status, @Nullable String coding, long bytes);
}
