package io.github.feedwright.content.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.content.Rendered;
import io.github.feedwright.library.Posts;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.source.search.GeneratorSearch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Variables in a text whose values the post or the generator's configuration has. */
final class TemplateValuesTest {
  private static final String FIELDS =
      "link: https://ex.org/a?b=1&c=2\nmeta: {id: <i>7</i>}\nlist: [a]\nword: élan vital";

  private static Rendered of(String generator) {
    return Rendered.with("posts: {generator: " + generator + "}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "eleventy => [x]({{ link }}) => <p><a href=\"https://ex.org/a?b=1&amp;c=2\">x</a></p>",
        "eleventy => a {{ meta.id }} => <p>a <i>7</i></p>",
        "eleventy => a {{ meta.id | escape }} => <p>a &lt;i&gt;7&lt;/i&gt;</p>",
        "eleventy => [x](https://ex.org/{{ link | urlencode }}) => <p><a href=\"https://ex.org/https%3A%2F%2Fex.org%2Fa%3Fb%3D1%26c%3D2\">x</a></p>",
        "eleventy => [x](mailto:a@ex.org?subject={{ word | urlencode }}) => <p><a href=\"mailto:a@ex.org?subject=%C3%A9lan%20vital\">x</a></p>",
        "eleventy => [x](https://ex.org/?q={{ word | url_encode }}) => <p><a href=\"https://ex.org/?q=%C3%A9lan+vital\">x</a></p>",
        "jekyll => {{ page.word | capitalize }} => <p>Élan vital</p>",
        "eleventy => a {{ list }}{{ none }} b => <p>a  b</p>",
        "jekyll => a {{ page.meta.id }} => <p>a <i>7</i></p>",
        "jekyll => a {{ meta.id }}b => <p>a b</p>",
        "hexo => a {{ page.meta.id }}{{ meta.id }} => <p>a <i>7</i><i>7</i></p>",
        "hugo => a {{< param \"meta.id\" >}} => <p>a <i>7</i></p>",
        "hugo => a {{ link }} b => <p>a {{ link }} b</p>",
        "none => a {{ link }} b => <p>a {{ link }} b</p>",
        "eleventy => `{{ link }}` => <p><code>{{ link }}</code></p>",
      })
  void aVariableOfThePostHasTheValueOfItsField(String generator, String body, String html) {
    assertThat(of(generator).of(FIELDS, body).html().strip()).isEqualTo(html);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "{% assign x = \"a\" %}b {{ x }} => <p>b a</p>",
        "{% assign x = page.link | upcase | strip %}b `c` {{ x | safe | downcase }}=> <p>b <code>c</code> <a href=\"https://ex.org/a?b=1&amp;c=2\">https://ex.org/a?b=1&amp;c=2</a></p>",
        "{% capture x %}*a*{% endcapture %}b {{ x }} => <p>b <em>a</em></p>",
        "{% capture x %}{{ y }}{% endcapture %}b {{ x }}c => <p>b c</p>",
        "{% assign x = \"a\" %}{% assign x = y %}b {{ x }}c => <p>b c</p>",
      })
  void aVariableHasTheValueThatTheTextGaveIt(String body, String html) {
    assertThat(of("jekyll").of(FIELDS, body).html().strip()).isEqualTo(html);
  }

  @Test
  void aValueIsNotExpandedAgainAndItsScriptsAreRemoved() {
    assertThat(of("eleventy").of("x: '{{ x }} <script>y</script>'", "a {{ x }} b").html().strip())
        .isEqualTo("<p>a {{ x }}  b</p>");
  }

  @Test
  void jekyllsConfigurationGivesValues(@TempDir Path site) throws IOException {
    Files.writeString(site.resolve("_config.yml"), "title: T\nrepository: ex/ample\na: {b: c}\n");

    Settings settings = Posts.settings("site: {url: https://blog.example.org/}").withPosts(site);
    Rendered there = new Rendered(GeneratorSearch.resolved(settings), Rendered.plain().targets());

    assertThat(there.html("{{ site.repository }} {{ site.a.b }}{{ site.none }}"))
        .isEqualTo("<p>ex/ample c</p>");
  }
}
