package io.github.feedwright.push;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request that reached a subscriber.
 *
 * @param method its method
 * @param target path and query, as they came
 * @param fields the lines of each header field, by its name in lower case
 * @param body as it came
 * @param nanos when
 */
@SuppressWarnings("ArrayRecordComponent")
public record Received(
    String method, String target, Map<String, List<String>> fields, byte[] body, long nanos) {
  public String path() {
    return Objects.requireNonNull(URI.create("http://x" + target).getRawPath());
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The one line of a field, or null. */
  @Nullable String field(String name) {
    List<String> lines = fields.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), List.of());
    if (lines.size() > 1) {
      throw new IllegalStateException(name + " came in several lines: " + lines);
    }
    return lines.isEmpty() ? null : lines.get(0);
  }

  /** The last value of a parameter of the query, decoded, or null. */
  @Nullable String parameter(String name) {
    int mark = target.indexOf('?');
    return mark < 0 ? null : parameter(name, target.substring(mark + 1));
  }

  static @Nullable String parameter(String name, String form) {
    return Arrays.stream(form.split("&"))
        .map(each -> each.split("=", 2))
        .filter(each -> each.length == 2 && decode(each[0]).equals(name))
        .map(each -> decode(each[1]))
        .reduce((first, last) -> last)
        .orElse(null);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
