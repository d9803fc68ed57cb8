package io.github.feedwright.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that somebody meant. */
public final class Spelling {
  private static final int MAX_EDITS = 2;

  private Spelling() {}

  /** The nearest known word, if it is one edit away, or two in a long word. */
  public static Optional<String> nearest(String word, Collection<String> known) {
    return known.stream()
        .filter(each -> Math.abs(each.length() - word.length()) <= MAX_EDITS)
        .filter(each -> edits(word, each) <= Math.max(1, Math.min(MAX_EDITS, each.length() / 3)))
        .min(Comparator.comparingInt(each -> edits(word, each)));
  }

  /** Levenshtein distance that counts two swapped neighbouring letters as one edit. */
  private static int edits(String word, String other) {
    int[][] edits = new int[word.length() + 1][other.length() + 1];
    for (int row = 0; row <= word.length(); row++) {
      for (int column = 0; column <= other.length(); column++) {
        edits[row][column] =
            row == 0 || column == 0 ? row + column : cheapest(edits, word, other, row, column);
      }
    }
    return edits[word.length()][other.length()];
  }

  private static int cheapest(int[][] edits, String word, String other, int row, int column) {
    int replaced =
        edits[row - 1][column - 1] + (word.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
    int addedOrDropped = Math.min(edits[row - 1][column], edits[row][column - 1]) + 1;
    boolean swapped =
        row > 1
            && column > 1
            && word.charAt(row - 1) == other.charAt(column - 2)
            && word.charAt(row - 2) == other.charAt(column - 1);
    return Math.min(
        Math.min(replaced, addedOrDropped),
        swapped ? edits[row - 2][column - 2] + 1 : Integer.MAX_VALUE);
  }
}
