package io.github.feedwright.web.push;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The WebSub hub, as the HTTP server sees it: it answers the requests of subscribers.
 *
 * <p>Threads: any of {@code http}.
 */
public interface WebSubHub {
  /** For a server that is never a hub. */
  WebSubHub NONE =
      new WebSubHub() {
        @Override
        public @Nullable String path() {
          return null;
        }

        @Override
        public HubAnswer accept(Map<String, List<String>> form) {
          return new HubAnswer(404, "Not found.");
        }

        @Override
        public @Nullable PushCounts counts() {
          return null;
        }
      };

  /** The decoded path of the hub, such as {@code /hub}, or null while this server is no hub. */
  @Nullable String path();

  /**
   * Answers the form of a request (WebSub, section 5.1). It may wait for a database.
   *
   * @param form the decoded values of each field
   */
  HubAnswer accept(Map<String, List<String>> form);

  /** The state of push in counts, or null while there is no push. It waits for nothing. */
  @Nullable PushCounts counts();

  /**
   * The answer to a subscriber's request.
   *
   * @param status the HTTP status
   * @param text one line that says why
   * @param retryAfter when to try again; zero where that would change nothing
   */
  record HubAnswer(int status, String text, Duration retryAfter) {
    /** An answer that trying again would not change. */
    public HubAnswer(int status, String text) {
      this(status, text, Duration.ZERO);
    }
  }

  /**
   * The state of push in counts; it contains no names.
   *
   * @param subscriptions how many there are
   * @param pending how many requests wait for their verification
   * @param due how many deliveries and pings are still to be made
   * @param failing of how many subscriptions and external hubs' topics the last delivery failed
   */
  record PushCounts(int subscriptions, int pending, int due, int failing) {}
}
