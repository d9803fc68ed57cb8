package io.github.feedwright.content.shortcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.feedwright.content.Rendered;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tags that a generator would run are not shown, and text between them is. */
final class GeneratorTagsTest {
  private static Rendered of(String generator) {
    return Rendered.with("posts: {generator: " + generator + "}");
  }

  private static String text(String written) {
    return written.replace("\\n", "\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jekyll | a {% assign x = 1 %}b | <p>a b</p>",
        "jekyll | a {% capture x %}hidden{% endcapture %}b | <p>a b</p>",
        "jekyll | {% note %}\\n\\nText\\n\\n{% endnote %} | <p>Text</p>",
        "jekyll | a {{ func(1) }}b | <p>a b</p>",
        "jekyll | `{% note %}` | <p><code>{% note %}</code></p>",
        "hexo | a {% nonsense 1 %}b{% endnonsense %} | <p>a b</p>",
        "hugo | a {{< note >}}*b*{{< /note >}} | <p>a <em>b</em></p>",
        "hugo | a {% kept %} | <p>a {% kept %}</p>",
        "zola | a {{ note(x=1) }}b {% q() %}c{% end %} | <p>a b c</p>",
        "eleventy | {% set x = 1 %}a | <p>a</p>",
        "none | a {% kept %} | <p>a {% kept %}</p>",
        "jekyll | {% figure a.png \"Words\" %} | <img src=\"https://blog.example.org/2024/a/a.png\" title=\"Words\">",
      })
  void whatItWouldRunIsLeftOut(String generator, String body, String html) {
    assertThat(of(generator).html(text(body))).isEqualTo(html);
  }

  @Test
  void aCaptionWithEscapedQuotationMarksIsWhole() {
    assertThat(of("hugo").html("{{< figure src=\"https://ex.org/a.png\" caption=\"a \\\" b\" >}}"))
        .contains("<figcaption>a \" b</figcaption>");
  }

