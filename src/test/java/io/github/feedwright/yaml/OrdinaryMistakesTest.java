package io.github.feedwright.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an author reads who made a mistake that everybody makes. */
final class OrdinaryMistakesTest {

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeIsReportedWithItsLineAndItsFix(String mistake) {
    String[] parts = mistake.split(" => ", -1);
    String text = parts[0].replace("\\n", "\n").replace("\\t", "\t");

    MalformedYaml malformed = YamlReaderTest.refused(text);

    assertThat(malformed.line() - 10 + " => " + malformed.getMessage())
        .isEqualTo(parts[1] + " => " + parts[2]);
  }

  @Test
  void aLongValueIsShortened() {
    assertThat(YamlReaderTest.refused("title: @" + "x".repeat(100)))
        .hasMessage(
            "title: a value that begins with @ needs quotes; write title: \"@%s…\""
                .formatted("x".repeat(59)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"A\" and \"B\"",
        "'A' and 'B'",
        "\"A\": \"B\"",
        "\"a\"b\"c\"",
        "\"a\" b",
        "\"It's\" or \"not\"",
        "'It's' or 'not'",
        "\"A\", \"B\" and \"C\"",
      })
  void whatIsAdvisedKeepsTheAuthorsText(String title) throws MalformedYaml {
    String message = YamlReaderTest.refused("title: " + title).getMessage();

    String advised = message.substring(message.indexOf("; write ") + "; write ".length());
    assertThat(YamlReaderTest.value(advised))
        .isInstanceOfSatisfying(Scalar.class, text -> assertThat(text.text()).isEqualTo(title));
  }

  static Stream<String> mistakes() {
    return """
        title: Foo: bar => 1 => title: a value with ": " in it needs quotes; write title: "Foo: bar"
        title: [WIP] x => 1 => title: a value that begins with [ needs quotes; write title: "[WIP] x"
        title: [WIP] x\\ndate: 2020-01-01 => 1 => title: a value that begins with [ needs quotes; write title: "[WIP] x"
        title: {{ x }} y => 1 => title: a value that begins with { needs quotes; write title: "{{ x }} y"
        title: a\\n<<: {published: false} => 2 => <<: merge keys are not supported; write the keys themselves
        redirect_from: [/a, /?p=12, /old] => 1 => redirect_from: in brackets a value with ? in it needs quotes; write "/?p=12"
        redirect_from: [\\n  /a,\\n  /?p=12,\\n  /old\\n] => 3 => redirect_from: in brackets a value with ? in it needs quotes; write "/?p=12"
        title: a\\nredirect_from:\\n  [/?p=12] => 3 => redirect_from: in brackets a value with ? in it needs quotes; write "/?p=12"
        - [/?p=12] => 1 => in brackets a value with ? in it needs quotes; write "/?p=12"
        title: @x => 1 => title: a value that begins with @ needs quotes; write title: "@x"
        title: %x => 1 => title: a value that begins with % needs quotes; write title: "%x"
        title: `x` => 1 => title: a value that begins with ` needs quotes; write title: "`x`"
        title: *foo => 1 => title: a value that begins with * needs quotes; write title: "*foo"
        title: *foo* bar => 1 => title: a value that begins with * needs quotes; write title: "*foo* bar"
        title: !important => 1 => title: a value that begins with ! needs quotes; write title: "!important"
        title: !!str x => 1 => title: !!str names a type, and types are not supported; write title: x
        published: !!bool false => 1 => published: !!bool names a type, and types are not supported; write published: false
        date: !!timestamp 2013-07-12 => 1 => date: !!timestamp names a type, and types are not supported; write date: 2013-07-12
        date: !timestamp '2013-07-12' => 1 => date: !timestamp names a type, and types are not supported; write date: '2013-07-12'
        title: !binary |-\\n  /w== => 1 => title: !binary says that the value is Base64, but it does not decode to UTF-8 text; write the value as text
        title: !!binary AAAA => 1 => title: !!binary says that the value is Base64, but it does not decode to UTF-8 text; write the value as text
        date: !ruby/object:DateTime 2013-01-04 10:00:00 => 1 => date: !ruby/object:DateTime names a type, and types are not supported; write date: 2013-01-04 10:00:00
        meta: !ruby/hash:A::B\\n  x: y => 1 => meta: !ruby/hash:A::B names a type, and types are not supported; remove it
        tags: !list\\n- a => 1 => tags: !list names a type, and types are not supported; remove it
        meta: {<<: *a}\\n => 1 => *a refers to nothing above; quote it
        title: !!str |\\n  x => 1 => title: !!str names a type, and types are not supported; write title: |
        tags: !!set {a, b} => 1 => tags: !!set names a type, and types are not supported; write tags: {a, b}
        title: !!wow x => 1 => title: a value that begins with ! needs quotes; write title: "!!wow x"
        title: & x => 1 => title: a value that begins with & needs quotes; write title: "& x"
        title: - foo => 1 => title: a value that begins with "- " needs quotes; write title: "- foo"
        title: ? foo => 1 => title: a value that begins with "? " needs quotes; write title: "? foo"
        title: > foo => 1 => title: a value that begins with > needs quotes; write title: "> foo"
        title: , x => 1 => title: a value that begins with , needs quotes; write title: ", x"
        title: "Foo" bar => 1 => title: the value continues after its closing quote; write title: '"Foo" bar'
        title: "a" b => 1 => title: the value continues after its closing quote; write title: '"a" b'
        title: "A" and "B" => 1 => title: the value continues after its closing quote; write title: '"A" and "B"'
        title: 'It's' => 1 => title: the value continues after its closing quote; write title: "It's"
        title: "Say "hi" to me" => 1 => title: the value continues after its closing quote; write title: 'Say "hi" to me'
        title: 'It's fine' => 1 => title: the value continues after its closing quote; write title: "It's fine"
        title: "Foo": bar => 1 => title: the value continues after its closing quote; write title: '"Foo": bar'
        title: C: \\q: x => 1 => title: a value with ": " in it needs quotes; write title: 'C: \\q: x'
        title: a\\nintro: "abc\\ndate: c => 2 => intro: " is opened and never closed; add the closing "
        title: 'x => 1 => title: ' is opened and never closed; add the closing '
        tags: [a, b\\ndate: c => 1 => tags: [ is opened and never closed; add the closing ]
        tags: [a, b => 1 => tags: [ is opened and never closed; add the closing ]
        meta: {a: b => 1 => meta: { is opened and never closed; add the closing }
        date: a\\n\\ttitle: b => 2 => a tab indents this line; YAML allows only spaces there
        tags:\\n\\t- b => 2 => a tab indents this line; YAML allows only spaces there
        title:foo\\ndate: x => 1 => title: a space is missing after the colon; write title: foo
        title: x\\n date: y => 2 => date: the line is indented more than the line above, so it continues the value there; remove the indentation
        title: x\\nfoo\\ndate: c => 2 => "foo" is not a key with a value; write it as key: value, or indent it to continue the line above
        title: x\\ntags\\n => 2 => "tags" is not a key with a value; write it as key: value, or indent it to continue the line above
        title: x\\nthis is a sentence\\ndate: a => 2 => "this is a sentence" is not a key with a value; write it as key: value, or indent it to continue the line above
        path: "C:\\q" => 1 => path: in double quotes a backslash begins an escape; write path: 'C:\\q'
        a: b\\n---\\nc: d => 2 => a second document begins here; remove it and the line ---
        title: a\\n- b => 2 => this line does not fit the lines above; check its indentation, and the quotes and brackets above
        a:\\n  b: c\\n d: e => 3 => this line does not fit the lines above; check its indentation, and the quotes and brackets above
        a: |\\n   x\\n  y => 3 => this line does not fit the lines above; check its indentation, and the quotes and brackets above
        x: [a, b: c: d] => 1 => this is not YAML (expected ',' or ']', but got :); check quotes, brackets and indentation on this line and above
        title: 'one\\ndate: 'two' => 2 => this line does not fit the lines above; check its indentation, and the quotes and brackets above
        %foo\\na: b => 2 => this is not YAML (expected '<document start>', but found '<scalar>'); check quotes, brackets and indentation on this line and above
        title: a\\ntext: &x [a]\\nmore: *x => 3 => *x refers to a list or a map, and only texts can be repeated; write it out
        url:http://example.org\\ntitle: b => 1 => url: a space is missing after the colon; write url: http://example.org
        - name: @x => 1 => name: a value that begins with @ needs quotes; write name: "@x"
        - a\\n- *foo => 2 => *foo refers to nothing above; quote it
        - a\\n- !foo => 2 => YAML tags are not supported; remove the tag, or quote it
        """
        .lines();
  }
}
