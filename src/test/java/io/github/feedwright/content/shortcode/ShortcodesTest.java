package io.github.feedwright.content.shortcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.feedwright.content.Content;
import io.github.feedwright.content.Rendered;
import io.github.feedwright.library.Library;
import io.github.feedwright.library.Posts;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ShortcodesTest {
  private static final String SITE = "https://blog.example.org";
  private static final String OLD = SITE + "/2023/old/";

  private final Rendered post = Rendered.plain();

  static final Arguments[] MEANINGS = {
    is("{{ site.url }}/a", linked(SITE + "/a")),
    is("[a]({{ site.url }}{{ site.baseurl }}/a)", link(SITE + "/a", "a")),
    is("[a]({{site.baseurl}}/a)", link(SITE + "/a", "a")),
    is("[a]({{ '/a' | relative_url }})", link(SITE + "/a", "a")),
    is("[a]({{ 'a' | relative_url }})", link(SITE + "/a", "a")),
    is("[a]({{ '/a' | prepend: site.baseurl }})", link(SITE + "/a", "a")),
    is("[a]({{ '/a' | prepend: site.baseurl | prepend: site.url }})", link(SITE + "/a", "a")),
    is("[a]({{ \"/a\" | append: '/b' | absolute_url }})", link(SITE + "/a/b", "a")),
    is("[a]({{ page.url | absolute_url }}#x)", link(Rendered.ADDRESS + "#x", "a")),
    is("[a]({{ site.baseurl | append: \"/a\" }})", link(SITE + "/a", "a")),
    is("[a]({{ site.url }}{{ page.url }})", link(Rendered.ADDRESS, "a")),
    is("[a]({{ page.url | prepend: site.url }})", link(Rendered.ADDRESS, "a")),
    is("{{ 'a < b' | escape }}", "<p>a &lt; b</p>"),
    is(
        "[caption id=\"a\" width=\"3\"]<a href=\"/b\"><img src=\"/a.png\" /></a> *C* & D[/caption]",
        "<figure>\n<p><a href=\""
            + SITE
            + "/b\"><img src=\""
            + SITE
            + "/a.png\"></a></p>\n<figcaption>\n<p><em>C</em> &amp; D</p>\n</figcaption>\n</figure>"),
    is(
        "\\[caption width=\"3\" caption=\"C\"\\]![x](/a.png)\\[/caption\\]",
        "<figure>\n<p><img src=\""
            + SITE
            + "/a.png\" alt=\"x\"></p>\n<figcaption>\n<p>C</p>\n</figcaption>\n</figure>"),
    is(
        "a\n[code lang=\"java\"]\nList<T> a = *b*;\n\n{{ x }} [caption]\n[/code]\nb",
        "<p>a</p>\n<pre><code class=\"language-java\">List&lt;T&gt; a = *b*;\n\n{{ x }} [caption]\n"
            + "</code></pre>\n<p>b</p>"),
    is(
        "[sourcecode language='css' light=\"true\"]\n# a {}\n[/sourcecode]",
        "<pre><code class=\"language-css\"># a {}\n</code></pre>"),
    is(
        "[php]$a = &lt;b&gt;;[/php]",
        "<pre><code class=\"language-php\">$a = &lt;b&gt;;\n</code></pre>"),
    is(
        "[code]\n&lt;a b=&quot;c&quot;&gt;<br />\n&amp;lt;&#8217;\n[/code]",
        "<pre><code>&lt;a b=\"c\"&gt;\n&amp;lt;’\n</code></pre>"),
    is("[html]<b>&lt;</b>[/html]", code("html", "&lt;b&gt;&amp;lt;&lt;/b&gt;")),
    is("[html]a<br>b[/html]", code("html", "a&lt;br&gt;b")),
    is("[cpp]a && b == \"&amp;\"[/cpp]", code("cpp", "a &amp;&amp; b == \"&amp;amp;\"")),
    is("[code]\n    x\n[/code]", "<pre><code>    x\n</code></pre>"),
    is("[youtube=https://ex.org/v?a=b]", linked("https://ex.org/v?a=b")),
    is("{% gist ada/12ab x.rb %}", linked("https://gist.github.com/ada/12ab")),
    is(
        "{% asset_img a.png %}\n*b*",
        "<img src=\"" + Rendered.ADDRESS + "a.png\">\n<p><em>b</em></p>"),
    is(
        "[caption id=\"a\" width=\"300\"][![a](/a.png)](/b) Cap[/caption]",
        "<figure>\n<p><a href=\""
            + SITE
            + "/b\"><img src=\""
            + SITE
            + "/a.png\" alt=\"a\"></a></p>\n<figcaption>\n<p>Cap</p>\n</figcaption>\n</figure>"),
    is("[youtube]http://youtu.be/abc[/youtube]", linked("http://youtu.be/abc")),
    is("\\[vimeo\\] https://vimeo.com/1 \\[/vimeo\\]", linked("https://vimeo.com/1")),
    is("[googlemaps https://maps.ex.org/?a=b]", linked("https://maps.ex.org/?a=b")),
    is("\\[code\\]\na\n\\[/code\\]", "<pre><code>a\n</code></pre>"),
    is("[embed]https://ex.org/v[/embed]", linked("https://ex.org/v")),
    is("[embed width=\"3\"]https://ex.org/v[/embed]", linked("https://ex.org/v")),
    is("{{ site.title }}", "<p>Example &amp; Sons</p>"),
    is("[a]({% post_url 2023-05-06-old %})", link(OLD, "a")),
    is("[a]({{ site.url }}{{ site.baseurl }}{% post_url 2023-05-06-old %})", link(OLD, "a")),
    is("[a]({% link posts/2023-05-06-old.md %})", link(OLD, "a")),
    is("[a]({% link _posts/2023-05-06-old %})", link(OLD, "a")),
    is("[a]({{< ref \"content/posts/2023-05-06-old.md\" >}})", link(OLD, "a")),
    is("[a]({{< ref \"2023-05-06-old\" >}})", link(OLD, "a")),
    is("[a]({{% relref \"2023-05-06-old#x\" %}})", link(OLD + "#x", "a")),
    is("{% post_link 2023-05-06-old 'The old one' %}", link(OLD, "The old one")),
    is(
        "{% highlight java %}\nint a = 1 < 2;\n\n# b\n{% endhighlight %}",
        "<pre><code class=\"language-java\">int a = 1 &lt; 2;\n\n# b\n</code></pre>"),
    is(
        "{% highlight md linenos %}\n```\na\n```\n{% endhighlight %}",
        "<pre><code class=\"language-md\">```\na\n```\n</code></pre>"),
    is(
        "{{< highlight go >}}\nx\n{{< /highlight >}}",
        "<pre><code class=\"language-go\">x\n</code></pre>"),
    is(
        "{% codeblock lang:js %}\nx\n{% endcodeblock %}",
        "<pre><code class=\"language-js\">x\n</code></pre>"),
    is(
        "- a\n\n  {% highlight c %}\n  x\n  {% endhighlight %}\n- b",
        "<ul>\n<li>\n<p>a</p>\n<pre><code class=\"language-c\">x\n</code></pre>\n</li>\n"
            + "<li>\n<p>b</p>\n</li>\n</ul>"),
    is("a {% raw %}{{ x }}{% endraw %} b", "<p>a {{ x }} b</p>"),
    is("`{% raw %}{{ x }}{% endraw %}`", "<p><code>{{ x }}</code></p>"),
    is("{% raw %}\n```\n{{ x }}\n```\n{% endraw %}", "<pre><code>{{ x }}\n</code></pre>"),
    is("a{% comment %} secret {% endcomment %}b", "<p>ab</p>"),
    is(
        "{{< figure src=\"/a.png\" alt=\"A\" caption=\"C & D\" >}}",
        "<figure><img src=\""
            + SITE
            + "/a.png\" alt=\"A\"><figcaption>C &amp; D</figcaption></figure>"),
    is(
        "{{< figure src=\"/a.png\" link=\"/b\" title=\"T\" >}}",
        "<figure><a href=\""
            + SITE
            + "/b\"><img src=\""
            + SITE
            + "/a.png\"></a>"
            + "<figcaption><strong>T</strong></figcaption></figure>"),
    is(
        "{{</* figure src=\"x\" */>}} {{%/* note */%}} `{{</* x */>}}`",
        "<p>{{&lt; figure src=\"x\" &gt;}} {{% note %}} <code>{{&lt; x &gt;}}</code></p>"),
    is(
        "{% asset_img \"a b.png\" \"T t\" %}",
        "<img src=\"" + Rendered.ADDRESS + "a%20b.png\" title=\"T t\">"),
    is(
        "a {% asset_img logo.svg 'It is' fine %}",
        "<p>a <img src=\"" + Rendered.ADDRESS + "logo.svg\" title=\"It is fine\"></p>"),
    is(
        "a {% img left /a.png 10 20 '\"T t\" \"A a\"' %}",
        "<p>a <img src=\"" + SITE + "/a.png\" title=\"T t\" alt=\"A a\"></p>"),
    is(
        "a {% asset_img a.png \"T t'A a'\" %}",
        "<p>a <img src=\"" + Rendered.ADDRESS + "a.png\" title=\"T t\" alt=\"A a\"></p>"),
    is(
        "[a]({% asset_path \"a b.txt\" %}) [x]({% asset_path x.png %})",
        "<p><a href=\""
            + Rendered.ADDRESS
            + "a%20b.txt\">a</a> <a href=\"https://feeds.example.org/posts/2024-01-01-a/x.png\">x</a></p>"),
    is(
        "{% asset_link x.png %} {% asset_link x.png 'An <x>' false %}",
        "<p><a href=\"https://feeds.example.org/posts/2024-01-01-a/x.png\">x.png</a>"
            + " <a href=\"https://feeds.example.org/posts/2024-01-01-a/x.png\">An &lt;x&gt;</a></p>"),
    is(
        "{% code lang:html Some title %}\n<b>\n{% endcode %}",
        "<pre><code class=\"language-html\">&lt;b&gt;\n</code></pre>"),
    is("{% code Title %}\n<b>\n{% endcode %}", "<pre><code>&lt;b&gt;\n</code></pre>"),
    is(
        "a\n{% quote %}\nb *c* {% post_link 2023-05-06-old Old %}\n{% endquote %}\n*d*",
        "<p>a</p>\n<blockquote>\n<p>b <em>c</em> <a href=\""
            + OLD
            + "\">Old</a></p>\n</blockquote>\n<p><em>d</em></p>"),
    is(
        "{% blockquote Ada Example, A & B https://ex.org/a *The* page %}\nb\n{% endblockquote %}",
        "<blockquote>\n<p>b</p>\n<footer>— Ada Example, A &amp; B <a href=\"https://ex.org/a\">*The*"
            + " page</a></footer></blockquote>"),
    is(
        "a {% blockquote https://ex.org/a %}b{% endblockquote %} c",
        "<p>a</p>\n<blockquote>\n<p>b</p>\n<footer>— <a href=\"https://ex.org/a\">https://ex.org/a</a>"
            + "</footer></blockquote>\n<p>c</p>"),
    is("{% img left /a.png 10 20 %}", "<img src=\"" + SITE + "/a.png\">"),
    is("{{< youtube abc_1-2 >}}", linked("https://www.youtube.com/watch?v=abc_1-2")),
    is("{{ youtube(id=\"abc\") }}", linked("https://www.youtube.com/watch?v=abc")),
    is("{% youtube abc %}", linked("https://www.youtube.com/watch?v=abc")),
    is("{{< vimeo 12 >}}", linked("https://vimeo.com/12")),
    is("{{< gist me 12 >}}", linked("https://gist.github.com/me/12")),
    is("{{< tweet user=\"me\" id=\"12\" >}}", linked("https://x.com/me/status/12")),
  };

  static final Arguments[] TEXT = {
    is("`{{ site.url }}`", "<p><code>{{ site.url }}</code></p>"),
    is("```\n{% post_url x %}\n```", "<pre><code>{% post_url x %}\n</code></pre>"),
    is("`[caption]a[/caption]`", "<p><code>[caption]a[/caption]</code></p>"),
    is("`[youtube=https://ex.org/v]`", "<p><code>[youtube=https://ex.org/v]</code></p>"),
    is("[youtube] [vimeo: a] [youtube video]", "<p>[youtube] [vimeo: a] [youtube video]</p>"),
    is("[googlemaps x](/g)", link(SITE + "/g", "googlemaps x")),
    is(
        "[video][![a](/a.png)](/b)",
        "<p>[video]<a href=\"" + SITE + "/b\"><img src=\"" + SITE + "/a.png\" alt=\"a\"></a></p>"),
    is("`[code]a[/code]`", "<p><code>[code]a[/code]</code></p>"),
    is("[code] and [java] *b*", "<p>[code] and [java] <em>b</em></p>"),
    is("[video](/v) [gallery][1]\n\n[1]: /g", linkedTwice()),
    is("[gallery]\n\n[gallery]: /g", link(SITE + "/g", "gallery")),
    is("[video] [embed play]", "<p>[video] [embed play]</p>"),
    is("    {{ x }}", "<pre><code>{{ x }}\n</code></pre>"),
    is("<pre>{{ x }}</pre>", "<pre>{{ x }}</pre>"),
    is(
        "`{% raw %}` and `{% endraw %}`",
        "<p><code>{% raw %}</code> and <code>{% endraw %}</code></p>"),
    is("a {{ 1 + 2 }} {{r4, pc}} {{ #include <b> }} {%%} {{}} {{ b", null),
  };

  private static Arguments is(String body, @Nullable String html) {
    return Arguments.of(body, html);
  }

  private static String link(String to, String label) {
    return "<p><a href=\"" + to + "\">" + label + "</a></p>";
  }

  private static String code(String language, String code) {
    return "<pre><code class=\"language-" + language + "\">" + code + "\n</code></pre>";
  }

  private static String linkedTwice() {
    return "<p><a href=\"" + SITE + "/v\">video</a> <a href=\"" + SITE + "/g\">gallery</a></p>";
  }

  private static String linked(String to) {
    return link(to, to);
  }

  @ParameterizedTest
  @FieldSource("MEANINGS")
  void whatIsPlainBecomesWhatItMeans(String body, String html) {
    Content content = post.of(body);
    assertThat(content.problems())
        .allMatch(problem -> problem.message().contains(" leads nowhere: there is no such file"));
    assertThat(content.html().strip()).isEqualTo(html);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[code]A&lt;b&gt; = &quot;c&quot;;<br />¶<br/>  d[/code] | A&lt;b&gt; = \"c\";¶¶  d",
        "<p>[code]<br />¶a<br />¶b<br />¶[/code]</p>            | a¶b",
        "<p>[code]</p>¶<p>a</p>¶<p>b</p>¶<p>[/code]</p>         | a¶¶b",
        "[code]List<T> a;<br />¶b[/code]                        | List&lt;T&gt; a;¶b",
        "[code]<p>a</p><p>b</p>[/code]    | &lt;p&gt;a&lt;/p&gt;&lt;p&gt;b&lt;/p&gt;",
        "[code]/?a=b&copy=c &amp;amp;[/code]                    | /?a=b&amp;copy=c &amp;amp;",
      })
  void codeInHtmlIsHtml(String body, String code) {
    Content content = post.of("posts/2024-01-01-a.html", "", body.replace('¶', '\n'));
    assertThat(content.problems()).isEmpty();
    assertThat(content.html())
        .contains("<pre><code>" + code.replace('¶', '\n') + "\n</code></pre>")
        .doesNotContain("code]");
  }

  @ParameterizedTest
  @FieldSource("TEXT")
  void codeAndBracesInProseAreLeftAlone(String body, @Nullable String html) {
    Content content = post.of(body);
    if (html != null) {
      assertThat(content.problems()).isEmpty();
      assertThat(content.html().strip()).isEqualTo(html);
    } else {
      assertThat(content.html()).contains("{{ 1 + 2 }} {{r4, pc}}", "{%%} {{}} {{ b");
    }
  }

  @Test
  void whatIsNotPlainIsShownAsItIsWrittenAndReportedOnce() {
    assertThat(post.html("{{< box_a *b* <i> >}}"))
        .isEqualTo("<p>{{&lt; box_a <em>b</em> &lt;i&gt; &gt;}}</p>");
    assertThat(post.problems("a\n\n{{ site.repo }} {{ site.repo }}\n{% if x %}\n{% endif %}\n"))
        .containsExactly(message(7, "{{ site.repo }}"), message(8, "{% if x %}"));
    assertThat(post.problems("{{% box %}}a{{% /box %}}"))
        .containsExactly(message(5, "{{% box %}}"));
    assertThat(post.problems("{% post_url none %}"))
        .containsExactly(message(5, "{% post_url none %}"));
    assertThat(post.problems("a\n[caption]b[caption]c[/caption]"))
        .containsExactly(message(6, "[caption]"));
    assertThat(post.problems("[gallery ids='1,2']"))
        .containsExactly(message(5, "[gallery ids='1,2']"));
    for (String each : new String[] {"[contact-form]", "[gallery]", "[playlist]", "[vimeo 123]"}) {
      assertThat(post.problems("a " + each)).containsExactly(message(5, each));
    }
    assertThat(post.problems("[video src=\"x.mp4\"][/video]"))
        .containsExactly(message(5, "[video src=\"x.mp4\"]"));
    assertThat(post.problems("[youtube]abc[/youtube]")).containsExactly(message(5, "[youtube]"));
    assertThat(post.problems("a [googlemaps x]")).containsExactly(message(5, "[googlemaps x]"));
    assertThat(post.problems("{{ '/a' | upcase }}"))
        .containsExactly(message(5, "{{ '/a' | upcase }}"));
    assertThat(
            post.problems(
                "a\n{% highlight erb %}\n<% x %>\n{% endhighlight %}\n<%= image_tag 'a.png' %> `<%= x %>`"))
        .containsExactly(message(9, "<%= image_tag 'a.png' %>"));
    assertThat(post.html("a <%= link_to *b*, 'c' %>"))
        .isEqualTo("<p>a &lt;%= link_to <em>b</em>, 'c' %&gt;</p>");
    assertThat(post.problems("{% highlight c %}")).containsExactly(message(5, "{% highlight c %}"));
  }

  private static String message(int line, String tag) {
    return "posts/2024-01-01-a.md:"
        + line
        + ": warning: \""
        + tag
        + "\" is not a supported shortcode; shown as text; write out its value";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "posts/a/index.md | '\"../c\"'            | /posts/c/",
        "posts/a/index.md | '\"../c.md\"'         | /posts/c/",
        "posts/a/index.md | '\"./../c\"'          | /posts/c/",
        "posts/a/index.md | '\"../b\"'            | /posts/b/",
        "posts/a/index.md | '\"../b/index.md#h\"' | /posts/b/#h",
        "posts/a/index.md | '\"b#h\"'             | /posts/b/#h",
        "posts/a/index.md | '\"c\"'               | /posts/c/",
        "posts/a/index.md | 'path=\"/posts/b\"'   | /posts/b/",
        "posts/a/index.md | '\"/posts/b/\"'       | /posts/b/",
        "posts/a/index.md | '\"notes/c\"'         | /notes/c/",
        "posts/a/index.md | '\"content/notes/c\"' | /notes/c/",
        "posts/a/index.md | '\"/content/notes/c\"'| /notes/c/",
        "posts/a/index.md | b.md                  | /posts/b/",
        "notes/n.md       | '\"c\"'               | /notes/c/",
        "notes/n.md       | '\"c.md\"'            | /notes/c/",
        "notes/n.md       | '\"../posts/c\"'      | /posts/c/",
      })
  void hugosRefIsSeenFromItsPage(String from, String named, String path) {
    Content content = references(from, "[x]({{< relref " + named + " >}})");
    assertThat(content.problems()).isEmpty();
    assertThat(content.html().strip()).isEqualTo(link(SITE + path, "x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"c\"", "\"/c\"", "\"../c\"", "\"../../c\"", "\"b\" \"de\"", "\"\""})
  void hugosRefIsReportedWhereNoPostOrSeveralAreMeant(String named) {
    assertThat(references("about.md", "{{< ref " + named + " >}}").problems())
        .extracting(Object::toString)
        .containsExactly(
            message(5, "{{< ref " + named + " >}}").replace("posts/2024-01-01-a.md", "about.md"));
  }

  @Test
  void manyQuotationsThatNeverEndCostNoMoreThanTheirLength() {
    String body = "{% quote %}\n".repeat(50_000) + "{% endquote %}\n";
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> post.of(body));
  }

  @Test
  void hugosRefMayNameAHeadingOfItsOwnPage() {
    assertThat(post.html("[x]({{< ref \"#own\" >}})\n\n# Own"))
        .isEqualTo(post.html("[x](#own)\n\n# Own"));
  }

  private Content references(String from, String body) {
    Library library = Posts.emptyLibrary(post.settings());
    for (String path : List.of("posts/b/index.md", "posts/c.md", "notes/c.md")) {
      String permalink = path.replace("/index", "").replace(".md", "/");
      library = library.with(Posts.post(path, "date: 2023-01-02\npermalink: /" + permalink));
    }
    return new Rendered(post.settings(), library).of(from, "", body);
  }

  @Test
  void aSiteBelowAPathIsNamedWithIt() {
    Rendered below =
        new Rendered(
            Posts.settings(
                "site: {title: T, url: \"https://ex.org/blog/\", id: \"tag:ex.org,2013\"}"),
            post.targets());
    assertThat(
            below.html(
                "[a]({{ site.baseurl }}{% post_url 2023-05-06-old %}) [b]({{ site.url }}/b)"))
        .isEqualTo(
            "<p><a href=\"https://ex.org/blog/2023/old/\">a</a>"
                + " <a href=\"https://ex.org/b\">b</a></p>");
  }

  @Test
  void shortcodesMeanTheSameInHtmlBodies() {
    assertThat(
            post.of(
                    "2024-01-01-a.html",
                    "",
                    "<p>{% highlight c %}\na < b\n{% endhighlight %}</p>{{ site.url }}")
                .html())
        .isEqualTo(
            "<p></p><pre><code class=\"language-c\">a &lt; b\n</code></pre><p></p>https://blog.example.org");
  }
}
