package io.github.feedwright.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RequestPathTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "/                           | /",
        "/atom.xml                   | /atom.xml",
        "/%61tom.xml                 | /atom.xml",
        "/tags/c%2B%2B/atom.xml      | /tags/c++/atom.xml",
        "/tags/c++/atom.xml          | /tags/c++/atom.xml",
        "/a;b=c                      | /a;b=c",
        "/tags/%E6%97%A5%E6%9C%AC/   | /tags/日本/",
        "/tags/caf%C3%A9/            | /tags/café/",
        "/tags/cafe%CC%81/           | /tags/café/",
        "/tags/café/                 | /tags/café/",
        "/./a/../atom.xml            | /atom.xml",
        "/100%                       | /100%",
        "/%zz                        | /%zz",
        "/100%25/                    | /100%/",
        "/%252e%252e/x               | /%2e%2e/x",
        "/../atom.xml                | none",
        "/%FF                        | none",
        "/%C3%28                     | none",
        "/%C3                        | none",
        "*                           | none",
        "none                        | none",
      })
  void decodes(@Nullable String raw, @Nullable String expected) {
    assertThat(RequestPath.of(raw)).isEqualTo(expected);
  }
}
