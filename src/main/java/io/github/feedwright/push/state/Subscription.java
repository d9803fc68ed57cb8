package io.github.feedwright.push.state;

import io.github.feedwright.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A subscriber of a feed, or an external hub of it.
 *
 * @param kind whether it gets the feed or only a ping to fetch it
 * @param topic the feed's own address
 * @param callback its address, as the subscriber wrote it
 * @param host the callback's host, in lower case
 * @param secret what deliveries are signed with, or null
 * @param leaseEnds when it ends unless it is renewed
 * @param ackedTag the tag of what it has
 * @param failures how many deliveries in a row have failed
 */
public record Subscription(
    Kind kind,
    String topic,
    String callback,
    String host,
    @Nullable String secret,
    Instant leaseEnds,
    String ackedTag,
    int failures) {

  /** The end of what never ends. */
  static final Instant NEVER = Instant.ofEpochMilli(Long.MAX_VALUE);

  /** How it is notified. */
  public enum Kind {
    /** Subscribed here: it is sent the feed. */
    SUBSCRIBER,
    /** An external hub of the configuration: it gets a ping to fetch the feed. */
    HUB
  }

  /** What it is known by: one for each topic and callback, of one length. */
  public String id() {
    return id(topic, callback);
  }

  /** The id of a pair. */
  public static String id(String topic, String callback) {
    return Sha256.hex((topic + "\n" + callback).getBytes(StandardCharsets.UTF_8));
  }

  /** Neither the secret nor the callback, which may hold one, gets into a log by accident. */
  @Override
  public String toString() {
    return kind + " " + id().substring(0, 8);
  }
}
