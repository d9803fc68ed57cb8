package io.github.feedwright.post;

/** A text that is not a date; the message goes on after the quoted text. */
final class MalformedDate extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedDate(String message) {
    super(message, null, false, false);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
