package io.github.feedwright.content.shortcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.feedwright.content.Rendered;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tags {@code raw} on the lines of fences, which are fences when the tags are gone. */
final class FencedRawTest {
  private static String html(String generator, String body) {
    return Rendered.with("posts: {generator: " + generator + "}")
        .html(body.replace("\\n", "\n"))
        .replace("\n", "\\n");
  }

  /** The text after it is no code: what it holds is run. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{% raw %}```yaml\\na: {{ b }}\\n```{% endraw %} | a: {{ b }}\\n",
        "{% raw %}```yaml\\na: {{ b }}\\n\\nc\\n```{% endraw %} | a: {{ b }}\\n\\nc\\n",
        "{% raw %}```yaml\\na\\n\\nb: {{ b }}\\n```\\n{% endraw %} | a\\n\\nb: {{ b }}\\n",
        "{% raw %}\\n```yaml\\na\\n\\nb: {{ b }}\\n```{% endraw %} | a\\n\\nb: {{ b }}\\n",
        "```yaml {% raw %}\\na: {{ b }}\\n{% endraw %}``` | a: {{ b }}\\n",
        "```yaml{% raw %}\\na: {{ b }}\\n\\nc\\n{% endraw %}\\n``` | a: {{ b }}\\n\\nc\\n\\n",
        "```{% raw %}yaml\\na: {{ b }}\\n```{% endraw %} | a: {{ b }}\\n",
        "```yaml {% raw %}\\na: {{ b }}\\n```\\n{% endraw %} | a: {{ b }}\\n",
        "```yaml\\n{% raw %}a: {{ b }}\\n```{% endraw %} | a: {{ b }}\\n",
        "~~~yaml\\n{%- raw -%}\\na: {{ b }}\\n~~~ {% endraw %} | a: {{ b }}\\n",
        "{% raw %}\\n```yaml\\n{{ b }}\\n```{% endraw %} | {{ b }}\\n",
        "```yaml {% raw %}\\n\\n{{ b }}\\n\\n```{% endraw %} | \\n{{ b }}\\n\\n",
        "{% raw %}~~~ yaml\\na: {{ b }}\\n\\nc\\n~~~{% endraw %} | a: {{ b }}\\n\\nc\\n",
      })
  void theFenceIsWhatTheTagsLeave(String body, String code) {
    assertThat(html("jekyll", "a\\n\\n" + body + "\\n\\n*b* {{ site.title }}{% x %}"))
        .isEqualTo(
            "<p>a</p>\\n<pre><code class=\"language-yaml\">"
                + code
                + "</code></pre>\\n<p><em>b</em> Example &amp; Sons</p>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "- a\\n\\n  {% raw %}```yaml\\n  {{ b }}\\n\\n  c\\n  ```{% endraw %}\\n- d {{ x }} |"
            + " <ul>\\n<li>\\n<p>a</p>\\n<pre><code class=\"language-yaml\">{{ b }}\\n\\nc\\n</code></pre>"
            + "\\n</li>\\n<li>\\n<p>d</p>\\n</li>\\n</ul>",
        "> ```yaml {% raw %}\\n> {{ b }}\\n> ```\\n> {% endraw %}\\n\\nd {{ x }} |"
            + " <blockquote>\\n<pre><code class=\"language-yaml\">{{ b }}\\n</code></pre>\\n</blockquote>"
            + "\\n<p>d</p>",
        "{% raw %}```yaml\\n{{ b }}\\n```\\n{{ c }} {% endraw %}d |"
            + " <pre><code class=\"language-yaml\">{{ b }}\\n</code></pre>\\n<p>{{ c }} d</p>",
        "{% raw %}```yaml\\n```{% endraw %} | <pre><code class=\"language-yaml\"></code></pre>",
      })
  void itIsSoInListsAndQuotationsAndBesideText(String body, String html) {
    assertThat(html("jekyll", body)).isEqualTo(html);
  }

  @Test
  void severalFencesAreOneAfterTheOther() {
    String fence =
        "{% raw %}```\\n{{ b }}\\n\\n{{ c }}\\n```{% endraw %}\\n\\n*d* {{ site.title }}\\n\\n";

    assertThat(html("jekyll", fence.repeat(3)))
        .isEqualTo(
            ("<pre><code>{{ b }}\\n\\n{{ c }}\\n</code></pre>\\n<p><em>d</em> Example &amp; Sons</p>\\n")
                .repeat(3)
                .replaceAll("\\\\n$", ""));
  }

  @ParameterizedTest
  @CsvSource({"jekyll", "none"})
  void tagsInCodeInALineAreAsTheyWere(String generator) {
    assertThat(html(generator, "`{% raw %}` and `{% endraw %}`"))
        .isEqualTo("<p><code>{% raw %}</code> and <code>{% endraw %}</code></p>");
  }

  @Test
  void manyFencesAreReadInTime() {
    String fence = "{% raw %}```\\n{{ b }}\\n\\n{{ c }}\\n```{% endraw %}\\n\\nText.\\n\\n";

    assertTimeoutPreemptively(Duration.ofSeconds(30), () -> html("jekyll", fence.repeat(10_000)));
  }
}
