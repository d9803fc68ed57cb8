package io.github.feedwright.http;

import java.time.Duration;

/**
 * How long a connection may take, and an answer. Each is positive.
 *
 * @param idle without a byte in either direction
 * @param head from the end of one response to the end of the next request's head
 * @param answer from the start of one response to the start of the next, plus the time for its
 *     bytes at the least rate: a client that reads a byte now and then is never idle
 * @param leastRate bytes per second that the slowest honest client reads
 * @param waitLimit until something else is sent in place of what is still being made
 * @param stop until responses in flight are cut when the server stops; the steps after it take less
 *     than a second
 */
record Timeouts(
    Duration idle,
    Duration head,
    Duration answer,
    long leastRate,
    Duration waitLimit,
    Duration stop) {
  static final Timeouts DEFAULT =
      new Timeouts(
          Duration.ofSeconds(30),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          16 * 1024,
          Duration.ofMillis(500),
          Duration.ofSeconds(4));
}
