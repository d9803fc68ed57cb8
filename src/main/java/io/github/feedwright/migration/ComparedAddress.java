package io.github.feedwright.migration;

import io.github.feedwright.text.Nfc;
import io.github.feedwright.text.PercentEncoding;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Addresses of posts in a form in which those of a previous site and of this one can be compared.
 */
final class ComparedAddress {
  private static final Pattern ORIGIN = Pattern.compile("^(?i:https?:)?//[^/?#]*");
  private static final Pattern REST = Pattern.compile("[?#].*$");
  private static final Pattern END =
      Pattern.compile("(?i)(?:/index)?(?:\\.(?:html?|php|aspx?))?/*$");

  private static final Pattern NUMBER = Pattern.compile("[?&](?:p|page_id)=(\\d+)(?:[&#]|$)");

  private ComparedAddress() {}

  /**
   * The path of an address, decoded, in Unicode NFC, without the host and without the usual endings
   * of addresses; empty for the address of a whole site.
   */
  static String path(String address) {
    String path = REST.matcher(ORIGIN.matcher(address.strip()).replaceFirst("")).replaceFirst("");
    String decoded = PercentEncoding.decode(path);
    String bare = END.matcher(decoded).replaceFirst("");
    return Nfc.of(bare);
  }

  /** The number in an address such as {@code https://old.example.org/?p=17}, or null. */
  static @Nullable String number(String address) {
    Matcher number = NUMBER.matcher(address);
    return number.find() ? number.group(1) : null;
  }
}
