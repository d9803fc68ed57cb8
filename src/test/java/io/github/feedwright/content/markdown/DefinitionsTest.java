package io.github.feedwright.content.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.content.Content;
import io.github.feedwright.content.Rendered;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DefinitionsTest {
  private final Rendered post = Rendered.plain();

  private static final List<String> FORMS =
      List.of(
          "[k%d]: https://ex.org/%<d",
          "[k%d]: https://ex.org/%<d_(a) \"Title %<d\"",
          "[k%d]: https://ex.org/%<d\n  'Title\n[below]: it'",
          "   [k%d]:\n<https://ex.org/%<d>",
          "[k%d]: https://ex.org/%<d 'Title'");

  private static String definitions(int count, String between) {
    return IntStream.range(0, count)
        .mapToObj(at -> FORMS.get(at % FORMS.size()).formatted(at))
        .collect(Collectors.joining(between));
  }

  private static String links(int count) {
    return IntStream.range(0, count)
        .mapToObj("[k%d]"::formatted)
        .collect(Collectors.joining(" ", "", "\n\n"));
  }

  @Test
  void aListOfAThousandDefinitionsIsRead() {
    Content content = post.of(links(1000) + definitions(1000, "\n"));
    assertThat(content.problems()).isEmpty();
    assertThat(content.html())
        .contains("<a href=\"https://ex.org/0\">k0</a>", "<a href=\"https://ex.org/995\">k995</a>")
        .contains("<a href=\"https://ex.org/996_(a)\" title=\"Title 996\">k996</a>")
        .doesNotContain("[k");
  }

  @Test
  void definitionsOnLinesOfTheirOwnAreThoseBetweenEmptyLines() {
    assertThat(post.html(links(60) + definitions(60, "\n") + "\nText [k1]."))
        .isEqualTo(post.html(links(60) + definitions(60, "\n\n") + "\n\nText [k1]."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[no definition", "[k1] is text", "[ ]: /blank", "- item", "[k70]: /a b c"})
  void whatIsNoDefinitionEndsThem(String line) {
    String text = line + "\n" + definitions(20, "\n");
    assertThat(post.html(links(60) + definitions(60, "\n") + "\n" + text))
        .isEqualTo(post.html(links(60) + definitions(60, "\n\n") + "\n\n" + text));
  }
}
