package io.github.feedwright.i18n;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/**
 * The words of pages in one language, and how it writes dates. They do not come from the JDK's
 * locale data, which differ between its versions: replicas would differ.
 *
 * @param language the language (BCP 47)
 * @param texts the text of each key; {@code {0}} stands for the first value, and so on
 */
public record Words(String language, Map<String, String> texts) {
  private static final String GERMAN = "de";
  private static final Map<String, String> ENGLISH = resource("en");

  public Words {
    texts = Map.copyOf(texts);
  }

  /** The words of a site in this language: German for every German, else English. */
  public static Words of(String language) {
    boolean isGerman = Locale.forLanguageTag(language).getLanguage().equals(GERMAN);
    return isGerman ? new Words(GERMAN, resource(GERMAN)) : new Words("en", ENGLISH);
  }

  /** Every key that a page may use. */
  public static Set<String> keys() {
    return ENGLISH.keySet();
  }

  /** The text of a key, with its values. */
  public String say(String key, Object... values) {
    String text = Objects.requireNonNull(texts.get(key), key);
    StringBuilder said = new StringBuilder();
    int done = 0;
    for (int at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at + 1)) {
      int value = at + 2 < text.length() ? text.charAt(at + 1) - '0' : -1;
      if (value >= 0 && value < values.length && text.charAt(at + 2) == '}') {
        said.append(text, done, at).append(values[value]);
        done = at + 3;
      }
    }
    return said.append(text, done, text.length()).toString();
  }

  /** A day, such as {@code 12 July 2013}. */
  public String day(LocalDate day) {
    return say("date", day.getDayOfMonth(), name(day.getMonthValue()), year(day.getYear()));
  }

  /** A month, such as {@code July 2013}. */
  public String month(YearMonth month) {
    return say("month", name(month.getMonthValue()), year(month.getYear()));
  }

  /** A year, of at least four digits. */
  public static String year(int year) {
    return String.format(Locale.ROOT, "%04d", year);
  }

  private String name(int month) {
    return say("month." + month);
  }

  /** The value of the {@code dir} attribute. */
  public String direction() {
    return Direction.of(language).attribute();
  }

  static Map<String, String> resource(String file) {
    String name = file + ".properties";
    try (InputStream in = Objects.requireNonNull(Words.class.getResourceAsStream(name), name)) {
      Properties read = new Properties();
      read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      Map<String, String> texts = new HashMap<>();
      read.stringPropertyNames().forEach(key -> texts.put(key, read.getProperty(key)));
      return Map.copyOf(texts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
