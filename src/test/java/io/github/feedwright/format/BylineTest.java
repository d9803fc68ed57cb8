package io.github.feedwright.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.settings.Person;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class BylineTest {
  static Stream<Arguments> people() {
    return Stream.of(
        Arguments.of(new Person("Ada", null, null), new Byline("Ada", null, null), null),
        Arguments.of(
            new Person("Ada", "ada@example.org", "https://ada.example.org/"),
            new Byline("Ada", "ada@example.org", "https://ada.example.org/"),
            "ada@example.org (Ada)"),
        Arguments.of(
            new Person("ada@example.org", null, null), new Byline("ada", null, null), null),
        Arguments.of(
            new Person("ada@example.org", "post@example.org", null),
            new Byline("ada", "post@example.org", null),
            "post@example.org (ada)"),
        Arguments.of(
            new Person("Ada <ada@example.org>", null, null), new Byline("Ada", null, null), null),
        Arguments.of(
            new Person("<ada@example.org>", "ada@example.org", null),
            new Byline("ada", "ada@example.org", null),
            "ada@example.org (ada)"),
        Arguments.of(new Person("<b>", null, null), new Byline("b", null, null), null),
        Arguments.of(
            new Person("<ada@example.org>", null, null), new Byline("ada", null, null), null),
        Arguments.of(new Person("<>", null, null), new Byline("Anonymous", null, null), null),
        Arguments.of(
            new Person("Ada (editor)", "ada@example.org", null),
            new Byline("Ada (editor)", "ada@example.org", null),
            null),
        Arguments.of(
            new Person("Ada", "ada at example.org", "ftp://example.org/"),
            new Byline("Ada", null, null),
            null),
        Arguments.of(
            new Person("Ada", "ädä@example.org", "https://example.org/ä"),
            new Byline("Ada", null, "https://example.org/%C3%A4"),
            null));
  }

  @ParameterizedTest
  @MethodSource("people")
  void aPersonIsNamedAsEveryFormatMayNameOne(
      Person person, Byline byline, @Nullable String mailbox) {
    assertThat(Byline.of(person)).isEqualTo(byline);
    assertThat(Byline.of(person).mailbox()).isEqualTo(mailbox);
  }
}
