package io.github.feedwright.content.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.content.Content;
import io.github.feedwright.content.Rendered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is shown of a post that is over a limit. */
final class PlainPostTest {
  private final Rendered post = Rendered.plain();
  private final Rendered small = Rendered.with("limits: {lines: 1}");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[//]: # (SECRET)",
        "[a]: <> 'SECRET'",
        "[a]: /b\n  \"SECRET\nSECRET\"",
        "[^a]: SECRET\n    SECRET",
        "<!A SECRET>",
        "<!A1,SECRET>",
        "<![CDATA[SECRET]]>",
        "{% # SECRET %}",
        "{%- # SECRET\n # SECRET -%}",
        "```{style='display:none'}\nSECRET\n```",
        "> ~~~ sh {hidden}\n> SECRET\n> ~~~",
        "<style>.x{display:none}</style><p class='y x'>SECRET</p>",
        "<style><!-- #i, .y.z {display:none} --></style><p id=i>SECRET</p><i class='z y'>SECRET</i>",
        "<style>@media screen {div em {display:none}}</style><div><em>SECRET</em></div>",
        "<dialog>SECRET</dialog>",
        "<textarea>SECRET</textarea>",
        "<input type=hidden value=SECRET>",
        "<select><option>SECRET</option></select>",
        "<svg><text>SECRET</text></svg>",
        "<title>SECRET</title>",
        "<meta name=a content=SECRET>",
        "<iframe srcdoc=SECRET>SECRET</iframe>",
        "<b data-a=SECRET onclick='SECRET'>b</b>",
        "<noframes>SECRET</noframes>",
        "{::nomarkdown}<!-- SECRET -->b{:/nomarkdown}",
        "{::nomarkdown}\n{% comment %}SECRET{% endcomment %}\n<!-- SECRET -->\n{:/}",
      })
  void itShowsNothingThatIsHiddenOtherwise(String hidden) {
    String text = "K\n\n" + hidden + "\n\nL\n";
    for (Rendered each : new Rendered[] {post, small}) {
      Content content = each.of(text);
      assertThat(content.html()).contains("K", "L").doesNotContain("SECRET");
      assertThat(content.summary()).contains("K").doesNotContain("SECRET");
    }
    assertThat(small.of(text).html()).startsWith("<pre>K\n");
    assertThat(post.of("> ".repeat(150) + "\n\n" + text).html()).doesNotContain("SECRET");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<![CDATA[ SECRET", "<!-- SECRET", "{# SECRET", "{% comment %} SECRET"})
  void norWhatHasNoEnd(String hidden) {
    assertThat(small.of("K\n\n" + hidden).html()).contains("K").doesNotContain("SECRET");
  }

  @ParameterizedTest
  @CsvSource({
    "<!-- SECRET, -->",
    "{# SECRET, #}",
    "{/* SECRET, */}",
    "<?php SECRET, ?>",
    "{% comment %} SECRET, {% endcomment %}",
  })
  void aCommentWithoutAnEndIsReported(String hidden, String end) {
    for (Rendered each : new Rendered[] {post, small}) {
      assertThat(each.problems("> ".repeat(150) + "K\n\n" + hidden))
          .contains(
              "posts/2024-01-01-a.md:7: warning: a comment has no end, so everything after it is"
                  + " hidden; write \""
                  + end
                  + "\" where it ends");
    }
  }

  @Test
  void theRestIsShownAsItIsWritten() {
    String text =
        "a [^1] [b] <i class=\"c\">d</i> Map<K, V>\n\n[Note]: this is text\n\n[^1]: e\n"
            + "<a href=\"/f\" title='g'>h</a>";
    String shown = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    assertThat(small.of(text).html()).isEqualTo("<pre>" + shown + "</pre>");
  }
}
