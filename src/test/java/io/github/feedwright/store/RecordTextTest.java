package io.github.feedwright.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The same data give the same text, and other data another one. */
final class RecordTextTest {
  private record Pair(@Nullable String one, @Nullable Object other) {}

  private record Single(@Nullable String one) {}

  private static String text(@Nullable String one, @Nullable Object other) {
    return RecordText.of(new Pair(one, other));
  }

  @Test
  void noTwoRecordsLookAlike() {
    assertThat(
            List.of(
                text("ab", "c"),
                text("a", "bc"),
                text("a", null),
                text(null, "a"),
                text("-", null),
                text(null, "-"),
                text("a", ""),
                text("a", List.of("")),
                text("a", List.of("b", "c")),
                text("a", List.of("c", "b")),
                text("a", List.of("bc")),
                text("a", List.of(List.of("b"), "c")),
                text("a", Map.of("d", "e")),
                text("a", Map.of("e", "d")),
                text("a", new Single("b")),
                text("a", new Pair("b", null)),
                text("a\n1 b", null),
                text("a", "\n1 b")))
        .doesNotHaveDuplicates();
  }

  @Test
  void theOrderOfSetsAndMapsDoesNotCount() {
    assertThat(text("a", new LinkedHashSet<>(List.of("b", "c"))))
        .isEqualTo(text("a", new LinkedHashSet<>(List.of("c", "b"))));
    Map<String, String> one = new LinkedHashMap<>(Map.of("b", "1"));
    one.put("c", "2");
    Map<String, String> other = new LinkedHashMap<>(Map.of("c", "2"));
    other.put("b", "1");
    assertThat(text("a", one)).isEqualTo(text("a", other));
  }

  @Test
  void placesOfFilesDoNotCount() {
    assertThat(text("a", Path.of("b"))).isEqualTo(text("a", Path.of("c")));
  }

  @Test
  void aComponentCanBeLeftOut() {
    assertThat(RecordText.of(new Pair("a", "b"), part -> !part.getName().equals("other")))
        .isEqualTo(RecordText.of(new Pair("a", "c"), part -> !part.getName().equals("other")));
  }

  @Test
  void sharedPartsDifferWhereTheyDo() {
    RecordText texts = new RecordText(part -> true, Set.of(Single.class));
    String first = texts.text(new Pair("a", new Single("b")));
    assertThat(texts.text(new Pair("a", new Single("b")))).isEqualTo(first);
    assertThat(texts.text(new Pair("a", new Single("c")))).isNotEqualTo(first);
  }
}
