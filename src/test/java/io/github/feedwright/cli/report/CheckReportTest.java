package io.github.feedwright.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CheckReportTest {
  private static final List<Problem> PROBLEMS =
      List.of(
          Problem.note("a.md", 2, Kind.HIDDEN, "private: true, so the post is not published"),
          Problem.warning("a.md", 4, Kind.TEMPLATE, "{% x %} is not known"),
          Problem.note("a.md", 5, Kind.CONTENT, "a style was removed"),
          Problem.error("b.md", 1, Kind.DATE, "date: is missing"),
          Problem.note("b.md", 3, Kind.HIDDEN, "private: true, so the post is not published"),
          Problem.warning("b.md", 7, Kind.TEMPLATE, "{% x %} is not known"),
          Problem.note("b.md", 9, Kind.CONTENT, "a style was removed"),
          Problem.error("c.md", 1, Kind.DATE, "date: is missing"),
          Problem.warning("c.md", 2, Kind.TEMPLATE, "{% x %} is not known"));

  @Test
  void aTagAndAKindOfHiddenPostsHaveOneLineForTheSite() {
    CheckReport report = new CheckReport(PROBLEMS, false);

    assertThat(report.lines())
        .containsExactly(
            "a.md:2: note: private: true, so the post is not published (and in 1 other post)",
            "a.md:4: warning: {% x %} is not known (and in 2 other posts)",
            "b.md:1: error: date: is missing",
            "c.md:1: error: date: is missing");
    assertThat(report.summary())
        .isEqualTo("5 problems: 2 date, 3 template; 4 notes, which --notes shows");
    assertThat(report.isGood()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "HIDDEN, date: is missing",
    "FILE_TYPE, the post uses files that end in .py",
  })
  void whatIsTrueOfManyFilesHasOneLine(Kind kind, String message) {
    List<Problem> problems =
        List.of(
            Problem.warning("a.md", 1, kind, message), Problem.warning("b.md", 2, kind, message));

    assertThat(new CheckReport(problems, false).lines())
        .containsExactly("a.md:1: warning: " + message + " (and in 1 other post)");
  }

  @Test
  void notesAreShownOnlyToThoseWhoAskForThem() {
    assertThat(new CheckReport(PROBLEMS, true).lines())
        .hasSize(5)
        .contains("a.md:5: note: a style was removed (and in 1 other post)");
  }

  @Test
  void aSiteWithNotesOnlyIsGood() {
    CheckReport report = new CheckReport(PROBLEMS.subList(2, 3), false);

    assertThat(report.isGood()).isTrue();
    assertThat(report.lines()).isEmpty();
    assertThat(report.summary()).isEqualTo("no problems; 1 note, which --notes shows");
  }
}
