package io.github.feedwright.content.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.feedwright.content.Rendered;
import io.github.feedwright.library.Posts;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.source.search.GeneratorSearch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Of branches only the one is shown whose condition holds. */
final class BranchesTest {
  private static final String FIELDS =
      "word: abc\nnumber: 7\nzero: 0\nyes: true\nno: false\nempty:\nmeta: {id: x}\nlist: [x]";

  private static final String NOT_KNOWN =
      " asks for what is not known here, which is taken as false";

  private static Rendered of(String generator) {
    return Rendered.with("posts: {generator: " + generator + "}");
  }

  private static String html(String generator, String body) {
    return of(generator).of(FIELDS, body.replace("\\n", "\n")).html().strip();
  }

  /** Whether the text of an {@code if} is shown, and not that of its {@code else}. */
  private static boolean holds(String generator, String condition) {
    String html = html(generator, "a {% if " + condition + " %}b{% else %}c{% endif %}");
    assertThat(html).isIn("<p>a b</p>", "<p>a c</p>");
    return html.equals("<p>a b</p>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "page.yes | true",
        "page.no | false",
        "page.none | false",
        "page.empty | false",
        "page.zero | true",
        "page.meta.id | true",
        "page.word == \"abc\" | true",
        "page.word == 'b' | false",
        "page.word != 'b' | true",
        "page.none != 'b' | true",
        "page.none == nil | true",
        "page.word contains 'b' | true",
        "page.number > 6.5 | true",
        "page.number <= 6 | false",
        "page.none > 1 | false",
        "page.yes and page.word | true",
        "page.no or page.word | true",
        "page.no and page.yes or page.yes | false",
        "page.yes or page.no and page.no | true",
        "page.yes == true | true",
        "jekyll.environment == 'production' | true",
        "site.url == 'https://blog.example.org' | true",
        "page.url == '/2024/a/' | true",
        "page.tags[0] == 'a' | false",
        "page.word.size > 1 | true",
        " | false",
      })
  void aConditionOfLiquidIsDecided(String condition, boolean holds) {
    assertThat(holds("jekyll", condition)).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "zero, false",
        "number == \"7\", true",
        "number === \"7\", false",
        "\"x\" in list, true",
        "\"y\" in list, false",
        "list.length == 1, true",
        "not none, true",
        "not (yes and no), true",
        "no and yes or yes, true",
        "yes or no and no, true",
        "word === 'abc', true",
        "word !== 'abc', false",
        "(yes, false",
        "yes), false",
        "yes and, false",
        "yes no, false",
        "word | length, false",
        "f(yes), false",
      })
  void aConditionOfNunjucksIsDecided(String condition, boolean holds) {
    assertThat(holds("hexo", condition)).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a {% if x %}b{% endif %}c | <p>a c</p>",
        "a {% unless x %}b{% endunless %}c | <p>a bc</p>",
        "a {% unless page.yes %}b{% else %}c{% endunless %} | <p>a c</p>",
        "a {% if x %}b{% elsif page.yes %}c{% elsif y %}d{% else %}e{% endif %}f | <p>a cf</p>",
        "a {% if x %}b{% if y %}c{% else %}d{% endif %}e{% else %}f{% endif %} | <p>a f</p>",
        "a {% if page.yes %}b{% if y %}c{% else %}d{% endif %}e{% else %}f{% endif %} | <p>a bde</p>",
        "a {% if page.yes %}b{% for i in c %}d{% else %}e{% endfor %}f{% else %}g{% endif %} | <p>a bf</p>",
        "a {% if page.yes %}{% case x %}{% when 1 %}b{% else %}c{% endcase %}{% else %}d{% endif %} | <p>a c</p>",
        "a {% if x %}b{% raw %}{% endif %}{% endraw %}c{% endif %}d | <p>a d</p>",
        "a {% if x %}b `{% endif %}` c{% else %}d{% endif %} | <p>a d</p>",
        "a {% if x %}b{% comment %}{% else %}{% endcomment %}c{% endif %}d | <p>a d</p>",
        "a {% assign b = true %}{% if b %}c{% endif %} | <p>a c</p>",
        "a {% if x %}{% assign b = 'd' %}{% endif %}c{{ b }} | <p>a c</p>",
        "a {% if x %}b | <p>a b</p>",
        "a {% else %}b{% endif %}c | <p>a bc</p>",
        "a <!-- {% if x %} -->b<!-- {% endif %} -->c | <p>a c</p>",
        "a <!-- {% if page.yes %} -->b<!-- {% else %} -->c<!-- {% endif %} -->d | <p>a bd</p>",
        "a <!-- {% if x %}b{% endif %} -->c | <p>a c</p>",
        "a {% if x %}b{% else if x %}c{% else %}d{% endif %} | <p>a c</p>",
        "{% highlight liquid %}\\n{% raw %}\\n{% if x %}{{ b }}{% endif %}\\n{% endraw %}\\n{% endhighlight %} | <pre><code class=\"language-liquid\">{% if x %}{{ b }}{% endif %}</code></pre>",
        "{% highlight liquid %}a {% raw %}b{% endraw %} {% raw %}{% endhighlight %} | <pre><code class=\"language-liquid\">a b {% raw %}</code></pre>",
        "{% if x %}\\n```\\nb\\n```\\n{% endif %}\\n\\n*a* {{ page.word }} | <p><em>a</em> abc</p>",
        "[a](/{% if x %}b{% else %}c{% endif %}) | <p><a href=\"https://blog.example.org/c\">a</a></p>",
        "a\\n{%- if page.yes -%}\\n  b\\n{%- endif %} c | <p>ab c</p>",
        "{% highlight liquid %}{% if x %}b{% endif %}{% endhighlight %} | <pre><code class=\"language-liquid\">{% if x %}b{% endif %}</code></pre>",
      })
  void onlyTheBranchThatHoldsIsShown(String body, String html) {
    assertThat(html("jekyll", body).replace("\n</code>", "</code>")).isEqualTo(html);
  }

  /** The answers are those of Liquid 5.4.0. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a {% case page.number %}x{% when 7 %}b{% when 8 %}c{% else %}d{% endcase %}e | <p>a be</p>",
        "a {% case page.number %}{% when '7' %}b{% else %}d{% endcase %}e | <p>a de</p>",
        "a {% case page.word %}{% when 'x', 'abc' %}b{% else %}d{% endcase %}e | <p>a be</p>",
        "a {% case page.word %}{% when 'x' or 'abc' %}b{% else %}d{% endcase %}e | <p>a be</p>",
        "a {% case page.word %}{% when 'abc' %}b{% when 'abc' %}c{% else %}d{% endcase %}e | <p>a bce</p>",
        "a {% case page.word %}{% when 'x' %}b{% endcase %}e | <p>a e</p>",
        "a {% case page.nope %}{% when 'x' %}b{% else %}c{% endcase %}e | <p>a ce</p>",
        "a {% case page.nope %}{% when nil %}b{% else %}c{% endcase %}e | <p>a be</p>",
        "a {% case page.word %}{% when 'x' %}b{% else %}c{% when 'abc' %}d{% endcase %}e | <p>a cde</p>",
        "a {% case page.word %}{% else %}c{% when 'abc' %}d{% endcase %}e | <p>a cde</p>",
        "a {% case page.word %}{% when page.nope %}b{% else %}c{% endcase %}e | <p>a ce</p>",
        "a {% case page.word %}{% when 'abc' %}b{% case page.number %}{% when 7 %}c{% else %}d{% endcase %}{% else %}f{% endcase %}e | <p>a bce</p>",
        "a {% case page.word %}{% when 'abc' %}{% if page.nope %}b{% else %}c{% endif %}{% else %}f{% endcase %}e | <p>a ce</p>",
        "a {% case page.list.size %}{% when 1 %}b{% endcase %}e | <p>a be</p>",
        "a {% case true %}{% when page.yes %}b{% endcase %}e | <p>a be</p>",
        "a {% case page.list2 %}{% when empty %}b{% else %}c{% endcase %}e | <p>a ce</p>",
        "a {% case \"x\" %}{% when \"y\" %}b{% else %}c{% else %}d{% endcase %}e | <p>a cde</p>",
        "a {% case \"x\" %}{% when \"y\" %}b{% else %}c{% else %}d{% when \"x\" %}f{% endcase %}e | <p>a cdfe</p>",
        "a {% case page.word %}{% when 'abc' %}b{% else %}c{% when 'abc' %}d{% else %}f{% endcase %}e | <p>a bde</p>",
        "a {%- case page.word -%} {%- when 'abc' -%} b {%- endcase -%} e | <p>abe</p>",
        "a {% case page.word %}{% when \"a, b\", \"abc\" %}b{% endcase %}e | <p>a be</p>",
        "a {% case page.word %}{% when 'y' and 'abc' %}b{% else %}c{% endcase %}e | <p>a ce</p>",
        "a {% case page.word %}{% when abc %}b{% else %}c{% endcase %}e | <p>a ce</p>",
      })
  void ofACaseOnlyTheBranchThatHoldsIsShown(String body, String html) {
    assertThat(html("jekyll", body)).isEqualTo(html);
  }

  @ParameterizedTest
  @CsvSource({"none", "hugo", "pelican"})
  void wherePostsAreNoTemplatesAllOfThemIsShown(String generator) {
    assertThat(html(generator, "a {% if x %}b{% else %}c{% endif %}")).contains("b").contains("c");
  }

  @ParameterizedTest
  @CsvSource({"liquid, ab", "njk, b"})
  void eleventysConfigurationNamesTheLanguage(String language, String text, @TempDir Path site)
      throws IOException {
    Files.writeString(
        site.resolve("eleventy.config.js"),
        "export const config = {\n  markdownTemplateEngine: \"" + language + "\",\n};\n");
    Files.createDirectories(site.resolve("_data"));
    Files.writeString(site.resolve("_data/site.js"), "export default { zero: 0, name: 'N' };\n");
    Settings settings = Posts.settings("site: {url: https://blog.example.org/}").withPosts(site);
    Rendered there = new Rendered(GeneratorSearch.resolved(settings), Rendered.plain().targets());

    assertThat(there.html("{% if site.zero %}a{% endif %}b {{ site.name }}"))
        .isEqualTo("<p>" + text + " N</p>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "site.name == 'N' | true | true",
        "site.list contains 'a' | false | false",
        "site.made | false | false",
        "site.inner.none | false | false",
        "made | false | false",
        "made.x == nil | true | false",
      })
  void whatAScriptOfEleventyWouldComputeIsNotKnown(
      String condition, boolean holds, boolean isKnown, @TempDir Path site) throws IOException {
    Files.writeString(site.resolve("eleventy.config.js"), "export default {};\n");
    Files.createDirectories(site.resolve("_data"));
    Files.writeString(
        site.resolve("_data/site.js"),
        "export default { name: 'N', made: f(), inner: { x: 1 }, list: [ 'a' ] };\n");
    Files.writeString(
        site.resolve("_data/made.js"),
        "export default async () => { await f(); return { x: 1 } };\n");
    Settings settings = Posts.settings("site: {url: https://blog.example.org/}").withPosts(site);
    Rendered there = new Rendered(GeneratorSearch.resolved(settings), Rendered.plain().targets());
    String body = "{% if " + condition + " %}a{% else %}b{% endif %}";

    assertThat(there.html(body)).isEqualTo(holds ? "<p>a</p>" : "<p>b</p>");
    assertThat(there.problems(body).isEmpty()).isEqualTo(isKnown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{% if page.yes %}a{% else %}{{ x }}{% endif %}",
        "{% if page.no and x %}a{% endif %}",
        "{% if page.yes or x %}a{% elsif y %}b{% endif %}",
        "{% if page.none == nil or page.yes %}a{% endif %}",
      })
  void whatIsKnownIsNotReported(String body) {
    assertThat(of("jekyll").of(FIELDS, body).problems()).isEmpty();
  }

  @Test
  void whatIsNotKnownIsANote() {
    assertThat(of("jekyll").problems("a {% if x and y %}{{ z }}{% f %}{% endif %}"))
        .containsExactly("posts/2024-01-01-a.md:5: note: \"{% if x and y %}\"" + NOT_KNOWN);
  }

  @Test
  void aCaseOfWhatIsNotKnownIsANote() {
    assertThat(of("jekyll").problems("{% case x %}{% when 1 %}a{% else %}b{% endcase %}"))
        .containsExactly("posts/2024-01-01-a.md:5: note: \"{% case x %}\"" + NOT_KNOWN);
    assertThat(of("jekyll").problems("{% assign x = 1 %}{% case x %}{% when 1 %}a{% endcase %}"))
        .isEmpty();
  }

  @Test
  void muchTextThatIsLeftOutIsAWarning() {
    String paragraph = "Words of a post. ".repeat(30);

    assertThat(
            of("jekyll")
                .problems(
                    "{% if x %}a{% else %}b{% endif %}\n\n{% if y %}" + paragraph + "{% endif %}"))
        .containsExactly(
            "posts/2024-01-01-a.md:5: note: \"{% if x %}\"" + NOT_KNOWN,
            "posts/2024-01-01-a.md:7: warning: \"{% if y %}\""
                + NOT_KNOWN
                + "; 509 characters are left out, which begin "
                + "\"Words of a post. Words of a post. Words of a post. Words of …\"; write out what"
                + " is to be shown");
  }

  @Test
  void manyBranchesInEachOtherAreReadInTime() {
    int many = 10_000;
    String known = "{% if page.yes %}".repeat(many) + "a" + "{% endif %}".repeat(many) + "b";
    String unknown = "{% if x %}".repeat(many) + "a" + "{% else %}c{% endif %}".repeat(many) + "b";
    String open = "{% if page.yes %}".repeat(many) + "a" + "{% endunless %}".repeat(many) + "b";
    String code = "{% if x %}```{% endif %}\n\n".repeat(3_000) + "b";

    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          assertThat(html("jekyll", known)).isEqualTo("<p>ab</p>");
          assertThat(html("jekyll", unknown)).isEqualTo("<p>cb</p>");
          assertThat(html("jekyll", open)).isEqualTo("<p>ab</p>");
          assertThat(html("jekyll", code)).contains("b");
        });
  }

  @Test
  void aConditionOfManyParenthesesIsNotRead() {
    String body = "a {% if " + "(".repeat(400) + "yes" + ")".repeat(400) + " %}b{% endif %}c";

    assertThat(html("hexo", body)).isEqualTo("<p>a c</p>");
  }
}
