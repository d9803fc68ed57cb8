package io.github.feedwright.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CanonicalUrlTest {

  @ParameterizedTest
  @CsvSource({
    "https://example.org/,             https://example.org/",
    "https://example.org,              https://example.org/",
    "HTTPS://EXAMPLE.ORG/A,            https://example.org/A/",
    "https://example.org:443/,         https://example.org/",
    "http://example.org:80/,           http://example.org/",
    "http://example.org:443/,          http://example.org:443/",
    "http://example.org:/,             http://example.org/",
    "http://example.org:08080/,        http://example.org:8080/",
    "https://example.org:0443/,        https://example.org/",
    "https:\\\\example.org\\x\\,         https://example.org/x/",
    "https://example.org/../a/,        https://example.org/a/",
    "https://example.org//b/..,        https://example.org//",
    "https://example.org/a/%2e%2E/b/,  https://example.org/b/",
    "https://ex%61mple.org/,           https://example.org/",
    "https://example.org/a/./b/../c,   https://example.org/a/c/",
    "https://example.org/%7eada/%c3%a9,https://example.org/~ada/%C3%A9/",
    "https://example.org/é b/100%,     https://example.org/%C3%A9%20b/100%25/",
    "https://bücher.example/,          https://xn--bcher-kva.example/",
    "http://[2001:DB8::1]:8080/,       http://[2001:db8::1]:8080/",
    "http://192.0.2.1/,                http://192.0.2.1/",
  })
  void spellingsOfOneAddressAreOneText(String written, String canonical) {
    assertThat(CanonicalUrl.base(written)).map(Object::toString).hasValue(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.org",
        "/path/",
        "//example.org/",
        "ftp://example.org/",
        "https:///path",
        "https://user@example.org/",
        "https://user:secret@example.org/",
        "https://example.org/?a=b",
        "https://example.org/#a",
        "https://example.org:65536/",
        "https://example.org:70000/",
        "https://example.org:99999999999/",
        "https://example.org:x/",
        "https://exa mple.org/",
        "https://[::1/",
        "https://[::1::]/",
        "https://[...]/",
        "https://~.example/",
        "https://example..org/",
        "https://a_b.example.org/"
      })
  void whatOthersCannotBeginWithIsRefused(String written) {
    assertThat(CanonicalUrl.base(written)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.org/a?b=c#d, https://example.org/a?b=c#d",
    "https://example.org?b=é,     https://example.org/?b=%C3%A9",
    "https://example.org/a/http://b.example/, https://example.org/a/http://b.example/",
    "https://a_b.example.org/,    https://a_b.example.org/",
  })
  void queryAndFragmentStandWhereAnyAddressIsMeant(String written, String canonical) {
    assertThat(CanonicalUrl.absolute(written)).map(Object::toString).hasValue(canonical);
  }

  @ParameterizedTest
  @CsvSource({
    "/a,            /a",
    "/?feed=rss2,   /?feed=rss2",
    "/日本,          /%E6%97%A5%E6%9C%AC",
    "/%e6%97%a5%41, /%E6%97%A5A",
    "/a%2fb,        /a%2Fb",
  })
  void aPathHasOneSpelling(String written, String canonical) {
    assertThat(CanonicalUrl.path(written)).hasValue(canonical);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "//a", "/a#b", "https://example.org/"})
  void whatIsNoPathIsRefused(String written) {
    assertThat(CanonicalUrl.path(written)).isEmpty();
  }
}
