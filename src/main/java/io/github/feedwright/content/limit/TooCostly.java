package io.github.feedwright.content.limit;

/** A guard has tripped: the post is shown as plain text. */
public final class TooCostly extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  public TooCostly(String reason) {
    // Without a stack trace: it is thrown out of deep recursion, and nobody reads it.
    super(reason, null, false, false);
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }
}
