package io.github.feedwright.content.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.content.Content;
import io.github.feedwright.content.Rendered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CleaningTest {
  private static final String ADVICE = "; remove it, or set \"trusted-html: true\" below \"feeds\"";

  private final Rendered post = Rendered.plain();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<a1>1</a1> <b1>2</b1> <a1>3</a1>|\"<a1>\", \"<b1>\" were",
        "<a1><b1><c1>1</c1></b1></a1>|\"<a1>\", \"<b1>\", \"<c1>\" were",
        "<a1><b1><c1><d1>1</d1></c1></b1></a1>|\"<a1>\", \"<b1>\", \"<c1>\" and 1 other were",
        "<p>x<a1><b1><c1><d1><groupId>1</groupId></d1></c1></b1></a1>|\"<a1>\", \"<b1>\","
            + " \"<c1>\" and 2 others were",
      })
  void unknownElementsOfAPostAreOneLine(String body, String tags) {
    assertThat(post.problems("Text.\n\n" + body))
        .containsExactly(
            "posts/2024-01-01-a.md:7: warning: the unknown elements "
                + tags
                + " removed and their content kept: put the text into a code block, or use HTML"
                + " elements");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<table><thead><tr><th scope=\"col\">a</th></tr></thead></table>",
        "<details open><summary>s</summary>t</details>",
        "<figure><img src=\"https://ex.org/a.png\" loading=\"lazy\"><figcaption>c</figcaption></figure>",
        "<p class=\"x\" title=\"t\" lang=\"de\" dir=\"ltr\">a <kbd>b</kbd><sub>c</sub></p>",
        "<video src=\"https://ex.org/v.mp4\" controls></video>",
        "<pre>\n\n  a\tb\n c\n</pre>",
        "<pre><code class=\"language-java\">a &lt; b &amp;&amp; c\n</code></pre>",
        "<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>",
        "<ol start=\"3\" reversed><li value=\"5\">a</li></ol>",
        "<p>&#xa0;a — “b” 😀</p>",
      })
  void whatIsHarmlessStaysAsItIs(String html) {
    Content content = post.of("2024-01-01-a.html", "", html);
    assertThat(content.html()).isEqualTo(html);
    assertThat(content.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a<script>alert(1)</script>b         | ab",
        "a<style>p{}</style>b                | ab",
        "a<svg><script>x</script></svg>b     | ab",
        "<form action=\"/x\"><b>k</b><input name=\"q\"></form> | <b>k</b>",
        "<button onclick=\"x()\">k</button>  | k",
        "<select><option>x</option></select>k| k",
        "<link rel=\"x\"><meta charset=\"x\"><base href=\"http://evil/\">k | k",
        "<template><b>x</b></template>k      | k",
        "<bdo dir=\"rtl\">k</bdo>            | k",
        "<my-box>k</my-box>                  | k",
        "<o:p>k</o:p>                        | k",
        "<p style=\"color:red\" onclick=\"x()\" ONLOAD=\"x\" data-x=\"1\">k</p> | <p>k</p>",
        "<a href=\"javascript:alert(1)\">k</a>      | <a>k</a>",
        "<a href=\" JaVa&#9;Script&colon;x\">k</a>  | <a>k</a>",
        "<a href=\"data:text/html,x\">k</a>         | <a>k</a>",
        "<a href=\"http://\">k</a>                  | <a>k</a>",
        "<img src=\"data:image/png;base64,x\" alt=\"k\"> | k",
        "<img src=\"javascript:x\">k                | k",
        "<video src=\"ftp://ex.org/v\">k</video>    | <video>k</video>",
        "<noscript><b>k</b></noscript>              | <b>k</b>",
        "<iframe src=\"about:blank\"></iframe>k     | k",
        "<object data=\"https://ex.org/o\">x</object> | <p><a href=\"https://ex.org/o\">https://ex.org/o</a></p>",
        "<embed src=\"//ex.org/e\">                 | <p><a href=\"https://ex.org/e\">https://ex.org/e</a></p>",
        "<object><param name=\"movie\" value=\"https://ex.org/m\"></object> | <p><a href=\"https://ex.org/m\">https://ex.org/m</a></p>",
        "<b>x<iframe title=\"A film\" src=\"https://ex.org/f\"></iframe></b> | <b>x <a href=\"https://ex.org/f\">A film</a></b>",
        "<i><iframe src=\"//a.org/\"></iframe><iframe src=\"//b.org/\"></iframe>k</i>"
            + "| <i><a href=\"https://a.org/\">https://a.org/</a> "
            + " <a href=\"https://b.org/\">https://b.org/</a> k</i>",
        "<img src=\"\" alt=\"k\">                    | k",
        "<input type=\"checkbox\" checked> a        | ☑ a",
        "<li>a<dt>b<dl><dt>c</dt></dl></dt></li>    | <li>a<dt>b<dl><dt>c</dt></dl></dt></li>",
        "<rt>k</rt>                                 | k",
        "<a href='/1'>a<iframe src='https://ex.org/f'></iframe></a> "
            + "| <a href=\"https://blog.example.org/1\">a </a>"
            + "<a href=\"https://ex.org/f\">https://ex.org/f</a>",
        "a&#1;b&#150;c&#xfffe;d&#0;                 | ab–cd?",
      })
  void whatIsNotPublishedGoesAndItsTextStays(String html, String clean) {
    Content content = post.of("2024-01-01-a.html", "", html);
    assertThat(content.html().strip()).isEqualTo(clean);
    assertThat(post.of("2024-01-01-a.html", "", content.html()).html())
        .as("again")
        .isEqualTo(content.html());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a <script>x</script>|note: a <script> element was removed: scripts do not run in feed readers"
            + ADVICE,
        "a <svg></svg>|an <svg> element was removed: feed readers drop it; use an image file"
            + ADVICE,
        "a <form>b</form>|note: a <form> element was removed and its content kept: feeds do not have it",
        "a <b onclick='x'>b</b>|note: an attribute \"onclick\" was removed: scripts do not run in feed"
            + " readers; remove it",
        "a <b style='x:y'>b</b>|note: an attribute \"style\" was removed: feed readers use their own"
            + " styles; remove it",
        "[a](javascript:x)|note: the link \"javascript:x\" was removed: only http, https, mailto and tel addresses are published; write one",
        "[a](@/p/none.md#x)|the link \"@/p/none.md#x\" was removed: there is no such post; write"
            + " the path of a post below the posts directory",
        "[a]({filename}none.md)|the link \"{filename}none.md\" was removed: there is no such"
            + " post; write the path of a post below the posts directory",
        "[a]({filename}/p/none.md#x)|the link \"{filename}/p/none.md#x\" was removed: there is no"
            + " such post; write the path of a post below the posts directory",
        "[a]({static}none.pdf)|the link \"{static}none.pdf\" was removed: there is no such file;"
            + " add it, or fix the path",
        "![a]({static}none.png)|the image \"{static}none.png\" was removed: there is no such"
            + " file; add it, or fix the path",
        "[a](link://slug/none)|the link \"link://slug/none\" was removed: there is no such post;"
            + " write the path of a post below the posts directory",
        "<a href='<%= u %>'>b</a>|the link \"<%= u %>\" was removed: templates are not expanded"
            + " here; write out the address",
        "<a href=\"{% foo %}\">b</a>|the link \"{% foo %}\" was removed: templates are not"
            + " expanded here; write out the address",
        "<a href=\"{{ page.nope }}\">b</a>|the link \"{{ page.nope }}\" was removed: templates"
            + " are not expanded here; write out the address",
        "<img src='<%= asset_path %>'>|the image \"<%= asset_path %>\" was removed: templates are"
            + " not expanded here; write out the address",
        "![i](<%= image_path 'a.png' %>)|the image \"<%= image_path 'a.png' %>\" was removed:"
            + " templates are not expanded here; write out the address",
        "{{< figure src='<%= x %>' >}}|the image \"<%= x %>\" was removed: templates are not"
            + " expanded here; write out the address",
        "[a](mail-to:a@ex.org)|the link \"mail-to:a@ex.org\" was removed: only http, https,"
            + " mailto and tel addresses are published; write one",
        "[a](ttps://ex.org/)|the link \"ttps://ex.org/\" was removed: only http, https, mailto"
            + " and tel addresses are published; write one",
        "[a](irc://ex.org/a)|note: the link \"irc://ex.org/a\" was removed: only http, https,"
            + " mailto and tel addresses are published; write one",
        "a <Box>b</Box>|note: the component \"<Box>\" was removed and its content kept",
        "![a](data:x)|the image \"data:x\" was removed: only http and https addresses are"
            + " published; put it in a file next to the post",
        "a <iframe src='https://ex.org/f'></iframe>|note: an <iframe> element was replaced by a link to"
            + " \"https://ex.org/f\": feed readers do not show embedded pages; write the link"
            + " yourself",
        "a <embed>|an <embed> element was removed: its source is not on the web; link to what it"
            + " should show",
        "a Vec<T> b|note: \"<T>\" is not an HTML element and is shown as text: write \"&lt;\" for"
            + " \"<\", or put it in backticks",
        "a <x-y z='1'>b</x-y>|note: the custom element \"<x-y>\" was removed and its content kept",
        "a <xy z='1'>b</xy>|the unknown element \"<xy>\" was removed and its content kept: use"
            + " an HTML element",
      })
  void whatWasRemovedIsReportedWithItsLine(String line, String message) {
    assertThat(post.problems("`<script> <svg> <form>`\n\n" + line))
        .containsExactly(
            "posts/2024-01-01-a.md:7: "
                + (message.startsWith("note: ") ? message : "warning: " + message));
  }

  @Test
  void oneKindOfThingIsReportedOnce() {
    assertThat(post.problems("<b style='a'>x</b>\n\n<i style='b'>y</i>\n")).hasSize(1);
  }

  @Test
  void proseInAngleBracketsIsShownAsItIsWritten() {
    assertThat(post.html("A Map<K, Box<dyn Trait>> of <T>."))
        .isEqualTo("<p>A Map&lt;K, Box&lt;dyn Trait&gt;&gt; of &lt;T&gt;.</p>");
  }

  @Test
  void trustedHtmlIsKeptButItsAddressesAreMadeAbsolute() {
    Rendered trusted = Rendered.with("feeds: {trusted-html: true}");
    String html =
        "<p style=\"color:red\" onclick=\"x()\"><iframe src=\"/f\"></iframe><my-box>k</my-box></p>";
    Content content = trusted.of("2024-01-01-a.html", "", html);
    assertThat(content.html()).isEqualTo(html.replace("/f", "https://blog.example.org/f"));
    assertThat(content.problems()).isEmpty();
  }
}
