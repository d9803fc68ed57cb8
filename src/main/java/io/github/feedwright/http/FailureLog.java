package io.github.feedwright.http;

import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs why requests failed: each cause once, however many requests waited for it.
 *
 * <p>Threads: any of {@code http}.
 */
final class FailureLog {
  private static final Logger LOG = LoggerFactory.getLogger(FailureLog.class);

  private final AtomicReference<@Nullable Throwable> last = new AtomicReference<>();

  /** Logs a failure and returns its cause. */
  Throwable report(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (last.getAndSet(cause) != cause) {
      LOG.error("Request failed", cause);
    }
    return cause;
  }
}
