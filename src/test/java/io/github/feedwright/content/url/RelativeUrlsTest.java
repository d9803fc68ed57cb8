package io.github.feedwright.content.url;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.content.Content;
import io.github.feedwright.content.Rendered;
import io.github.feedwright.library.Posts;
import io.github.feedwright.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RelativeUrlsTest {
  private final Rendered post = Rendered.plain();

  @Test
  void aListOfLinksIsNoListOfDefinitions() {
    assertThat(post.html("- [a]: [b c](/d)\n\n[a]: </e f>"))
        .isEqualTo(
            "<ul>\n<li><a href=\"https://blog.example.org/e%20f\">a</a>:"
                + " <a href=\"https://blog.example.org/d\">b c</a></li>\n</ul>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "![x](<a b.png>)     | <img src=\"https://blog.example.org/2024/a/a%20b.png\" alt=\"x\">",
        "![x](a b.png)       | <img src=\"https://blog.example.org/2024/a/a%20b.png\" alt=\"x\">",
        "[x](<a b.pdf> 'T')  | <a href=\"https://blog.example.org/2024/a/a%20b.pdf\" title=\"T\">x</a>",
        "[x](a (see there)   | [x](a (see there)",
        "[x](see there) ![y](not this) | [x](see there) ![y](not this)",
        "`![x](<a b.png>)`   | <code>![x](&lt;a b.png&gt;)</code>",
      })
  void aBlankInAnAddressIsPercentEncoded(String markdown, String html) {
    assertThat(post.html(markdown)).isEqualTo("<p>" + html + "</p>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      value = {
        // RFC 3986 section 5.4, seen from the permalink.
        "g            | https://blog.example.org/2024/a/g",
        "./g          | https://blog.example.org/2024/a/g",
        "g/           | https://blog.example.org/2024/a/g/",
        "/g           | https://blog.example.org/g",
        "//g.example  | https://g.example/",
        "?y           | https://blog.example.org/2024/a/?y",
        "g?y#s        | https://blog.example.org/2024/a/g?y#s",
        "#s           | https://blog.example.org/2024/a/#s",
        "..           | https://blog.example.org/2024/",
        "../g         | https://blog.example.org/2024/g",
        "../../../../g| https://blog.example.org/g",
        "g/../h       | https://blog.example.org/2024/a/h",
        "g;x=1/./y    | https://blog.example.org/2024/a/g;x=1/y",
        "''           | https://blog.example.org/2024/a/",
        // Canonical form.
        "HTTP://EX.org             | http://ex.org/",
        "https://ex.org:443/a      | https://ex.org/a",
        "https://ex.org:0443/a     | https://ex.org/a",
        "https://ex.org//b/../c    | https://ex.org//c",
        "https://ex.org/b/%2E%2e/c | https://ex.org/c",
        "https://ex.org\\x         | https://ex.org/x",
        "http://ex.org:8080/%7ea   | http://ex.org:8080/~a",
        "https://ex.org/%c3%a9 é   | https://ex.org/%C3%A9%20%C3%A9",
        "https://ex.org/100%       | https://ex.org/100%25",
        "https://ex.org/?q=[a]^b   | https://ex.org/?q=%5Ba%5D%5Eb",
        "https://bücher.example/ü  | https://xn--bcher-kva.example/%C3%BC",
        "https:\\\\ex.org\\a       | https://ex.org/a",
        "'  https://ex.org/a '     | https://ex.org/a",
        "https://u:p@ex.org/       | https://u:p@ex.org/",
        "http://[::1]:8080/        | http://[::1]:8080/",
        "mailto:a b@ex.org         | mailto:a%20b@ex.org",
        "tel:+49 30 1234           | tel:+49%2030%201234",
        // Posts and files beside the post.
        "2023-05-06-old.md         | https://blog.example.org/2023/old/",
        "2023-05-06-old.md#x       | https://blog.example.org/2023/old/#x",
        "@/inside/index.md         | https://blog.example.org/inside/",
        "pic.png                   | https://feeds.example.org/posts/pic.png",
        "a%20b/%C3%A9.mp3?v=2#t=9  | https://feeds.example.org/posts/a%20b/%C3%A9.mp3?v=2#t=9",
        "../images/top.jpg         | https://feeds.example.org/images/top.jpg",
        "x.png                     | https://feeds.example.org/posts/2024-01-01-a/x.png",
        "{static}/images/top.jpg   | https://feeds.example.org/images/top.jpg",
        "{static}pic.png           | https://feeds.example.org/posts/pic.png",
        "{attach}/not/here.jpg     | https://blog.example.org/not/here.jpg",
        "{filename}/inside/index.md#x | https://blog.example.org/inside/#x",
        "{filename}2023-05-06-old.md | https://blog.example.org/2023/old/",
        "link://slug/2023-05-06-old | https://blog.example.org/2023/old/",
        "{tag}Open Source          | https://feeds.example.org/tags/open-source/",
        "{index}                   | https://blog.example.org/",
        "/posts/pic.png            | https://blog.example.org/posts/pic.png",
        "../../../etc/passwd       | https://blog.example.org/etc/passwd",
      })
  void everyLinkBecomesAbsolute(String written, String absolute) {
    String html = post.html("<p><a href=\"" + written + "\">x</a></p>");
    assertThat(html).isEqualTo("<p><a href=\"" + absolute + "\">x</a></p>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://ex.org:70000/",
        "https://ex.org:65536/a",
        "//ex.org:123456",
        "http://ex..org/",
        "http://[::1::]/",
        "https:///a",
      })
  void anAddressThatNoServerCanHaveIsRemovedAndReported(String address) {
    String reason = "no server can have this host and port; fix the address";
    Content link = post.of("<a href=\"" + address + "\">x</a>");
    assertThat(link.html()).isEqualToIgnoringWhitespace("<p><a>x</a></p>");
    assertThat(link.problems())
        .extracting(Problem::message)
        .containsExactly("the link \"" + address + "\" was removed: " + reason);
    assertThat(post.of("<img src=\"" + address + "\">").problems())
        .extracting(Problem::message)
        .containsExactly("the image \"" + address + "\" was removed: " + reason);
    assertThat(post.of("enclosure: '" + address + "'", "x").problems())
        .extracting(Problem::message)
        .containsExactly("enclosure: \"" + address + "\" is left out: " + reason);
  }

  @Test
  void ampersandsAreEscapedOnce() {
    assertThat(post.html("[x](https://ex.org/?a=1&b=2&amp;c=3)"))
        .isEqualTo("<p><a href=\"https://ex.org/?a=1&amp;b=2&amp;c=3\">x</a></p>");
  }

  @Test
  void imagesResolveAgainstTheImageBaseExceptThoseNextToThePost() {
    Rendered based = Rendered.with("posts: {image-base: /images/}");
    assertThat(based.html("![](a.png) ![](pic.png) ![](/b.png) [l](a.png)"))
        .isEqualTo(
            "<p><img src=\"https://blog.example.org/images/a.png\" alt=\"\">"
                + " <img src=\"https://blog.example.org/posts/pic.png\" alt=\"\">"
                + " <img src=\"https://blog.example.org/b.png\" alt=\"\">"
                + " <a href=\"https://blog.example.org/2024/a/a.png\">l</a></p>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.png                  | https://blog.example.org/2024/a/a.png",
        "a.png 1x, pic.png 2x   | https://blog.example.org/2024/a/a.png 1x,"
            + " https://feeds.example.org/posts/pic.png 2x",
        "/a.png 100w,/b.png 2.5x| https://blog.example.org/a.png 100w,"
            + " https://blog.example.org/b.png 2.5x",
        "', a,b.png 1x ,'       | https://blog.example.org/2024/a/a%2Cb.png 1x",
        "my pic.png 2x, pic.png 1w  2h | https://blog.example.org/2024/a/my%20pic.png 2x,"
            + " https://feeds.example.org/posts/pic.png 1w  2h",
        "my own pic.png, b.png | https://blog.example.org/2024/a/my%20own%20pic.png,"
            + " https://blog.example.org/2024/a/b.png",
        "data:image/png;base64 1x, c.png 2x | https://blog.example.org/2024/a/c.png 2x",
      })
  void everyCandidateOfASrcsetBecomesAbsolute(String srcset, String absolute) {
    assertThat(post.html("<img src=\"/x.png\" srcset=\"" + srcset + "\">"))
        .contains(" srcset=\"" + absolute + "\"");
  }

  @Test
  void sourcesPostersAndCitationsBecomeAbsolute() {
    assertThat(post.html("<video src=\"v.mp4\" poster=\"p.jpg\"><track src=\"t.vtt\"></video>"))
        .contains(
            "src=\"https://blog.example.org/2024/a/v.mp4\"",
            "poster=\"https://blog.example.org/2024/a/p.jpg\"",
            "<track src=\"https://blog.example.org/2024/a/t.vtt\">");
    assertThat(post.html("<blockquote cite=\"/q\">x</blockquote>"))
        .contains("cite=\"https://blog.example.org/q\"");
  }

  @Test
  void lazyImagesGetTheirAddressBack() {
    String lazy =
        "<img src=\"data:image/gif;base64,R0lG\" data-src=\"a.png\" data-srcset=\"b.png 2x\">"
            + "<noscript><img src=\"a.png\"></noscript>";
    assertThat(post.of(lazy).problems())
        .allMatch(problem -> problem.message().contains(" leads nowhere: there is no such file"));
    assertThat(post.html("<p>" + lazy + "</p>"))
        .isEqualTo(
            "<p><img src=\"https://blog.example.org/2024/a/a.png\""
                + " srcset=\"https://blog.example.org/2024/a/b.png 2x\"></p>");
  }

  @Test
  void idsAndWhatPointsAtThemArePrefixedAlike() {
    String p = Rendered.PREFIX;
    String to = "<a href=\"" + Rendered.ADDRESS + "#";
    assertThat(post.html("## Über uns\n\n[up](#über-uns) [out](#comments)"))
        .isEqualTo(
            "<h2 id=\""
                + p
                + "über-uns\">Über uns</h2>\n<p>"
                + to
                + p
                + "%C3%BCber-uns\">up</a> "
                + to
                + "comments\">out</a></p>");
    assertThat(post.html("A[^1].\n\n[^1]: Note."))
        .contains(
            "<sup id=\"" + p + "fnref-1\">",
            Rendered.ADDRESS + "#" + p + "fn-1\"",
            "<li id=\"" + p + "fn-1\">")
        .contains(Rendered.ADDRESS + "#" + p + "fnref-1\"");
  }

  @Test
  void whatTheTextPointedAtIsRemembered() {
    Content content = post.of("![](pic.png) [a](none.pdf) {% post_url 2023-05-06-old %} [r](/r)");
    assertThat(content.uses())
        .containsExactlyInAnyOrder(
            new Reference.FileLink("posts/pic.png", Posts.attachment("posts/pic.png", 123)),
            new Reference.FileLink("posts/none.pdf", null),
            new Reference.FileLink("posts/2024-01-01-a/none.pdf", null),
            new Reference.FileLink("2024/a/none.pdf", null),
            new Reference.FileLink("r", null),
            new Reference.PostLink("2023-05-06-old", "/2023/old/"));
    assertThat(content.holds(post.targets())).isTrue();
  }
}
