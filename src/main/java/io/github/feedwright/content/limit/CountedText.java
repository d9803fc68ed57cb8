package io.github.feedwright.content.limit;

/**
 * A text that charges the budget for every character read. The Markdown parser keeps the object as
 * the base of every sequence it makes, so even its regular expressions stop when the budget is
 * spent.
 */
public final class CountedText implements CharSequence {
  private final String text;
  private final Budget budget;

  public CountedText(String text, Budget budget) {
    this.text = text;
    this.budget = budget;
  }

  public Budget budget() {
    return budget;
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    budget.spend(1);
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
