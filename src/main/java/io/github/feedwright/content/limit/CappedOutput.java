package io.github.feedwright.content.limit;

/**
 * Output that refuses to grow past a limit, because a few lines of Markdown can expand to
 * megabytes.
 */
public final class CappedOutput implements Appendable {
  private final StringBuilder out = new StringBuilder(8192);
  private final long limit;

  /**
   * An empty output.
   *
   * @param limit in characters
   */
  public CappedOutput(long limit) {
    this.limit = limit;
  }

  @Override
  public Appendable append(CharSequence text) {
    return append(text, 0, text.length());
  }

  @Override
  public Appendable append(CharSequence text, int start, int end) {
    room(end - start);
    out.append(text, start, end);
    return this;
  }

  @Override
  public Appendable append(char c) {
    room(1);
    out.append(c);
    return this;
  }

  private void room(int more) {
    if (out.length() + (long) more > limit) {
      throw tooLarge(limit);
    }
  }

  public static TooCostly tooLarge(long limit) {
    return new TooCostly("its HTML is larger than " + limit + " bytes (limits.html)");
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