  @Test
  void aTagIsReportedInTheSameWordsWhereverItIs() {
    List<String> problems = of("jekyll").problems("a {% note 1 %} b {% note 2 %}\n\n{% set x %}");

    assertThat(problems)
        .containsExactly(
            "posts/2024-01-01-a.md:5: warning: {% note %} is not known and is left out; write out"
                + " what it shows");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jekyll | {% note %}\\n\\nA\\n\\n{% endnote %} | {% note %}",
        "hugo | {{% alert title=1 %}}A{{% /alert %}} | {{% alert %}}",
        "zola | {% q() %}A{% end %} | {% q %}",
      })
  void aTagThatOnlySurroundsTextIsANote(String generator, String body, String tag) {
    assertThat(of(generator).problems(text(body)))
        .containsExactly(
            "posts/2024-01-01-a.md:5: note: "
                + tag
                + " is not known and is left out; the text up to its end is kept");
  }

  @Test
  void aLoopIsReportedOnceAndNotForEachOfItsVariables() {
    assertThat(
            of("jekyll")
                .problems(
                    "{% for a in b %}{% assign u = a | append: 'x' %}{{ a.name }}{{ u }}{{ a }}"
                        + "{% else %}none{% endfor %}"))
        .containsExactly(
            "posts/2024-01-01-a.md:5: warning: {% for %} is not run, and the text up to its end is"
                + " left out; write out its text");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jekyll | a {% for i in is %}[#{{ i }}]({{ base }}/{{ i }}){% endfor %}b | <p>a b</p>",
        "jekyll | a {% for x in y %}b{% for z in x %}c{% endfor %}d{% endfor %}e | <p>a e</p>",
        "jekyll | <table>{% tablerow x in y %}{{ x }}{% endtablerow %}</table>a | <table></table>a",
        "eleventy | {% for x in y %}- {{ x }}{% else %}none{% endfor %}a | <p>a</p>",
        "eleventy | {% macro field(x) %}<b>{{ x }}</b>{% endmacro %}a | <p>a</p>",
        "jekyll | a {% for x in y %}b | <p>a b</p>",
        "jekyll | `{% for x in y %}` a `{% endfor %}` |"
            + " <p><code>{% for x in y %}</code> a <code>{% endfor %}</code></p>",
        "hugo | {% for x in y %}a{% endfor %} | <p>{% for x in y %}a{% endfor %}</p>",
        "none | {% for x in y %}a{% endfor %} | <p>{% for x in y %}a{% endfor %}</p>",
      })
  void theTextOfALoopIsLeftOut(String generator, String body, String html) {
    assertThat(of(generator).html(text(body))).isEqualTo(html);
  }

  @Test
  void manyLoopsInEachOtherAreReadInTime() {
    String body = "{% for x in y %}".repeat(20_000) + "a" + "{% endfor %}".repeat(20_000) + "b";

    assertTimeoutPreemptively(
        Duration.ofSeconds(30), () -> assertThat(of("jekyll").html(body)).isEqualTo("<p>b</p>"));
  }

  @Test
  void aLinkToAPageThatIsNoPostIsReportedWithItsName() {
    assertThat(of("jekyll").problems("[a]({% link _docs/a.md %}) [b]({% link _docs/b.md %})"))
        .containsExactly(
            "posts/2024-01-01-a.md:5: warning: \"{% link _docs/a.md %}\" leads to no post and is"
                + " left out; write the address of its page",
            "posts/2024-01-01-a.md:5: warning: \"{% link _docs/b.md %}\" leads to no post and is"
                + " left out; write the address of its page");
  }

  @Test
  void aLinkToAFileIsItsAddress() {
    assertThat(of("jekyll").html("[a]({% link assets/a.pdf %})"))
        .isEqualTo("<p><a href=\"https://blog.example.org/assets/a.pdf\">a</a></p>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{% codeblock A title lang:js %} | A title | js",
        "{% codeblock lang:js line_number:false A `title` %} | A title | js",
        "{% codeblock _config.yml %} | _config.yml | plaintext",
        "{% codeblock %} | | ",
        "{% codeblock lang:js %} | | js",
      })
  void aBlockOfCodeHasHexosTitle(String tag, @Nullable String title, @Nullable String language) {
    String caption = title == null ? "" : "<figure><figcaption>" + title + "</figcaption>";
    String code = language == null ? "<pre><code>" : "<pre><code class=\"language-" + language;

    assertThat(of("hexo").html(tag + "\na\n{% endcodeblock %}").replaceAll("\\n", ""))
        .startsWith(caption + code);
    assertThat(of("none").html(tag + "\na\n{% endcodeblock %}")).doesNotContain("figure");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jekyll | {% embed https://ex.org/v %} | https://ex.org/v",
        "hugo | {{< gslides \"https://ex.org/s\" >}} | https://ex.org/s",
        "eleventy | {% original link %} | https://ex.org/own",
        "hugo | {{% slideshare 12 %}} | https://www.slideshare.net/slideshow/embed_code/12",
        "jekyll | {% include video id=\"a\" provider=\"youtube\" %} | https://www.youtube.com/watch?v=a",
        "jekyll | {% include embeds/youtube.html id=\"a\" %} | https://www.youtube.com/watch?v=a",
      })
  void aTagOnALineOfItsOwnThatNamesAnAddressIsALink(String generator, String body, String address) {
    assertThat(of(generator).of("link: https://ex.org/own", "{{ x }}\n\n" + body).html())
        .contains("<a href=\"" + address + "\">" + address + "</a>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jekyll | {% youtube \"https://youtu.be/abc\" %} | https://youtu.be/abc",
        "jekyll | {% vimeo https://vimeo.com/12 %} | https://vimeo.com/12",
        "jekyll | {% youtube https://youtube.com/watch?v=abc 640 360 %} | https://youtube.com/watch?v=abc",
        "jekyll | {% gist https://gist.github.com/me/12 %} | https://gist.github.com/me/12",
        "eleventy | {% youtubeEmbed \"abc\" %} | https://www.youtube.com/watch?v=abc",
        "hugo | {{< lite-youtube \"abc\" >}} | https://www.youtube.com/watch?v=abc",
        "zola | {{ vimeo_player(id=\"12\") }} | https://vimeo.com/12",
      })
  void aPlayerIsKnownByItsSiteAndItsAddress(String generator, String tag, String address) {
    assertThat(of(generator).html("a " + tag + " b"))
        .isEqualTo("<p>a <a href=\"" + address + "\">" + address + "</a> b</p>");
    assertThat(of(generator).problems("a " + tag + " b")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{% embed \"https://ex.org/a\", true %}",
        "{% embed \"https://ex.org/a\", false, \"opengraph\" %}",
        "{% embed None \"https://ex.org/a\" %}",
      })
  void aSwitchOfATagIsNotTheWordsOfALink(String tag) {
    assertThat(of("eleventy").html("a " + tag))
        .doesNotContainIgnoringCase(">true<", ">false<", ">none<");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "eleventy | {% indieweblink \"Ada: a life\", \"https://ex.org/\" %}",
        "hugo | {{< button \"https://ex.org/\" \"Ada: a life\" >}}",
        "zola | {{ link(text=\"Ada: a life\", url=\"https://ex.org/\") }}",
      })
  void aTagOfWordsAndAnAddressIsALink(String generator, String tag) {
    String link = "<a href=\"https://ex.org/\">Ada: a life</a>";
    assertThat(of(generator).html("a " + tag + " b\n\n" + tag))
        .isEqualTo("<p>a " + link + " b</p>\n<p>" + link + "</p>");
    assertThat(of(generator).problems("a " + tag + " b"))
        .singleElement()
        .asString()
        .contains("note: ")
        .endsWith(" is not known; what it names is shown as an image or a link");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "eleventy | [a]({% url \"Ada\", \"https://ex.org/\" %}) | <p><a href=\"https://blog.example.org/2024/a/\">a</a></p>",
        "eleventy | <a title=\"{% url 'Ada', 'https://ex.org/' %}\">a</a> | <p><a title=\"\">a</a></p>",
        "eleventy | a {% icon \"fa:heart\", \"/x\" %}b | <p>a b</p>",
        "hugo | [a]({{< ref \"/posts/a\" \"html\" >}}) | <p><a href=\"https://blog.example.org/2024/a/\">a</a></p>",
      })
  void aTagInAnAddressIsNoLink(String generator, String body, String html) {
    assertThat(of(generator).html(body)).isEqualTo(html);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "eleventy | a {% indieweblink \"Ada <b>\" %}, b | <p>a Ada &lt;b&gt;, b</p>",
        "eleventy | {% codetitle \"Liquid, Nunjucks\", \"Syntax\" %} | <p>Liquid, Nunjucks</p>",
        "zola | a {{ badge(text=\"In use\") }} b | <p>a In use b</p>",
        "eleventy | a {% svg \"icon icon-large\" %}b | <p>a b</p>",
        "eleventy | a {% thing \"Ada\" %}b | <p>a b</p>",
        "eleventy | [a](/{% thing \"Ada B\" %}b) | <p><a href=\"https://blog.example.org/b\">a</a></p>",
      })
  void theWordsThatATagBeginsWithAreShown(String generator, String body, String html) {
    assertThat(of(generator).html(body)).isEqualTo(html);
  }

  @Test
  void theWordsOfATagAreANote() {
    assertThat(of("eleventy").problems("a {% person \"Ada Example\" %}"))
        .containsExactly(
            "posts/2024-01-01-a.md:5: note: {% person %} is not known; its words are shown as text");
  }

  @ParameterizedTest
  @CsvSource({"{% indieAvatar 'x' %}", "{% communityavatar x %}", "{% icon 'fa:heart' %}"})
  void aPictureThatNobodyMissesIsANote(String tag) {
    assertThat(of("eleventy").problems("a " + tag + " b"))
        .singleElement()
        .asString()
        .startsWith("posts/2024-01-01-a.md:5: note: ")
        .endsWith(" is not known and is left out");
  }

  @Test
  void aTagWithinALineThatNamesAnAddressIsLeftOut() {
    assertThat(of("jekyll").html("a {% avatar \"https://ex.org/\" %}b")).isEqualTo("<p>a b</p>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jekyll | {% include figure.html image_path=\"https://ex.org/a.png\" caption=\"C\" %}",
        "jekyll | {% responsive path: https://ex.org/a.png caption: C %}",
        "hugo | {{% img src=\"https://ex.org/a.png\" caption=\"C\" %}}",
        "zola | {{ photo(src=\"https://ex.org/a.png\", caption=\"C\") }}",
      })
  void aTagOnALineOfItsOwnThatNamesAnImageIsOne(String generator, String body) {
    assertThat(of(generator).html(body))
        .contains("<img src=\"https://ex.org/a.png\" alt=\"C\"><figcaption>C</figcaption>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jekyll | {% image https://ex.org/a.png class=\"x\" alt=\"A b\" %} | alt=\"A b\"",
        "eleventy | {% image \"https://ex.org/a.png\", \"It's a\", \"(min-width: 30em) 50vw\" %} | alt=\"It's a\"",
        "jekyll | {% img left https://ex.org/a.png 350 350 \"T\" \"A\" %} | title=\"T\" alt=\"A\"",
        "hexo | {% img left https://ex.org/a.png 350 350 \"T\" \"A\" %} | title=\"T A\"",
        "jekyll | {% picture default https://ex.org/a.png --alt Some words --img x %} | alt=\"Some words\"",
        "jekyll | {% include image.html url=\"https://ex.org/a.png\" description=\"D\" %} | alt=\"D\"",
        "hugo | {{< figure src=`https://ex.org/a.png` alt=`a \"b\"` >}} | alt=\"a &quot;b&quot;\"",
      })
  void theWordsOfAnImageAreThoseOfItsTag(String generator, String tag, String words) {
    assertThat(of(generator).html(tag))
        .contains("<img src=\"https://ex.org/a.png\" " + words + ">");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jekyll | {% figure caption:\"A *c*\" class:\"x\" %}\\n*b*\\n{% endfigure %}",
        "eleventy | {% figure caption=\"A *c*\" %}*b*{% endfigure %}",
        "hugo | {{< figure caption=\"A *c*\" >}}\\n*b*\\n{{< /figure >}}",
      })
  void aFigureAroundATextKeepsItsCaption(String generator, String body) {
    assertThat(of(generator).html("a\n\n" + text(body) + "\n\nd").replace("\n", ""))
        .isEqualTo(
            "<p>a</p><figure><p><em>b</em></p><figcaption>A *c*</figcaption></figure><p>d</p>");
    assertThat(of(generator).problems(text(body))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "caption=\"*a* [b](https://ex.org) & `c`\" |"
            + "  alt=\"a b &amp; c\" | <em>a</em> <a href=\"https://ex.org/\">b</a> &amp; <code>c</code>",
        "caption=\"a \\\"b\\\"\" attr=\"*c*\" attrlink=\"/d\" |"
            + " alt=\"a &quot;b&quot;\" | a \"b\" <a href=\"https://blog.example.org/d\"><em>c</em></a>",
        "alt=\"*a*\" caption=\"a\\n\\nb\" | alt=\"*a*\" | <p>a</p> <p>b</p>",
        "title=\"*a*\" caption=\"b\" | alt=\"b\" | <strong>*a*</strong> b",
        "caption=\"<script>a</script>b\" | alt=\"ab\" | b",
      })
  void theCaptionOfHugosFigureIsMarkdown(String arguments, String alt, String caption) {
    assertThat(of("hugo").html("{{< figure src=\"/a.png\" " + text(arguments) + " >}}"))
        .isEqualTo(
            "<figure><img src=\"https://blog.example.org/a.png\" "
                + alt
                + "><figcaption>"
                + caption
                + "</figcaption></figure>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hugo | a {{ and }} b",
        "pelican | a {% thing %} b",
        "jekyll | a {% include x.html %} b",
        "eleventy | a {% set x = 1 %} b",
      })
  void whatTheGeneratorShowsOrPrintsNothingForIsNotReported(String generator, String body) {
    assertThat(of(generator).problems(body)).isEmpty();
  }

  @Test
  void valuesInQuotationMarksAreOneKindOfTag() {
    assertThat(of("eleventy").html("{{ \"a\" | year }} and {{ 'b' | url }}"))
        .isEqualTo("<p>a and b</p>");
    assertThat(of("eleventy").problems("{{ \"a\" | year }} and {{ 'b' | year }}"))
        .containsExactly(
            "posts/2024-01-01-a.md:5: note: {{ \"…\" }} has a filter that is not known, so its"
                + " text is shown without it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jekyll | a {# secret #}b",
        "jekyll | a {% comment %}secret{% endcomment %}b",
        "hugo | a {{/* secret */}}b",
        "jekyll | a {::comment}secret{:/comment}b",
      })
  void commentsOfTemplateLanguagesAreNotShown(String generator, String body) {
    assertThat(of(generator).html(body)).isEqualTo("<p>a b</p>");
  }
}
