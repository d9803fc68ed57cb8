package io.github.feedwright.text;

import java.text.Normalizer;

/**
 * Unicode normalization form C, in which names are compared: a Mac writes {@code ü} in the name of
 * a file as two characters (NFD), keyboards write it as one.
 */
public final class Nfc {
  private Nfc() {}

  /** The text in NFC. The caller bounds its length: some long texts take hours. */
  public static String of(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }
}
