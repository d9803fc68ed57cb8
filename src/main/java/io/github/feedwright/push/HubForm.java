package io.github.feedwright.push;

import io.github.feedwright.push.client.Callback;
import io.github.feedwright.push.topic.LiveTopics;
import io.github.feedwright.push.topic.TopicPath;
import io.github.feedwright.web.push.WebSubHub.HubAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the form of a request (WebSub, section 5.1). Nothing of it is repeated in an answer. */
final class HubForm {
  private static final int SECRET_BYTES = 200;
  private static final int LONGEST_TOKEN = 1000;
  private static final int MOST_DIGITS = 18;
  private static final Duration LEASE = Duration.ofDays(10);
  private static final Duration SHORTEST = Duration.ofDays(2);
  private static final Duration LONGEST = Duration.ofDays(15);

  private final LiveTopics topics;

  HubForm(LiveTopics topics) {
    this.topics = topics;
  }

  /** The form asks for something that is not possible. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    private final transient HubAnswer answer;

    Refused(int status, String text) {
      super(text);
      this.answer = new HubAnswer(status, text);
    }

    HubAnswer answer() {
      return answer;
    }
  }

  /**
   * Reads a form.
   *
   * @throws Refused with the answer, if it is not a request that could be confirmed
   */
  HubRequest read(Map<String, List<String>> form) throws Refused {
    String mode = orEmpty(first(form, "hub.mode"));
    boolean subscribe = mode.equals("subscribe");
    if (!subscribe && !mode.equals("unsubscribe")) {
      throw new Refused(400, "hub.mode is subscribe or unsubscribe.");
    }
    Callback callback =
        Callback.parse(orEmpty(first(form, "hub.callback")))
            .orElseThrow(
                () ->
                    new Refused(
                        400,
                        "hub.callback is the absolute http or https address of the subscriber,"
                            + " without user and fragment, at port 80, 443 or above 1023."));
    String topic = orEmpty(first(form, "hub.topic"));
    String tag = topics.tag(topic);
    // A topic that is no longer a feed can still be unsubscribed from.
    if (tag == null && (subscribe || topic.isEmpty())) {
      throw new Refused(
          400,
          "You may only subscribe to "
              + topics.meant(TopicPath.written(topic))
              + " for this feed.");
    }
    return new HubRequest(
        subscribe,
        topic,
        callback,
        secret(form),
        lease(first(form, "hub.lease_seconds")),
        token(form),
        orEmpty(tag));
  }

  private static @Nullable String secret(Map<String, List<String>> form) throws Refused {
    String secret = first(form, "hub.secret");
    if (secret != null && secret.getBytes(StandardCharsets.UTF_8).length >= SECRET_BYTES) {
      throw new Refused(400, "hub.secret is shorter than " + SECRET_BYTES + " bytes.");
    }
    return secret;
  }

  private static @Nullable String token(Map<String, List<String>> form) throws Refused {
    String token = first(form, "hub.verify_token");
    if (token != null && token.length() > LONGEST_TOKEN) {
      throw new Refused(400, "hub.verify_token is at most " + LONGEST_TOKEN + " characters.");
    }
    return token;
  }

  /**
   * The lease that a subscriber asks for, within our limits; the usual one if it names no number.
   */
  private static Duration lease(@Nullable String seconds) {
    if (seconds == null || !seconds.matches("\\d+")) {
      return LEASE;
    }
    if (seconds.length() > MOST_DIGITS) {
      return LONGEST;
    }
    Duration wish = Duration.ofSeconds(Long.parseLong(seconds));
    return wish.compareTo(SHORTEST) < 0 ? SHORTEST : wish.compareTo(LONGEST) > 0 ? LONGEST : wish;
  }

  private static @Nullable String first(Map<String, List<String>> form, String name) {
    List<String> values = form.get(name);
    return values == null || values.isEmpty() || values.get(0).isEmpty() ? null : values.get(0);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
