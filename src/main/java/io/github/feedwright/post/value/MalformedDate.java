package io.github.feedwright.post.value;

/** A text that is not a date; the message continues after the quoted text. */
public final class MalformedDate extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  MalformedDate(String reason) {
    this(reason, "write it like 2013-07-12 13:35:41 +0000");
  }

  /**
   * A text that is not a date.
   *
   * @param fix what the author can write instead of a date and a time
   */
  MalformedDate(String reason, String fix) {
    super(reason + "; " + fix, null, false, false);
    this.reason = reason;
  }

  /** The message without the advice. */
  public String reason() {
    return reason;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
