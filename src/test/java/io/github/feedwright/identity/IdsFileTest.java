package io.github.feedwright.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.problem.Problem;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class IdsFileTest {
  private static final OffsetDateTime DATE = OffsetDateTime.parse("2013-07-12T13:35:41+02:00");

  private static List<String> problems(IdsFile file, String... gone) {
    return file.problems(path -> !List.of(gone).contains(path)).stream()
        .map(Problem::toString)
        .toList();
  }

  private static @Nullable RecordedId of(IdsFile file, String path, String... gone) {
    return file.of(path, each -> !List.of(gone).contains(each));
  }

  @Test
  void eachLineIsAPathItsIdWhenItWasPublishedAndWhy() {
    IdsFile file =
        IdsFile.read(
            """
            # Ids that hold

            a/x.md\thttp://old.example.org/?p=17\t2013-07-12T13:35:41+02:00\tfrom the WordPress export
            b.md\t5f3c9a2be1
            """);
    assertThat(of(file, "a/x.md"))
        .isEqualTo(
            new RecordedId(
                "a/x.md", "http://old.example.org/?p=17", DATE, "from the WordPress export"));
    assertThat(of(file, "b.md")).isEqualTo(new RecordedId("b.md", "5f3c9a2be1", null, ""));
    assertThat(of(file, "c.md")).isNull();
    assertThat(problems(file)).isEmpty();
  }

  @Test
  void whatIsWrongWithALineIsSaidWithItsNumberAndCostsNoOther() {
    IdsFile file =
        IdsFile.read(
            """
            a.md\tx:1\tyesterday
            b.md x:2
            \tx:3
            d.md\tx:1
            a.md\tx:5
            f.md\tx:6\r
            g.md\tx:7\r
            """);
    assertThat(problems(file))
        .containsExactlyInAnyOrder(
            "ids.tsv:1: error: published: \"yesterday\" is not a time such as"
                + " 2013-07-12T13:35:41Z; the id counts, but fix the time, or leave it out",
            "ids.tsv:2: error: \"b.md x:2\" is not a path and an id with a tab between them; fix"
                + " or remove"
                + " it",
            "ids.tsv:3: error: \"x:3\" is not a path and an id with a tab between them; fix or"
                + " remove it",
            "ids.tsv:4: error: the id \"x:1\" is already on line 1, which counts; remove one of"
                + " the two",
            "ids.tsv:5: error: the path \"a.md\" is already on line 1, which counts; remove one"
                + " of the two",
            "ids.tsv:6: warning: the line ends with CR LF; save the file with LF only");
    assertThat(of(file, "a.md")).isEqualTo(new RecordedId("a.md", "x:1", null, ""));
    assertThat(of(file, "d.md")).isNull();
    assertThat(of(file, "f.md")).isEqualTo(new RecordedId("f.md", "x:6", null, ""));
    assertThat(of(file, "g.md")).isEqualTo(new RecordedId("g.md", "x:7", null, ""));
  }

  @Test
  void aLineOfNoPostIsReported() {
    IdsFile file = IdsFile.read("b.md\tx:2\n\na.md\tx:1\n");
    assertThat(problems(file, "b.md"))
        .containsExactly(
            "ids.tsv:1: warning: there is no post \"b.md\"; fix the path, or remove the line");
  }

  /** A file may be missing for a moment only, so its line stays. */
  @Test
  void ofLinesWithOneIdTheFirstWhosePostIsThereCounts() {
    IdsFile file = IdsFile.read("a.md\tx:1\nb.md\tx:1\nc.md\tx:1\nd.md\tx:2\n");
    assertThat(of(file, "a.md")).isNotNull();
    assertThat(of(file, "b.md")).isNull();
    assertThat(of(file, "b.md", "a.md")).isEqualTo(new RecordedId("b.md", "x:1", null, ""));
    assertThat(of(file, "c.md", "a.md")).isNull();
    assertThat(file.rivals("b.md")).containsExactly("a.md", "b.md", "c.md");
    assertThat(file.rivals("d.md")).isEmpty();
    assertThat(problems(file, "a.md", "d.md"))
        .containsExactly(
            "ids.tsv:1: warning: there is no post \"a.md\", and b.md has its id; remove the line",
            "ids.tsv:3: error: the id \"x:1\" is already on line 2, which counts; remove one of"
                + " the two",
            "ids.tsv:4: warning: there is no post \"d.md\"; fix the path, or remove the line");
  }

  @Test
  void aPathMeansTheFileInEitherSpellingOfUnicode() {
    assertThat(of(IdsFile.read("gro\u0308\u00dfe.md\tx:1\n"), "gr\u00f6\u00dfe.md")).isNotNull();
    assertThat(of(IdsFile.read("\uFEFFgr\u00f6\u00dfe.md\tx:1\n"), "gro\u0308\u00dfe.md"))
        .isNotNull();
  }

  @Test
  void whatIsWrittenIsSortedByPathAndKeepsCommentsAndLinesThatWereNotUnderstood() {
    IdsFile file =
        IdsFile.read("# Head\n\n# of c\nc.md\tx:3\tbad\nnot a line\nb.md\tx:2\n# tail\n");
    assertThat(
            file.with(
                List.of(
                    new RecordedId("c.md", "x:4", DATE, "renamed from old.md"),
                    new RecordedId("a.md", "x:1", null, ""))))
        .isEqualTo(
            """
            # Head

            a.md\tx:1
            not a line
            b.md\tx:2
            # of c
            c.md\tx:4\t2013-07-12T13:35:41+02:00\trenamed from old.md
            # tail
            """);
  }

  @Test
  void anIdMovesFromTheLineOfAFormerPathWithItsComment() {
    IdsFile file = IdsFile.read("# of a\na.md\tx:1\nb.md\tx:2\nc.md\tx:1\nd.md\tx:4\n");
    String text =
        file.with(
            List.of(
                new RecordedId("z.md", "x:1", DATE, "published before"),
                new RecordedId("b.md", "x:4", null, ""),
                new RecordedId("d.md", "x:2", null, "")));
    assertThat(text)
        .isEqualTo(
            """
            b.md\tx:4
            d.md\tx:2
            # of a
            z.md\tx:1\t2013-07-12T13:35:41+02:00\tpublished before
            """);
    assertThat(problems(IdsFile.read(text))).isEmpty();
  }

  @Test
  void aNewFileSaysWhatItIs() {
    String text = IdsFile.EMPTY.with(List.of(new RecordedId("a.md", "x:1", null, "")));
    assertThat(text)
        .isEqualTo(
            "# Ids of posts that their file names do not give: path, id, published, note; tabs"
                + " between.\n\na.md\tx:1\n");
    assertThat(problems(IdsFile.read(text))).isEmpty();
    assertThat(IdsFile.EMPTY.with(List.of())).isEmpty();
  }
}
