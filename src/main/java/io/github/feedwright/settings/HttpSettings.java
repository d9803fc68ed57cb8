package io.github.feedwright.settings;

import java.time.Duration;

/**
 * How the server listens and how long caches keep its answers.
 *
 * @param host the address to listen on
 * @param port the port to listen on, 0 to 65535; 0 picks a free one
 * @param maxAge for how long a feed is fresh
 * @param staleWhileRevalidate for how long a cache may serve a stale feed while it revalidates (RFC
 *     5861)
 * @param staleIfError for how long a cache may serve a stale feed when the server fails (RFC 5861)
 * @param feedType the media type that feeds are served with
 */
public record HttpSettings(
    String host,
    int port,
    Duration maxAge,
    Duration staleWhileRevalidate,
    Duration staleIfError,
    FeedType feedType) {

  /** The media type that feeds are served with. */
  public enum FeedType {
    /** The format's own, such as {@code application/atom+xml}. */
    SPECIFIC,
    /** {@code application/xml}, which every browser displays. */
    XML
  }

  HttpSettings withHost(String other) {
    return new HttpSettings(other, port, maxAge, staleWhileRevalidate, staleIfError, feedType);
  }

  HttpSettings withPort(int other) {
    return new HttpSettings(host, other, maxAge, staleWhileRevalidate, staleIfError, feedType);
  }
}
