package io.github.feedwright.post.field;

import io.github.feedwright.post.Identity;
import io.github.feedwright.post.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a post says of its id. The first of {@code guid}, {@code id}, {@code wordpress_url}, {@code
 * blogger_id} is it; one that is no URI, such as {@code id: 42}, is put below {@code site.id},
 * because RFC 4287 (section 4.2.6) wants one.
 */
public final class IdentityFields {
  private static final Pattern URI =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\s\"<>\\\\^`{|}]+");
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final String OF_A_TAG = "-._~!$&'()*+,;=:@/?";

  private final String siteId;

  public IdentityFields(String siteId) {
    this.siteId = siteId;
  }

  public Identity read(Fields fields, FieldProblems report) {
    List<Value> ids = fields.values("guid", "id", "wordpress_url", "blogger_id");
    String guid = ids.isEmpty() ? null : uri(ids.get(0).text());
    return new Identity(guid, wordpressId(fields, report));
  }

  private static @Nullable String wordpressId(Fields fields, FieldProblems report) {
    Value value = fields.value("wordpress_id");
    if (value == null || value.text().chars().allMatch(c -> c >= '0' && c <= '9')) {
      return value == null ? null : value.text();
    }
    report.unclear(value, "is not a number; write the one that WordPress gave the post");
    return null;
  }

  private String uri(String id) {
    return URI.matcher(id).matches() ? id : siteId + ":" + specific(id);
  }

  /** RFC 4151, section 2.1: what follows the colon of a {@code tag:} URI. */
  private static String specific(String text) {
    StringBuilder specific = new StringBuilder();
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (each & 0xFF);
      boolean plain = (c < 0x80 && Character.isLetterOrDigit(c)) || OF_A_TAG.indexOf(c) >= 0;
      specific.append(plain ? String.valueOf(c) : "%" + HEX.toHexDigits(each));
    }
    return specific.toString();
  }
}
