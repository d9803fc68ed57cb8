package io.github.feedwright.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.web.ContentCoding;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9110, section 12.5.3. */
final class AcceptEncodingTest {
  private static final Set<ContentCoding> ALL = EnumSet.allOf(ContentCoding.class);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "none                          | IDENTITY",
        "''                            | IDENTITY",
        "gzip                          | GZIP",
        "GZip                          | GZIP",
        "x-gzip                        | GZIP",
        "br                            | BROTLI",
        "'gzip, deflate, br, zstd'     | BROTLI",
        "'gzip;q=1.0, br;q=0.9'        | GZIP",
        "'gzip; q=0.5 , br ;q=0.5'     | BROTLI",
        "deflate                       | IDENTITY",
        "*                             | BROTLI",
        "'br;q=0, *'                   | GZIP",
        "'gzip;q=0, br;q=0'            | IDENTITY",
        "'identity, gzip;q=0.5'        | IDENTITY",
        "'identity;q=0.2, gzip;q=0.2'  | GZIP",
        "gzip;q=0.001                  | GZIP",
        "gzip;q=0                      | IDENTITY",
        "'gzip;q=nonsense'             | IDENTITY",
        "'gzip;q=2'                    | IDENTITY",
        "'identity;q=nonsense'         | IDENTITY",
        "'br;Q=0.4, gzip;Q=0.5'        | GZIP",
        "'gzip;level=9'                | IDENTITY",
        "identity;q=0                  | none",
        "*;q=0                         | none",
        "'identity;q=0, gzip'          | GZIP",
        "'*;q=0, identity'             | IDENTITY",
        "',, gzip ,'                   | GZIP",
      })
  void chooses(@Nullable String field, @Nullable ContentCoding expected) {
    assertThat(AcceptEncoding.parse(field).choose(ALL)).isEqualTo(expected);
  }

  @Test
  void neverChoosesWhatIsNotOffered() {
    Set<ContentCoding> plain = EnumSet.of(ContentCoding.IDENTITY);

    assertThat(AcceptEncoding.parse("br, gzip").choose(plain)).isEqualTo(ContentCoding.IDENTITY);
    assertThat(AcceptEncoding.parse("gzip, identity;q=0").choose(plain)).isNull();
  }
}
