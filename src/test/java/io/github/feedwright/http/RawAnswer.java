package io.github.feedwright.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it came over the wire.
 *
 * @param octets the body, each octet as the character of its number
 */
public record RawAnswer(int status, Map<String, List<String>> fields, String octets) {

  /** The body as it was sent, in whatever coding. */
  public byte[] bytes() {
    return octets.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The body, read as UTF-8. */
  public String body() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  /** A field's lines, joined; null where there is none. */
  public @Nullable String field(String name) {
    List<String> lines = fields.get(name.toLowerCase(Locale.ROOT));
    return lines == null ? null : String.join(", ", lines);
  }

  /** All fields but the one that two requests for one thing may differ in. */
  public Map<String, List<String>> fieldsWithoutDate() {
    Map<String, List<String>> rest = new TreeMap<>(fields);
    rest.remove("date");
    return rest;
  }
}
