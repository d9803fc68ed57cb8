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
        "<Foo a='it \"q\" > y' b={\"}\"} c={`>`}>kept</Foo> | kept",
        "A{a && <b>don't</b>} b | A b",
        "a{\" \"}b {'c'} {`d`}{\"}\"}{x} | a b c d",
        "<A>\\n    <B>\\n        One **two**\\n\\n        - a\\n            - b\\n    </B>\\n    Three\\n</A> | \\n\\nOne **two**\\n\\n- a\\n    - b\\n\\nThree\\n",
        "- a\\n\\n  <A>\\n      b\\n\\n      ```\\n      <A>\\n          c\\n      ```\\n  </A>\\n\\n  d | - a\\n\\n  \\n  b\\n\\n  ```\\n  <A>\\n      c\\n  ```\\n  \\n\\n  d",
        "<A\\n  b={c}\\n>\\n\\ttext\\n</A> | \\n\\n\\ntext\\n",
        "a < B and {open | a < B and {open",
        "## A {#own-id}\\n\\n{#b} c {# d} e | ## A {#own-id}\\n\\n{#b} c  e",
      })
  void componentsAndExpressionsGoAndTheirTextStays(String mdx, String markdown) {
    assertThat(Mdx.markdown(text(mdx))).isEqualTo(text(markdown == null ? "" : markdown));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<Foo\\n  bar={a > b}\\n  baz=\"x > y\"\\n/>\\n\\nText | \\n\\n\\n\\n\\nText",
        "<Foo bar={a > b}>*child*</Foo> tail | *child* tail",
        "<Foo.Bar a=\"1\">kid</Foo.Bar> <Foo.Bar/> | kid",
        "<A x={[1].map(i => <b>{i}</b>)}>\\n\\nText\\n\\n</A> | \\n\\nText\\n\\n",
        "a <NOTE> b </NOTE> {c} <A b=\"c\"/> | a <NOTE> b </NOTE> {c} <A b=\"c\"/>",
        "List<Map.Entry> and {a} <A.B> | List<Map.Entry> and {a} <A.B>",
        "a <Foo/> b <FooBar /> c <Foo>d</Foo> <Br/> <BR/> <IMG /> | a  b  c <Foo>d</Foo> <Br/> <BR/> <IMG />",
        "List<Map.Entry> and `</Map.Entry>` | List<Map.Entry> and `</Map.Entry>`",
        "`<A b={c}/>`\\n\\n    <A b={c}/>\\n    <A b={c}/>\\n\\n```\\n<A b={c}/>\\n``` | `<A b={c}/>`\\n\\n    <A b={c}/>\\n    <A b={c}/>\\n\\n```\\n<A b={c}/>\\n```",
      })
  void inPlainMarkdownOnlyTagsGoThatCanBeNothingElse(String markdown, String rest) {
    assertThat(Mdx.withoutTags(text(markdown)).strip()).isEqualTo(text(rest).strip());
  }

  private static String text(String written) {
    return written.replace("\\n", "\n").replace("\\t", "\t");
  }

  @Test
  void aPostOfProgramsIsOneOfWhichMostGoes() {
    String programs = "export const a = [1, 2, 3].map(each => each * 2)\n\nShort.\n";
    assertThat(Mdx.isMostlyGone(programs, Mdx.markdown(programs))).isTrue();
    String words = "import A from './a'\n\nA text with more words than that. <A/>\n";
    assertThat(Mdx.isMostlyGone(words, Mdx.markdown(words))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "<A.b>",
        "<A b={c ",
        "{'",
        "{'}",
        "<A>\n  ",
        "<A ",
        "`",
        "import {\n",
        "<A b={",
        "{\"",
        "```\n",
        "\\"
      })
  void hostileTextTakesLinearTime(String part) {
    String hostile = part.repeat(20_000);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          assertThat(Mdx.markdown(hostile)).isNotNull();
          assertThat(Mdx.withoutTags(hostile)).isNotNull();
        });
  }
}
