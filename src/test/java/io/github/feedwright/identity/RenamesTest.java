package io.github.feedwright.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.feedwright.text.PackedText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RenamesTest {
  private static final Instant DATE = Instant.parse("2024-02-01T10:00:00Z");

  private static String text(int seed) {
    return IntStream.range(0, 20)
        .mapToObj(line -> "Line " + line + " of text " + seed + " says this.")
        .collect(Collectors.joining("\n"));
  }

  private static PostTraits post(String path, String text) {
    return post(path, text, "/" + path, null, DATE);
  }

  private static PostTraits post(
      String path,
      String text,
      String permalink,
      @Nullable String number,
      Instant date,
      String... aliases) {
    String stem = path.substring(path.lastIndexOf('/') + 1).replace(".md", "");
    return new PostTraits(
        path,
        null,
        stem,
        TextHash.of(text),
        permalink,
        List.of(aliases),
        number,
        date,
        "T",
        PackedText.of(text));
  }

  @Test
  void aFileThatMovesToAnotherFolderIsKnownByItsStem() {
    Renames renames =
        Renames.between(List.of(post("a/x.md", text(1))), List.of(post("b/x.md", text(2))));
    assertThat(renames.formerPaths()).containsExactly(entry("b/x.md", "a/x.md"));
  }

  @Test
  void aFileWithAnotherNameDateAndTextIsKnownByItsGuid() {
    Renames renames =
        Renames.between(
            List.of(withGuid("a.md", DATE, "x:1"), withGuid("c.md", DATE, "x:2")),
            List.of(withGuid("b.md", DATE.plusSeconds(60), "x:1"), post("d.md", "D")));
    assertThat(renames.formerPaths()).containsExactly(entry("b.md", "a.md"));
  }

  /** Each takes the name of another one, in another folder, and a new one takes the last. */
  @Test
  void ofFilesThatAreRenamedTogetherTheTextTellsMoreThanTheStem() {
    Renames renames =
        Renames.between(
            List.of(numbered("a/x.md", 1), numbered("a/y.md", 2), numbered("a/z.md", 3)),
            List.of(
                numbered("b/y.md", 1),
                numbered("b/z.md", 2),
                numbered("last.md", 3),
                numbered("b/x.md", 4)));
    assertThat(renames.formerPaths())
        .containsOnly(
            entry("b/y.md", "a/x.md"), entry("b/z.md", "a/y.md"), entry("last.md", "a/z.md"));
    assertThat(renames.ambiguous()).isEmpty();
  }

  private static PostTraits numbered(String path, int number) {
    return titled(path, "T" + number, DATE.plusSeconds(number), text(number));
  }

  /** The new one is written on top of an old text. */
  @Test
  void aPostThatMovesAndIsEditedIsNotTheNewOneWithItsOldText() {
    PostTraits was = titled("12.md", "12", DATE, text(1));
    PostTraits moved = titled("archive/12.md", "12", DATE, text(1) + "\nClosed.");
    PostTraits next = titled("13.md", "13", DATE.plus(Duration.ofDays(7)), text(1));
    Renames renames = Renames.between(List.of(was), List.of(moved, next));
    assertThat(renames.formerPaths()).containsExactly(entry("archive/12.md", "12.md"));
    assertThat(renames.ambiguous()).isEmpty();
  }

  private static PostTraits titled(String path, String title, Instant date, String text) {
    PostTraits post = post(path, text, "/" + path, null, date);
    return new PostTraits(
        path,
        null,
        post.stem(),
        post.textHash(),
        "/" + path,
        List.of(),
        null,
        date,
        title,
        PackedText.of(text));
  }

  private static PostTraits withGuid(String path, Instant date, String guid) {
    return new PostTraits(
        path,
        guid,
        path,
        TextHash.of(path),
        "/" + path,
        List.of(),
        null,
        date,
        "T",
        PackedText.of(path));
  }

  @Test
  void aFileWithAnotherNameIsKnownByItsTextHoweverItsLinesEnd() {
    PostTraits was = post("a.md", text(1));
    PostTraits is =
        post(
            "b.md",
            "\n\n" + text(1).replace("\n", "  \r\n") + "\n",
            "/b/",
            null,
            DATE.plus(Duration.ofDays(1)));
    assertThat(Renames.between(List.of(was), List.of(is)).formerPaths())
        .containsExactly(entry("b.md", "a.md"));
  }

  @Test
  void shortTextsAreManyPosts() {
    PostTraits was = post("a.md", "Hello.", "/a/", null, DATE);
    PostTraits is = post("b.md", "Hello.", "/b/", null, DATE.plusSeconds(1));
    assertThat(Renames.between(List.of(was), List.of(is)).formerPaths()).isEmpty();
  }

  @Test
  void aPostAtTheFormerAddressOrThatLeadsFromItIsTheFormerPost() {
    PostTraits was = post("a.md", text(1), "/a/", null, DATE);
    PostTraits there = post("b.md", text(2), "/a/", null, DATE.plusSeconds(1));
    PostTraits leading = post("c.md", text(3), "/c/", null, DATE.plusSeconds(2), "/old/", "/a/");
    assertThat(Renames.between(List.of(was), List.of(there)).formerPaths())
        .containsExactly(entry("b.md", "a.md"));
    assertThat(Renames.between(List.of(was), List.of(leading)).formerPaths())
        .containsExactly(entry("c.md", "a.md"));
    Renames both = Renames.between(List.of(was), List.of(there, leading));
    assertThat(both.formerPaths()).isEmpty();
    assertThat(both.ambiguous()).containsOnlyKeys("b.md", "c.md");
  }

  @Test
  void wordpressNumbersATextOnce() {
    PostTraits was = post("a.md", text(1), "/a/", "17", DATE);
    PostTraits is = post("b.md", text(2), "/b/", "17", DATE.plusSeconds(1));
    assertThat(Renames.between(List.of(was), List.of(is)).formerPaths())
        .containsExactly(entry("b.md", "a.md"));
  }

  @ParameterizedTest
  @CsvSource({"20, true", "30, true", "60, false", "100, false"})
  void ofOneDateATextThatIsMuchTheSameIsTheSamePost(int edited, boolean isSame) {
    List<String> lines = new ArrayList<>(text(1).lines().toList());
    for (int line = 0; line < lines.size() * edited / 100; line++) {
      lines.set(line, "Now line " + line + " says something else instead.");
    }
    PostTraits was = post("a.md", text(1));
    PostTraits is = post("b.md", String.join("\n", lines));
    assertThat(Renames.between(List.of(was), List.of(is)).formerPaths().containsKey("b.md"))
        .isEqualTo(isSame);
    PostTraits later = post("b.md", String.join("\n", lines), "/b/", null, DATE.plusSeconds(1));
    assertThat(Renames.between(List.of(was), List.of(later)).formerPaths()).isEmpty();
  }

  private static PostTraits titled(String path, String title, Instant date, boolean isRemembered) {
    PackedText text = isRemembered ? null : PackedText.of(text(path.hashCode()));
    return new PostTraits(
        path, null, path, TextHash.of(path), "/" + path, List.of(), null, date, title, text);
  }

  @Test
  void ofOneDateATitleTellsWhereTheFormerTextIsNotKnownAnyMore() {
    Renames renames =
        Renames.between(
            List.of(
                titled("a.md", "A", DATE, true),
                titled("b.md", "B", DATE, true),
                titled("c.md", "C", DATE, true),
                titled("d.md", "D", DATE, false),
                titled("e.md", "", DATE, true),
                titled("f.md", "F", DATE, true),
                titled("g.md", "F", DATE, true)),
            List.of(
                titled("a2.md", "A", DATE, false),
                titled("b2.md", "B", DATE.plusSeconds(60), false),
                titled("c2.md", "Other", DATE, false),
                titled("d2.md", "D", DATE, false),
                titled("e2.md", "", DATE, false),
                titled("f2.md", "F", DATE, false)));
    assertThat(renames.formerPaths()).containsExactly(entry("a2.md", "a.md"));
    assertThat(renames.ambiguous()).containsExactly(entry("f2.md", Set.of("f.md", "g.md")));
  }

  @Test
  void aParagraphInOneLineIsComparedBySentences() {
    PostTraits was = post("a.md", text(1).replace('\n', ' '));
    PostTraits is = post("b.md", text(1).replace('\n', ' ').replace("Line 3 of", "Line three of"));
    assertThat(Renames.between(List.of(was), List.of(is)).formerPaths())
        .containsExactly(entry("b.md", "a.md"));
  }

  @Test
  void ofTwoTextsThatAreAboutAsMuchTheSameNeitherIs() {
    PostTraits was = post("a.md", text(1));
    PostTraits one = post("b.md", text(1).replace("Line 3 ", "Line three "));
    PostTraits other = post("c.md", text(1).replace("Line 4 ", "Line four "));
    Renames renames = Renames.between(List.of(was), List.of(one, other));
    assertThat(renames.formerPaths()).isEmpty();
    assertThat(renames.ambiguous())
        .isEqualTo(Map.of("b.md", Set.of("a.md"), "c.md", Set.of("a.md")));
  }

  @Test
  void ofTwoIdenticalFilesThatCameNeitherIsTheOneThatWent() {
    Renames renames =
        Renames.between(
            List.of(post("a.md", text(1))), List.of(post("b.md", text(1)), post("c.md", text(1))));
    assertThat(renames.formerPaths()).isEmpty();
    assertThat(renames.ambiguous())
        .isEqualTo(Map.of("b.md", Set.of("a.md"), "c.md", Set.of("a.md")));
  }

  @Test
  void anEarlierRuleThatLeavesSeveralDoesNotHinderALaterOne() {
    List<PostTraits> gone = new ArrayList<>();
    List<PostTraits> come = new ArrayList<>();
    for (int each = 0; each < 50; each++) {
      gone.add(post("old/" + each + "/README.md", text(each)));
      come.add(post("new/" + each + "/README.md", text(each)));
    }
    Renames renames = Renames.between(gone, come);
    assertThat(renames.formerPaths()).hasSize(50);
    assertThat(renames.formerPaths()).containsEntry("new/7/README.md", "old/7/README.md");
    assertThat(renames.ambiguous()).isEmpty();
  }

  @Test
  void theOrderInWhichTheyAreNamedDoesNotMatter() {
    List<PostTraits> gone = new ArrayList<>();
    List<PostTraits> come = new ArrayList<>();
    for (int each = 0; each < 100; each++) {
      gone.add(post("old-" + each + ".md", text(each % 90)));
      come.add(post("new-" + each + ".md", text(each % 95)));
    }
    Renames renames = Renames.between(gone, come);
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(gone, new Random(seed));
      Collections.shuffle(come, new Random(seed + 100));
      Renames other = Renames.between(gone, come);
      assertThat(other.formerPaths()).isEqualTo(renames.formerPaths());
      assertThat(other.ambiguous()).isEqualTo(renames.ambiguous());
    }
  }

  @Test
  @Timeout(20)
  void tenThousandPostsOfOneDateAreComparedInTime() {
    List<PostTraits> gone = new ArrayList<>();
    List<PostTraits> come = new ArrayList<>();
    for (int each = 0; each < 10_000; each++) {
      gone.add(post("old-" + each + ".md", text(each)));
      come.add(post("new-" + each + ".md", text(each) + "\nand more"));
    }
    assertThat(Renames.between(gone, come).ambiguous()).hasSize(10_000);
  }
}
