package io.github.feedwright.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProblemTest {
  @ParameterizedTest
  @ValueSource(
      ints = {'\n', 0x1b, 0x7f, 0x85, 0x9b, 0x202e, 0x2028, 0x2029, 0x2066, 0xfeff, 0xe0041})
  void whatWouldBreakOrTurnTheLineIsShownAsAQuestionMark(int sign) {
    String text = "a" + Character.toString(sign) + "b";
    assertThat(Problem.warning(text + ".md", 3, Kind.CONTENT, text + " is odd"))
        .hasToString("a?b.md:3: warning: a?b is odd");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"é", "日本", "ی", "e\u0301", "😀", "a\u00a0b", "…", "نمی\u200cخواهم", "👨\u200d👩"})
  void textOfEveryScriptStays(String text) {
    assertThat(Problem.error(text, 1, Kind.FILE, text)).hasToString(text + ":1: error: " + text);
  }
}
