package io.github.feedwright.text.comment;

/** Liquid's tags {@code raw}, the only ones with a meaning in code that shows tags. */
public final class RawTags {
  private RawTags() {}

  /** A text without those that have an end. */
  public static String removed(String text) {
    TagScanner scanner = new TagScanner(text);
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Tag tag = scanner.next(0); tag != null; tag = scanner.next(Math.max(at, tag.end()))) {
      Tag end = tag.isLiquidTag() && tag.is("raw") ? scanner.end(tag) : null;
      if (end != null) {
        out.append(text, at, tag.start()).append(text.substring(tag.end(), end.start()));
        at = end.end();
      }
    }
    return out.append(text, at, text.length()).toString();
  }
}
