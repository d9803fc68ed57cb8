package io.github.feedwright.push;

import io.github.feedwright.push.client.Callback;
import io.github.feedwright.push.client.ClientResponse;
import io.github.feedwright.push.client.OutgoingRequest;
import io.github.feedwright.push.state.DueDelivery;
import io.github.feedwright.push.state.Outcome;
import io.github.feedwright.push.state.Subscription.Kind;
import io.github.feedwright.settings.push.PushSettings.Signature;
import io.github.feedwright.web.push.PublishedFeed;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is sent, to which address, and what the answers mean.
 *
 * @param hub the address of this server's own hub
 * @param signature how deliveries are signed
 */
record Messages(String hub, Signature signature, Clock clock) {
  private static final String FORM = "application/x-www-form-urlencoded";

  /**
   * The feed as it is, for a subscriber (WebSub, section 7): bytes and type are exactly those that
   * are served, because some compare them.
   */
  OutgoingRequest feed(DueDelivery due, PublishedFeed feed) {
    ByteBuffer body = feed.representation().body();
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("Link", "<" + hub + ">; rel=\"hub\", <" + feed.url() + ">; rel=\"self\"");
    String secret = due.secret();
    if (secret != null) {
      fields.put("X-Hub-Signature", Signing.of(signature, secret, body));
    }
    return OutgoingRequest.post(
        URI.create(due.callback()), feed.representation().contentType(), body, fields);
  }

  /** Notifies another hub that the feed has changed, under both names that hubs know it by. */
  static OutgoingRequest ping(DueDelivery due) {
    String topic = URLEncoder.encode(due.topic(), StandardCharsets.UTF_8);
    String form = "hub.mode=publish&hub.url=" + topic + "&hub.topic=" + topic;
    ByteBuffer body = ByteBuffer.wrap(form.getBytes(StandardCharsets.US_ASCII));
    return OutgoingRequest.post(URI.create(due.callback()), FORM, body, Map.of());
  }

  /** Says that there will be no more deliveries (WebSub, section 5.2). */
  static OutgoingRequest denial(DueDelivery due, String reason) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("hub.mode", "denied");
    parameters.put("hub.topic", due.topic());
    parameters.put("hub.reason", reason);
    return OutgoingRequest.get(new Callback(URI.create(due.callback())).with(parameters));
  }

  /** What the answer to a delivery or a ping means. */
  Outcome outcome(DueDelivery due, String tag, ClientResponse answer) {
    Instant now = clock.instant();
    if (answer.isSuccess()) {
      return new Outcome.Acked(due.id(), tag);
    }
    if (answer.status() == 410 && due.kind() == Kind.SUBSCRIBER) {
      return new Outcome.Ended(due.id(), "the subscriber answered 410");
    }
    // A subscriber that asks for no delay at all would be tried without end.
    Instant soonest = now.plus(RetryPlan.after(0));
    return answer
        .retryAt(now)
        .map(at -> at.isBefore(soonest) ? soonest : at)
        .<Outcome>map(at -> new Outcome.Deferred(due.id(), at))
        .orElseGet(() -> new Outcome.Failed(due.id(), now.plus(RetryPlan.after(due.failures()))));
  }
}
