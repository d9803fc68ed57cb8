package io.github.feedwright.push;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a subscriber of these tests answers.
 *
 * @param status the HTTP status, or 0: then it never answers
 * @param fields header fields
 * @param body as it is
 * @param after how long it thinks
 */
@SuppressWarnings("ArrayRecordComponent")
public record Reply(int status, Map<String, String> fields, byte[] body, Duration after) {
  public static final Reply NONE = new Reply(0, Map.of(), new byte[0], Duration.ZERO);

  public static Reply of(int status) {
    return of(status, "");
  }

  static Reply of(int status, String body) {
    return new Reply(status, Map.of(), body.getBytes(StandardCharsets.UTF_8), Duration.ZERO);
  }

  static Reply of(int status, String field, String value) {
    return new Reply(status, Map.of(field, value), new byte[0], Duration.ZERO);
  }

  public Reply later(Duration time) {
    return new Reply(status, fields, body, time);
  }

  /** The challenge as it came: what a subscriber that wants a subscription answers. */
  static Reply confirming(Received asked) {
    @Nullable String challenge = asked.parameter("hub.challenge");
    return challenge == null ? of(200) : of(200, challenge);
  }
}
