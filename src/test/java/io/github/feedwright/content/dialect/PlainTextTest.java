package io.github.feedwright.content.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlainTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A &mdash; B &amp; C              | A — B & C",
        "&amp;lt;b&amp;gt;                | &lt;b&gt;",
        "&lt;b&gt;x&lt;/b&gt;             | <b>x</b>",
        "An <em>em</em> and <CODE>c</code>| An em and c",
        "<a href=\"x\">Link <b>b</b></a>  | Link b",
        "Vec<T> and <b>                   | Vec<T> and <b>",
        "</em> a < b > c                  | </em> a < b > c",
        "<b><i>x</b></i>                  | <i>x</i>",
        "<script>x</script>               | <script>x</script>",
        "a<br>b<br/>c<BR class=x />d       | a b c d",
        "AT&T &nosuch;                    | AT&T &nosuch;",
      })
  void entitiesAreDecodedOnceAndClosedTagsGo(String written, String text) {
    assertThat(PlainText.of(written)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "On <math><mi>x</mi></math> | On x",
        "<math display='block'><mrow><msup><mi>x</mi><mn>2</mn></msup><mo>+</mo><mspace width='1em'/><mn>1</mn></mrow></math> | x2+1",
        "<math><semantics><mi>x</mi><annotation encoding='application/x-tex'>\\x</annotation></semantics></math> | x",
        "<math><mfrac><mphantom><mi>y</mi></mphantom><mi>x</mi></mfrac></math> | x",
        "The <math> element and <mi> | The <math> element and <mi>",
      })
  void ofAFormulaItsTextStays(String written, String text) {
    assertThat(PlainText.of(written)).isEqualTo(text);
    assertThat(PlainText.ofBlocks(written)).isEqualTo(text);
  }

  @Test
  void whiteSpaceIsOneBlankAndControlsGo() {
    assertThat(PlainText.of("  a\n\tb\u00a0\u2028c\r\nd\u0000e\u0007f\u009fg\ufffeh\ud800i "))
        .isEqualTo("a b c defŸghi");
    assertThat(PlainText.of("It\u0092s \ufffd")).isEqualTo("It’s ?");
  }

  @ParameterizedTest
  @CsvSource({
    "a\u202eb, ab",
    "a\u202eb\u202cc, a\u202eb\u202cc",
    "\u202ca, a",
    "\u2067a\u2069b, \u2067a\u2069b",
    "\u2067a\u202c, a",
    "\u202b\u2067a\u2069, \u2067a\u2069",
    "a\u200fb, a\u200fb",
  })
  void bidirectionalControlsStandInPairsOnly(String written, String text) {
    assertThat(PlainText.of(written)).isEqualTo(text);
  }
}
