package io.github.feedwright.http.request;

import io.github.feedwright.web.ContentCoding;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The content codings that a client accepts (RFC 9110, section 12.5.3), as weights from 0 (refused)
 * to 1000.
 *
 * <p>Jetty's own parser gives weights above 1, takes {@code Q=} for the name of a coding, and
 * refuses a coding whose weight is no number: a client would get 406 for a slip.
 *
 * @param identity the weight of no coding, or {@link #UNSAID}
 * @param gzip the weight of gzip
 * @param brotli the weight of br
 */
public record AcceptEncoding(int identity, int gzip, int brotli) {
  /** Not mentioned, so acceptable if nothing else is. */
  public static final int UNSAID = -1;

  private static final int MOST = 1000;
  private static final AcceptEncoding NOTHING_SAID = new AcceptEncoding(UNSAID, 0, 0);

  /** Brotli is smaller: it wins if a client accepts both equally. */
  private static final List<ContentCoding> SMALLEST_FIRST =
      List.of(ContentCoding.BROTLI, ContentCoding.GZIP, ContentCoding.IDENTITY);

  /**
   * Reads the field.
   *
   * @param value the field's value, its lines joined by commas, or null if it was not sent: then
   *     any coding is allowed (RFC 9110), but a client that does not ask for one often cannot
   *     decode it
   */
  public static AcceptEncoding parse(@Nullable String value) {
    return value == null || value.isEmpty() ? NOTHING_SAID : new Weights().read(value).result();
  }

  /** The coding to send, or null if the client refuses all available ones. */
  public @Nullable ContentCoding choose(Set<ContentCoding> offered) {
    ContentCoding best = null;
    int most = 0;
    for (ContentCoding coding : SMALLEST_FIRST) {
      if (weight(coding) > most && offered.contains(coding)) {
        best = coding;
        most = weight(coding);
      }
    }
    return best == null && identity == UNSAID ? ContentCoding.IDENTITY : best;
  }

  private int weight(ContentCoding coding) {
    return switch (coding) {
      case IDENTITY -> identity;
      case GZIP -> gzip;
      case BROTLI -> brotli;
    };
  }

  /** The weights read so far; {@link #UNSAID} for codings that were not mentioned. */
  private static final class Weights {
    private int identity = UNSAID;
    private int gzip = UNSAID;
    private int brotli = UNSAID;
    private int others = UNSAID;

    Weights read(String value) {
      int start = 0;
      while (start <= value.length()) {
        int comma = value.indexOf(',', start);
        int end = comma < 0 ? value.length() : comma;
        element(value.substring(start, end));
        start = end + 1;
      }
      return this;
    }

    private void element(String element) {
      int semicolon = element.indexOf(';');
      String name = (semicolon < 0 ? element : element.substring(0, semicolon)).strip();
      int weight = semicolon < 0 ? MOST : weight(element.substring(semicolon + 1));
      if (weight != UNSAID) {
        say(name.toLowerCase(Locale.ROOT), weight);
      }
    }

    private void say(String name, int weight) {
      switch (name) {
        case "identity" -> identity = weight;
        case "gzip", "x-gzip" -> gzip = weight;
        case "br" -> brotli = weight;
        case "*" -> others = weight;
        default -> {}
      }
    }

    AcceptEncoding result() {
      int rest = Math.max(others, 0);
      return new AcceptEncoding(
          identity == UNSAID ? others : identity,
          gzip == UNSAID ? rest : gzip,
          brotli == UNSAID ? rest : brotli);
    }

    /** In thousandths; {@link #UNSAID}, which drops the element, if it is not a weight. */
    private static int weight(String parameter) {
      String text = parameter.strip().toLowerCase(Locale.ROOT);
      if (!text.startsWith("q=")) {
        return UNSAID;
      }
      try {
        double weight = Double.parseDouble(text.substring(2));
        return weight >= 0 && weight <= 1 ? (int) Math.round(weight * MOST) : UNSAID;
      } catch (NumberFormatException e) {
        return UNSAID;
      }
    }
  }
}
