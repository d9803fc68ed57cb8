package io.github.feedwright.post.value;

/** An author's text as messages show it: in quotes, on one line, shortened. */
public final class Quoted {
  private static final int LONGEST = 60;

  private Quoted() {}

  public static String of(String text) {
    int end = Math.min(text.length(), LONGEST);
    if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    StringBuilder quoted = new StringBuilder(end + 3).append('"');
    text.substring(0, end).codePoints().map(Quoted::printable).forEach(quoted::appendCodePoint);
    return quoted.append(end < text.length() ? "…\"" : "\"").toString();
  }

  /**
   * A line break or a bidirectional control in a message could forge a line of {@code check}'s
   * output.
   */
  private static int printable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          ' ';
      default -> codePoint;
    };
  }
}
