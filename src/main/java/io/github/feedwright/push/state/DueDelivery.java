package io.github.feedwright.push.state;

import io.github.feedwright.push.state.Subscription.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that this server has claimed: no other one makes it meanwhile.
 *
 * @param id of the subscription
 * @param kind how the subscriber is notified
 * @param topic the feed's own address
 * @param callback where to
 * @param host the callback's host
 * @param secret what it is signed with, or null
 * @param failures how many in a row have failed before
 * @param tag of the version that is due, or null where nobody knows the topic any more
 */
public record DueDelivery(
    String id,
    Kind kind,
    String topic,
    String callback,
    String host,
    @Nullable String secret,
    int failures,
    @Nullable String tag) {
  /** Neither the secret nor the callback gets into a log by accident. */
  @Override
  public String toString() {
    return kind + " " + id.substring(0, 8);
  }
}
