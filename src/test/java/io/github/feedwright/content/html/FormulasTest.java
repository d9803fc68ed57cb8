package io.github.feedwright.content.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.content.Content;
import io.github.feedwright.content.Rendered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FormulasTest {
  private final Rendered post = Rendered.plain();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<math><mi>x</mi><mo stretchy=\"false\">=</mo><mn>1</mn></math>",
        "<math display=\"block\" alttext=\"x_1\"><msub><mi mathvariant=\"bold\">x</mi><mn>1</mn></msub></math>",
        "<math><mfrac linethickness=\"0\"><mi>a</mi><mi>b</mi></mfrac><msqrt><mi>c</mi></msqrt></math>",
        "<math><mtable columnalign=\"left\"><mtr><mtd><mtext>a &lt; b</mtext></mtd></mtr></mtable></math>",
        "<math><munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover><mspace width=\"1em\"></mspace></math>",
      })
  void presentationIsPublished(String formula) {
    Content html = post.of("2024-01-01-a.html", "", formula);
    assertThat(html.html()).isEqualTo(formula);
    assertThat(html.problems()).isEmpty();
    assertThat(html.summary()).isNotBlank().doesNotContain("<m");
    assertThat(post.html("a " + formula)).isEqualTo("<p>a " + formula + "</p>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<mi onclick='x()' href='javascript:x' style='color:red' id='i' xlink:href='x'>k</mi> | <mi>k</mi>",
        "<mspace width='1em'/><mi>k</mi> | <mspace width=\"1em\"></mspace><mi>k</mi>",
        "<semantics><mi>k</mi><annotation encoding='application/x-tex'>x</annotation></semantics> | <mi>k</mi>",
        "<semantics><mi>k</mi><annotation-xml encoding='text/html'><p>x</p></annotation-xml></semantics> | <mi>k</mi>",
        "<maction actiontype='toggle'><mi>k</mi><mi>x</mi></maction> | <mi>k</mi>",
        "<mi>k</mi><mphantom><mi>x</mi></mphantom> | <mi>k</mi>",
        "<mtext><b>k</b><a href='javascript:x'>l</a></mtext> | <mtext>kl</mtext>",
        "<mtext>k<script>x</script><iframe src='//x'></iframe><img src='x'></mtext> | <mtext>k</mtext>",
        "<mi>k</mi><style>x</style><script>x</script> | <mi>k</mi>",
        "<apply><ci>k</ci></apply> | k",
        "<mi><![CDATA[><img src=x onerror=y>]]></mi> | <mi>&gt;&lt;img src=x onerror=y&gt;</mi>",
        "<mtext><math><mi>k</mi></math></mtext> | <mtext><math><mi>k</mi></math></mtext>",
      })
  void nothingElseIs(String inside, String clean) {
    assertThat(post.of("2024-01-01-a.html", "", "<math>" + inside + "</math>").html())
        .isEqualTo("<math>" + clean + "</math>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<msub><mphantom><mi>x</mi></mphantom><mn>2</mn></msub> | <msub><mrow></mrow><mn>2</mn></msub>",
        "<mfrac><mi hidden>x</mi><mi>y</mi></mfrac> | <mfrac><mrow></mrow><mi>y</mi></mfrac>",
        "<munderover><mo>k</mo><mi style='display:none'>x</mi><mn>2</mn></munderover> | <munderover><mo>k</mo><mrow></mrow><mn>2</mn></munderover>",
        "<mroot><mi>k</mi><mglyph src='x'></mglyph></mroot> | <mroot><mi>k</mi><mrow></mrow></mroot>",
        "<msup><apply><mi>k</mi><mo>!</mo></apply><mn>2</mn></msup> | <msup><mrow><mi>k</mi><mo>!</mo></mrow><mn>2</mn></msup>",
        "<msup><maction></maction><mn>2</mn></msup> | <msup><mrow></mrow><mn>2</mn></msup>",
        "<mtable><mtr><mtd hidden><mi>x</mi></mtd><mtd><mi>y</mi></mtd></mtr></mtable> | <mtable><mtr><mtd></mtd><mtd><mi>y</mi></mtd></mtr></mtable>",
      })
  void whatIsCountedKeepsItsPlace(String inside, String clean) {
    assertThat(post.of("2024-01-01-a.html", "", "<math>" + inside + "</math>").html())
        .isEqualTo("<math>" + clean + "</math>");
    assertThat(post.html("<math>" + inside + "</math>")).isEqualTo("<math>" + clean + "</math>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<span class='katex'><span class='katex-mathml'>{m}</span><span class='katex-html' aria-hidden='true'>x</span></span>",
        "<mjx-container class='MathJax' jax='SVG'><svg><g></g></svg><mjx-assistive-mml>{m}</mjx-assistive-mml></mjx-container>",
        "<span class='MathJax' data-mathml='x'><nobr>x</nobr><span class='MJX_Assistive_MathML'>{m}</span></span>",
      })
  void ofAFormulaThatIsWrittenTwiceTheMathMlStays(String twice) {
    String formula = "<math><mi>a</mi></math>";
    Content content =
        post.of("2024-01-01-a.html", "", "<p>b " + twice.replace("{m}", formula) + " c</p>");
    assertThat(content.html()).isEqualTo("<p>b " + formula + " c</p>");
    assertThat(content.problems()).isEmpty();
  }

  @Test
  void ofOneThatIsWrittenOnceNothingGoes() {
    String html = "<span class=\"katex\"><span class=\"katex-html\">x</span></span>";
    assertThat(post.of("2024-01-01-a.html", "", html).html()).isEqualTo(html);
  }

  @Test
  void aPostMayBeAFormulaAlone() {
    assertThat(post.of("<math><mi>x</mi></math>\n").summary()).isEqualTo("x");
  }
}
