package io.github.feedwright.content.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.content.Rendered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MarkdownTest {
  private final Rendered post = Rendered.plain();

  @Test
  void listsNestAcrossLinesThatHoldNothingButATab() {
    String body =
        "Text:\n\n\t\n  * One\n\n\t\n    * under one\n\n\t\n    * too\n\n\t\n  * Two\n\nEnd.\n";
    assertThat(post.html(body))
        .isEqualTo(
            """
            <p>Text:</p>
            <ul>
            <li>
            <p>One</p>
            <ul>
            <li>
            <p>under one</p>
            </li>
            <li>
            <p>too</p>
            </li>
            </ul>
            </li>
            <li>
            <p>Two</p>
            </li>
            </ul>
            <p>End.</p>""");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- a\\n    - b ;; <ul>\\n<li>a\\n<ul>\\n<li>b</li>\\n</ul>\\n</li>\\n</ul>",
        "~~a~~ b~c~d ;; <p><del>a</del> b~c~d</p>",
        "a_b_c **d** ;; <p>a_b_c <strong>d</strong></p>",
        "```js\\nx < y\\n``` ;; <pre><code class=\"language-js\">x &lt; y\\n</code></pre>",
        "a  \\nb ;; <p>a<br>\\nb</p>",
        "&copy; &#8217; ;; <p>© ’</p>",
      })
  void itIsReadAsGitHubReadsIt(String row) {
    String[] parts = row.replace("\\n", "\n").split(" ;; ", 2);
    assertThat(post.html(parts[0].strip())).isEqualTo(parts[1].strip());
  }

  @Test
  void tablesTasksAndFootnotesAreUnderstood() {
    assertThat(post.html("|a|b|\n|:-|-|\n|c|d|"))
        .contains("<th align=\"left\">a</th>", "<td>d</td>");
    assertThat(post.html("- [ ] a\n- [x] b"))
        .contains("☐&#xa0;a", "☑&#xa0;b")
        .doesNotContain("<input");
    assertThat(post.html("a[^1]\n\n[^1]: note")).contains("<sup", ">note");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://ex.org            | http://ex.org/         | http://ex.org",
        "see https://ex.org/a.    | https://ex.org/a       | https://ex.org/a",
        "(https://ex.org/a_(b))   | https://ex.org/a_(b)   | https://ex.org/a_(b)",
        "**https://ex.org/a**     | https://ex.org/a       | https://ex.org/a",
        "https://ex.org/__a__.py  | https://ex.org/__a__.py| https://ex.org/__a__.py",
        "https://ex.org/?a=1&b=2  | https://ex.org/?a=1&amp;b=2 | https://ex.org/?a=1&amp;b=2",
        "<https://ex.org/b>       | https://ex.org/b       | https://ex.org/b",
        "www.ex.org/a?            | http://www.ex.org/a    | www.ex.org/a",
        "mail me@ex.org.          | mailto:me@ex.org       | me@ex.org",
        "https://ex.org/a。次     | https://ex.org/a       | https://ex.org/a",
      })
  void bareAddressesBecomeLinks(String body, String href, String label) {
    assertThat(post.html(body)).contains("<a href=\"" + href + "\">" + label + "</a>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "`http://ex.org` | <p><code>http://ex.org</code></p>",
        "[http://ex.org](/a) | <p><a href=\"https://blog.example.org/a\">http://ex.org</a></p>",
        "<a href=\"/a\">www.ex.org</a> | <p><a href=\"https://blog.example.org/a\">www.ex.org</a></p>",
        "a://b xhttp://ex.org www. @a a@b | <p>a://b xhttp://ex.org www. @a a@b</p>",
      })
  void whatIsNoBareAddressStays(String body, String html) {
    assertThat(post.html(body)).isEqualTo(html);
  }

  @Test
  void theSamePostGivesTheSameBytes() {
    String body = "# A\n\n[a](b) ![c](pic.png) <script>x</script> {{ y }} https://ex.org/\n";
    assertThat(post.of(body)).isEqualTo(post.of(body));
  }
}
