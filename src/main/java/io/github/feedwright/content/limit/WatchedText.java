package io.github.feedwright.content.limit;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;

/** A text that checks the deadline whenever a parser reads the next piece of it. */
public final class WatchedText extends Reader {
  private final StringReader text;
  private final Budget budget;

  public WatchedText(String text, Budget budget) {
    this.text = new StringReader(text);
    this.budget = budget;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    budget.checkDeadline();
    return text.read(buffer, offset, length);
  }

  @Override
  public void close() {
    text.close();
  }
}
