package io.github.feedwright.push;

import io.github.feedwright.push.client.Callback;
import io.github.feedwright.push.state.Subscription;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asked for in the name of a subscriber, who has to confirm it.
 *
 * @param subscribe whether to subscribe, or else to end a subscription
 * @param topic the feed's own address
 * @param callback where the subscriber is
 * @param secret what deliveries are to be signed with, or null
 * @param lease how long it is to last
 * @param token what an older subscriber wants to be sent back, or null
 * @param tag the topic's tag when it was asked, or empty if it is no longer a feed
 */
record HubRequest(
    boolean subscribe,
    String topic,
    Callback callback,
    @Nullable String secret,
    Duration lease,
    @Nullable String token,
    String tag) {

  String id() {
    return Subscription.id(topic, callback.uri().toString());
  }

  /** The parameters by which the subscriber is asked (WebSub, section 5.3). */
  Map<String, String> parameters(String challenge) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("hub.mode", subscribe ? "subscribe" : "unsubscribe");
    parameters.put("hub.topic", topic);
    parameters.put("hub.challenge", challenge);
    if (subscribe) {
      parameters.put("hub.lease_seconds", Long.toString(lease.toSeconds()));
    }
    if (token != null) {
      // It left the standard; NewsBlur, for one, confirms nothing without it.
      parameters.put("hub.verify_token", token);
    }
    return parameters;
  }

  /** Without the secret, and without the callback, which may hold one. */
  @Override
  public String toString() {
    return (subscribe ? "subscribe " : "unsubscribe ") + id().substring(0, 8);
  }
}
