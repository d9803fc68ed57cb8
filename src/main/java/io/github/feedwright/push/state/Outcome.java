package io.github.feedwright.push.state;

import java.time.Instant;

/** How a delivery ended. */
public sealed interface Outcome {
  /** Of which subscription. */
  String id();

  /** It has what it was sent. */
  record Acked(String id, String tag) implements Outcome {}

  /** It is to be tried again; before that if the feed changes. */
  record Failed(String id, Instant nextTry) implements Outcome {}

  /** It asked to be left alone until then, whatever changes. */
  record Deferred(String id, Instant notBefore) implements Outcome {}

  /** It was not sent, so that any server may claim it. */
  record Unsent(String id) implements Outcome {}

  /** It is to be forgotten, and the log says why. */
  record Ended(String id, String why) implements Outcome {}
}
