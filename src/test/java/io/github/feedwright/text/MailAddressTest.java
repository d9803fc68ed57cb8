package io.github.feedwright.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MailAddressTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Jo (jo@x.example) (he/him) | Jo (he/him)",
        "Jo （jo@x.example） | Jo",
        "Jo (jo@x.example) and Al | Jo and Al",
        "Jo (jo@x.example), Al [al@x.example] | Jo, Al",
        "(jo@x.example) | jo",
        "jo@x.example | jo",
        "Jo jo@x.example | Jo",
        "Jo - jo@x.example | Jo",
        "jo@x.example: Jo | Jo",
        "Jo (mailto:jo@x.example) | Jo",
        "Jo (e-mail: jo@x.example) | Jo",
        "Jo (he/him, jo@x.example) | Jo (he/him)",
        "Jo < jo.o'hara+blog@mail.x.example > | Jo",
        "Jo (jörg@bücher.example) | Jo",
        "王芳（wang＠x.example） | 王芳",
      })
  void anAddressIsNoPartOfAName(String name, String left) {
    assertThat(MailAddress.outOf(name)).isEqualTo(left);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Jo",
        "P@ul",
        "@jo@social.example",
        "Jo (@jo@social.example)",
        "Jo @ Home",
        "Jo (he/him)",
        " - ",
        "Jo  Al"
      })
  void anyOtherNameStaysAsItIs(String name) {
    assertThat(MailAddress.outOf(name)).isEqualTo(name);
  }

  @Test
  @Timeout(5)
  void aLongNameTakesNoLongTime() {
    assertThatNoException()
        .isThrownBy(
            () -> {
              MailAddress.outOf("a".repeat(200_000) + "@");
              MailAddress.outOf("a@".repeat(100_000));
              MailAddress.outOf("@" + "( ".repeat(100_000));
              MailAddress.outOf("a@b.c" + " ".repeat(200_000) + "x");
              MailAddress.outOf("a@b.c" + " x,".repeat(100_000));
              MailAddress.outOf("mail: ".repeat(50_000) + "@");
            });
  }
}
