package io.github.feedwright.http;

import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs why answers failed: one cause once, however many waited for it. */
final class FailureLog {
  private static final Logger LOG = LoggerFactory.getLogger(FailureLog.class);

  private final AtomicReference<@Nullable Throwable> last = new AtomicReference<>();

  /** Returns what was behind the failure. */
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
