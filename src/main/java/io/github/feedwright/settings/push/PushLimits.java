package io.github.feedwright.settings.push;

/**
 * What subscribers can take of push. Each is positive.
 *
 * @param subscriptions how many there may be
 * @param perHost how many of them at one host
 * @param pending how many may wait for their verification
 * @param verifications how many verifications in a minute at one host: each is a request to
 *     somebody else's server
 * @param deliveries how many are sent at once
 * @param deliveriesPerHost how many of them to one host
 */
public record PushLimits(
    int subscriptions,
    int perHost,
    int pending,
    int verifications,
    int deliveries,
    int deliveriesPerHost) {

  /** The limits where nothing else is configured. */
  public static final PushLimits DEFAULT = new PushLimits(10_000, 200, 100, 10, 16, 2);
}
