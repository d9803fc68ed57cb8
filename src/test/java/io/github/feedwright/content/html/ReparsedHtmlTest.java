package io.github.feedwright.content.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.content.ContentRenderer;
import io.github.feedwright.library.Posts;
import io.github.feedwright.settings.Settings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HTML of posts that a parser which follows the standard by the letter reads without an error. */
final class ReparsedHtmlTest {
  private static final String BODY = "https://blog.example.org/a/";

  private static String html(String body, boolean trusted) {
    Settings settings =
        Posts.settings(
            """
            site: {title: T, url: "https://blog.example.org/", id: "tag:blog.example.org,2013"}
            feeds: {trusted-html: %s}
            """
                .formatted(trusted));
    return new ContentRenderer(settings)
        .render(
            Posts.post(settings, "a.md", "title: T\ndate: 2024-01-01", body),
            BODY,
            Posts.emptyLibrary(settings),
            () -> false)
        .html()
        .strip();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Outside of quirks mode a table ends the paragraph before it.
        "<p><table><tr><td>x</table></p>"
            + "|<p></p><table><tbody><tr><td>x</td></tr></tbody></table><p></p>",
        "<p>a<table><tr><td>x</table>"
            + "|<p>a</p><table><tbody><tr><td>x</td></tr></tbody></table>",
        // A processing instruction is no HTML; its text is nobody's.
        "<p>a<?php echo 1 ?>b</p>|<p>ab</p>",
        "a <?xml version=\"1.0\"?> b|<p>a  b</p>",
        "<p>a<!-- c -->b<![CDATA[ d ]]></p>|<p>ab</p>",
      })
  void whatTheStandardReadsOtherwiseIsWrittenAsItReadsIt(String body, String html) {
    assertThat(html(body, false)).isEqualTo(html);
    assertThat(html(body, true)).isEqualTo(html);
  }
}
