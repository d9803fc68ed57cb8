package io.github.feedwright.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An answer as it came over the wire, its body read as UTF-8. */
record RawAnswer(int status, Map<String, List<String>> fields, String body) {

  /** A field's lines, joined; null where there is none. */
  @Nullable String field(String name) {
    List<String> lines = fields.get(name.toLowerCase(Locale.ROOT));
    return lines == null ? null : String.join(", ", lines);
  }

  /** All fields but the one that two requests for one thing may differ in. */
  Map<String, List<String>> fieldsWithoutDate() {
    Map<String, List<String>> rest = new TreeMap<>(fields);
    rest.remove("date");
    return rest;
  }
}
