package io.github.feedwright.post.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MdxTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "import A from './a'\\n\\nText | \\n\\nText",
        "import {\\n  A,\\n  B\\n} from './a'\\nexport const x = {\\n\\n  a: 1\\n}\\n\\nText | \\n\\n\\n\\n\\n\\n\\n\\n\\nText",
        "We\\nimport goods. | We\\nimport goods.",
        "import duties rose. | import duties rose.",
        "A <Note type=\"tip\">see *this*</Note> b | A see *this* b",
        "<Tabs items={[{a: '>'}, {b: 1}]}>\\n\\nOne\\n\\n</Tabs> | \\n\\nOne\\n\\n",
        "<TabItem value=\"npm\" label=\"N*P*M\">\\n\\nOne\\n\\n</TabItem> | **N\\*P\\*M**  \\n\\nOne\\n\\n",
        "<TabItem label={'a'} value=\"b\" default>\\nOne\\n</TabItem> | **a**  \\nOne\\n",
        "<TabItem\\n  value='b'\\n>\\nOne | **b**  \\n\\n\\nOne",
        "<TabItem label=\"a\">One</TabItem> | **a**  One",
        "<TabItem value={b}>One</TabItem> <TabItems label=\"a\"/>b | One b",
        "<Chart.Bar\\n  data={x}\\n  title=\"a > b\"\\n/>\\nText | \\n\\n\\n\\nText",
        "Sum: {1 + 1}, {{a: 1}} end | Sum: ,  end",
        "{/* a comment */}Text | Text",
        "<>\\nText\\n</> | \\nText\\n",
        "`{code}` and ``a ` {b}`` | `{code}` and ``a ` {b}``",
        "\\{kept\\} | \\{kept\\}",
        "```js\\nimport a\\n<A/>{b}\\n```\\n{b} | ```js\\nimport a\\n<A/>{b}\\n```\\n",
        "<b>html</b> <img src=\"a.png\" /> | <b>html</b> <img src=\"a.png\" />",
        "<img src=\"a.png\" width={280} style={{margin: 10}} /> | <img src=\"a.png\" width=\"280\" />",
        "<img src={require('./a.png').default} alt={\"An *a*\"} {...rest} /> | <img src=\"./a.png\" alt=\"An *a*\"  />",
        "<details>\\n<summary>**a**</summary> | <details>\\n<summary markdown=\"1\">**a**</summary>",
        "  <figcaption className={b}>a | <figcaption markdown=\"1\">a",
        "a <summary>**a**</summary> | a <summary>**a**</summary>",
        "a ={b} c | a = c",
        "a < B and {open | a < B and {open",
      })
  void componentsAndExpressionsGoAndTheirTextStays(String mdx, String markdown) {
    assertThat(Mdx.markdown(text(mdx))).isEqualTo(text(markdown == null ? "" : markdown));
  }

  private static String text(String written) {
    return written.replace("\\n", "\n");
  }

  @Test
  void aPostOfProgramsIsOneOfWhichMostGoes() {
    String programs = "export const a = [1, 2, 3].map(each => each * 2)\n\nShort.\n";
    assertThat(Mdx.isMostlyGone(programs, Mdx.markdown(programs))).isTrue();
    String words = "import A from './a'\n\nA text with more words than that. <A/>\n";
    assertThat(Mdx.isMostlyGone(words, Mdx.markdown(words))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "<A ", "`", "import {\n", "<A b={", "{\"", "```\n", "\\"})
  void hostileTextTakesLinearTime(String part) {
    String hostile = part.repeat(20_000);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertThat(Mdx.markdown(hostile)).isNotNull());
  }
}
