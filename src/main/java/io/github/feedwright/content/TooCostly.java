package io.github.feedwright.content;

/** A guard has tripped: the post is shown as plain text. */
final class TooCostly extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  TooCostly(String reason) {
    // Without a stack: it is thrown out of deep recursion, and nobody reads it.
    super(reason, null, false, false);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
