package io.github.feedwright.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.http.request.AcceptEncoding;
import io.github.feedwright.http.request.ConditionalRequest;
import io.github.feedwright.http.request.RequestedRange;
import io.github.feedwright.web.ContentCoding;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.ByteRange;
import org.jspecify.annotations.Nullable;

/** What holds whatever a client writes into the fields that choose an answer. */
public final class HeaderFieldInvariants {
  private static final String TAG = "\"kq3oDZ0lEO8pDwO6dGQQ7w\"";
  private static final String PACKED = "\"kq3oDZ0lEO8pDwO6dGQQ7w-gzip\"";
  private static final Map<ContentCoding, String> TAGS =
      Map.of(ContentCoding.IDENTITY, TAG, ContentCoding.GZIP, PACKED);
  private static final long SIZE = 100;
  private static final Instant NOW = Instant.parse("2014-04-04T14:14:00Z");

  /** RFC 9110, section 8.8.3. */
  private static final String ENTITY_TAG = "(?:W/)?\"[!\\x23-\\x7e\\x80-\\xff]*\"";

  private static final Pattern LIST =
      Pattern.compile("[ \\t]*" + ENTITY_TAG + "(?:[ \\t]*,[ \\t]*" + ENTITY_TAG + ")*+[ \\t]*");

  private HeaderFieldInvariants() {}

  /** Of one text, in each of the fields. */
  public static void hold(String field) {
    codings(field);
    tags(field);
    new ConditionalRequest(null, null, null, field, null)
        .current(TAGS, ContentCoding.GZIP, NOW, NOW);
    ranges(field);
  }

  private static void ranges(String field) {
    @Nullable ByteRange range = RequestedRange.of(field, SIZE);
    if (range != null && range.first() < SIZE) {
      assertThat(range.first()).isNotNegative();
      assertThat(range.getLength()).isBetween(1L, SIZE);
      assertThat(range.last()).isBetween(range.first(), SIZE - 1);
    }
    if (new ConditionalRequest(null, null, null, null, field).allowsRange(TAG, null, NOW)) {
      assertThat(field).isEqualTo(TAG);
    }
  }

  private static void codings(String field) {
    AcceptEncoding accept = AcceptEncoding.parse(field);
    String lower = field.toLowerCase(Locale.ROOT);
    for (int weight : new int[] {accept.identity(), accept.gzip(), accept.brotli()}) {
      assertThat(weight).isBetween(AcceptEncoding.UNSAID, 1000);
    }
    if (!lower.contains("br") && !lower.contains("*")) {
      assertThat(accept.choose(EnumSet.allOf(ContentCoding.class)))
          .isNotEqualTo(ContentCoding.BROTLI);
    }
    assertThat(accept.choose(Set.of(ContentCoding.IDENTITY))).isIn(ContentCoding.IDENTITY, null);
  }

  private static void tags(String field) {
    @Nullable ContentCoding held =
        new ConditionalRequest(null, null, field, null, null)
            .current(TAGS, ContentCoding.GZIP, null, NOW);
    if (field.length() < 1000 && LIST.matcher(field).matches()) {
      Matcher members = Pattern.compile(ENTITY_TAG).matcher(field);
      boolean named =
          members
              .results()
              .map(member -> member.group().substring(member.group().indexOf('"')))
              .anyMatch(tag -> Arrays.asList(TAG, PACKED).contains(tag));
      assertThat(held != null).as(field).isEqualTo(named);
    } else if (!field.contains(TAG) && !field.contains(PACKED)) {
      assertThat(held).isEqualTo(field.strip().equals("*") ? ContentCoding.GZIP : null);
    }
  }
}
