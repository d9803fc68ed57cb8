package io.github.feedwright.push.client;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What came of a request.
 *
 * @param status the HTTP status, or 0 if there was no answer
 * @param retryAfter the field {@code Retry-After}, or null
 * @param body the first bytes of the body, more than may be used if it was longer
 * @param failure why there was no answer, or not a whole one; else null
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares answers.
public record ClientResponse(
    int status, @Nullable String retryAfter, byte[] body, @Nullable Throwable failure) {
  /** A longer wait is not granted: it may be a mistake. */
  private static final Duration LONGEST = Duration.ofDays(1);

  /** Whether the status is one of success. */
  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** Whether the same request might be answered otherwise in a while. */
  public boolean mayPass() {
    return status >= 500 || (status == 0 && !(failure instanceof CheckedResolver.Refused));
  }

  /** When to try again by the answer's own word (RFC 9110, section 10.2.3). */
  public Optional<Instant> retryAt(Instant now) {
    String written = status == 429 || status == 503 ? retryAfter : null;
    if (written == null) {
      return Optional.empty();
    }
    Optional<Instant> at =
        written.matches("\\d{1,9}")
            ? Optional.of(now.plusSeconds(Long.parseLong(written)))
            : date(written);
    return at.map(each -> each.isAfter(now.plus(LONGEST)) ? now.plus(LONGEST) : each);
  }

  private static Optional<Instant> date(String written) {
    try {
      return Optional.of(
          ZonedDateTime.parse(written, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }

  /** For the log: neither address nor content, which the messages of most failures repeat. */
  public String reason() {
    if (failure == null || status != 0) {
      return "status " + status;
    }
    if (failure instanceof CheckedResolver.Refused) {
      return String.valueOf(failure.getMessage());
    }
    if (failure instanceof UnknownHostException) {
      return "its host is not known";
    }
    if (failure instanceof TimeoutException || failure instanceof SocketTimeoutException) {
      return "no answer in time";
    }
    if (failure instanceof ConnectException) {
      return "no connection";
    }
    return "no answer (" + failure.getClass().getSimpleName() + ")";
  }
}
