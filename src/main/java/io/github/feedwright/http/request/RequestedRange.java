package io.github.feedwright.http.request;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.ByteRange;
import org.jspecify.annotations.Nullable;

/**
 * The one range of bytes that a GET asks for (RFC 9110, section 14.1.2).
 *
 * <p>Jetty's own parser gives the same for a malformed range, which must be ignored, and for one in
 * which there is no byte, which must be refused.
 */
public final class RequestedRange {
  private static final Pattern ONE = Pattern.compile("(?i)bytes=\\s*+(\\d*+)-(\\d*+)\\s*+");
  private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

  private RequestedRange() {}

  /**
   * Reads the field.
   *
   * @param value the field's value, its lines joined by commas, or null
   * @param size of the whole, in bytes, positive
   * @return the range; it begins behind the last byte if it contains none; null if the whole must
   *     be sent: for several ranges, another unit, or a malformed range
   */
  public static @Nullable ByteRange of(@Nullable String value, long size) {
    Matcher one = ONE.matcher(value == null ? "" : value);
    if (!one.matches() || (one.group(1).isEmpty() && one.group(2).isEmpty())) {
      return null;
    }
    if (one.group(1).isEmpty()) {
      return new ByteRange(size - Math.min(size, number(one.group(2))), size - 1);
    }
    long first = number(one.group(1));
    long last = one.group(2).isEmpty() ? Long.MAX_VALUE : number(one.group(2));
    return last < first ? null : new ByteRange(first, Math.min(last, size - 1));
  }

  private static long number(String digits) {
    return new BigInteger(digits).min(MOST).longValueExact();
  }
}
