package io.github.feedwright.content.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.feedwright.content.limit.Budget;
import io.github.feedwright.generator.NoGenerator;
import io.github.feedwright.library.Posts;
import io.github.feedwright.settings.LimitSettings;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The examples of the specifications, which are not part of this project: a system property names
 * the file. Those that differ must be exactly those that {@code markdown.md} lists.
 */
final class SpecificationTest {
  private static final Path DOCUMENT = Path.of("src/site/markdown/markdown.md");

  private static final Pattern EXAMPLE =
      Pattern.compile("(?ms)^`{32} example[^\\n]*\\n(.*?)^\\.\\n(.*?)^`{32}$");

  private final LimitSettings limits = Posts.settings().limits();
  private final MarkdownRenderer markdown =
      new MarkdownRenderer(limits, NoGenerator.INSTANCE.markdown(null));

  @ParameterizedTest
  @CsvSource({
    "commonmark.examples, CommonMark's examples that differ, 600",
    "gfm.examples, GitHub's examples that differ, 20",
  })
  void onlyTheExamplesThatAreListedDiffer(String property, String heading, int least)
      throws IOException {
    String file = System.getProperty(property, "");
    assumeTrue(!file.isEmpty(), "-D" + property + " names no file of examples");
    List<MatchResult> examples =
        EXAMPLE.matcher(Files.readString(Path.of(file))).results().toList();
    assertThat(examples).hasSizeGreaterThan(least);
    Map<Integer, String> different = new TreeMap<>();
    for (int i = 0; i < examples.size(); i++) {
      String text = tabbed(examples.get(i).group(1));
      String expected = normal(tabbed(examples.get(i).group(2)));
      String actual = normal(html(text));
      // GitHub's word for an example that only has to end.
      if (!actual.equals(expected) && !expected.startsWith("<ignore>")) {
        different.put(i + 1, text + "expected: " + expected + "\nactual:   " + actual + "\n");
      }
    }
    assertThat(different.keySet())
        .as(() -> String.join("\n", different.entrySet().stream().map(Object::toString).toList()))
        .containsExactlyElementsOf(listed(heading));
  }

  private String html(String text) {
    return markdown.render(text, new Budget(limits.render(), () -> false));
  }

  /** The specifications show tabs as arrows. */
  private static String tabbed(String text) {
    return text.replace('→', '\t');
  }

  /**
   * HTML as a browser reads it, without the ids of headings and without blanks between blocks. The
   * addresses are encoded when the HTML is cleaned.
   */
  private static String normal(String html) {
    Document document = Jsoup.parseBodyFragment(html);
    document.outputSettings().prettyPrint(false);
    document.select("h1, h2, h3, h4, h5, h6").removeAttr("id");
    for (String name : List.of("href", "src")) {
      document.select("[" + name + "]").forEach(each -> each.attr(name, decoded(each.attr(name))));
    }
    document.body().stream()
        .flatMap(element -> element.textNodes().stream())
        .filter(text -> isOutsidePre(text.parent()))
        .toList()
        .forEach(SpecificationTest::collapse);
    return document.body().html();
  }

  private static String decoded(String address) {
    return URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static boolean isOutsidePre(@Nullable Node around) {
    return around instanceof Element element && element.closest("pre") == null;
  }

  private static void collapse(TextNode text) {
    String words = text.getWholeText().replaceAll("[ \\t\\n]+", " ");
    String left = isEdge(text.previousSibling(), text) ? words.replaceFirst("^ ", "") : words;
    text.text(isEdge(text.nextSibling(), text) ? left.replaceFirst(" $", "") : left);
  }

  /** Whether the neighbour of a text ends a line: a block, or the end of the block around it. */
  private static boolean isEdge(@Nullable Node neighbour, TextNode text) {
    Node around = neighbour == null ? text.parent() : neighbour;
    return around instanceof Element element && (element.isBlock() || element.nameIs("br"));
  }

  private static List<Integer> listed(String heading) throws IOException {
    String section = Files.readString(DOCUMENT).split("\n## " + heading + "\n", 2)[1];
    Matcher row = Pattern.compile("(?m)^\\| ([\\d, ]+) \\|").matcher(section.split("\n## ", 2)[0]);
    List<Integer> numbers = new ArrayList<>();
    while (row.find()) {
      for (String each : row.group(1).split(", ", -1)) {
        numbers.add(Integer.valueOf(each));
      }
    }
    return numbers.stream().sorted().toList();
  }
}
