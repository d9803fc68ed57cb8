package io.github.feedwright.generator.path;

/**
 * A text of which an expression may look at only so many characters, each as often as it likes.
 *
 * <p>Threads: one object belongs to the thread that made it.
 */
final class LimitedText implements CharSequence {
  private final String text;

  /** How many characters may still be looked at. */
  private final int[] left;

  /**
   * A text.
   *
   * @param most how many characters may be looked at
   */
  LimitedText(String text, int most) {
    this.text = text;
    this.left = new int[] {most};
  }

  /** An expression has looked at too many. */
  static final class TooLong extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    if (--left[0] < 0) {
      throw new TooLong();
    }
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
