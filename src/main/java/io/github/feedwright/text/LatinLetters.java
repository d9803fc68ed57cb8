package io.github.feedwright.text;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Latin letters without their marks, as generators write them in addresses. Letters of other
 * scripts stay: the tables that spell them in Latin letters are not part of this program.
 */
public final class LatinLetters {
  private static final Pattern MARKS = Pattern.compile("(?<=[A-Za-z])\\p{Mn}+");
  private static final Map<Integer, String> LETTERS =
      Map.ofEntries(
          Map.entry((int) 'ß', "ss"),
          Map.entry((int) 'æ', "ae"),
          Map.entry((int) 'Æ', "AE"),
          Map.entry((int) 'œ', "oe"),
          Map.entry((int) 'Œ', "OE"),
          Map.entry((int) 'ø', "o"),
          Map.entry((int) 'Ø', "O"),
          Map.entry((int) 'đ', "d"),
          Map.entry((int) 'Đ', "D"),
          Map.entry((int) 'ð', "d"),
          Map.entry((int) 'þ', "th"),
          Map.entry((int) 'ł', "l"),
          Map.entry((int) 'Ł', "L"),
          Map.entry((int) 'ı', "i"),
          Map.entry((int) '’', "'"),
          Map.entry((int) '‘', "'"),
          Map.entry((int) '“', "\""),
          Map.entry((int) '”', "\""),
          Map.entry((int) '–', "-"),
          Map.entry((int) '—', "--"),
          Map.entry((int) '…', "..."));

  private LatinLetters() {}

  /** A text in Latin letters without marks, as far as its letters are Latin. */
  public static String of(String text) {
    String apart = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    StringBuilder out = new StringBuilder(text.length());
    apart
        .codePoints()
        .forEach(point -> out.append(LETTERS.getOrDefault(point, Character.toString(point))));
    return Normalizer.normalize(out, Normalizer.Form.NFC);
  }
}
