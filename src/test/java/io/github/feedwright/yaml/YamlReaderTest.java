package io.github.feedwright.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class YamlReaderTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "No",
        "yes",
        "true",
        "0777",
        "12:30",
        "1.10",
        "1_000",
        "0x1F",
        ".inf",
        "=",
        "2013-07-12 13:35:41+00:00",
        "2014-02-30",
        "1e3",
        "Foo:bar",
        "C#",
        "<<"
      })
  void aScalarIsItsAuthorsText(String text) throws MalformedYaml {
    assertThat(value("title: " + text)).isEqualTo(new Scalar(text, true, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "~", "null", "Null", "NULL", " # nothing"})
  void aMissingValueIsNull(String text) throws MalformedYaml {
    assertThat(value("title: " + text)).isEqualTo(new Null(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"''", "\"\"", "'null'", "\"~\""})
  void aQuotedValueIsNeverNull(String text) throws MalformedYaml {
    assertThat(value("title: " + text))
        .isEqualTo(new Scalar(text.substring(1, text.length() - 1), false, 1));
  }

  @Test
  void everyNodeKnowsItsLineInTheFile() throws MalformedYaml {
    String text =
        "title: a\ntags:\n  - b\n  - [c]\nauthor:\n  name: d\n  url:\nbody: |\n  e\n  f\n";

    assertThat(YamlReader.read(text, 11))
        .isEqualTo(
            new Mapping(
                List.of(
                    new Mapping.Field("title", 11, new Scalar("a", true, 11)),
                    new Mapping.Field(
                        "tags",
                        12,
                        new Sequence(
                            List.of(
                                new Scalar("b", true, 13),
                                new Sequence(List.of(new Scalar("c", true, 14)), 14)),
                            13)),
                    new Mapping.Field(
                        "author",
                        15,
                        new Mapping(
                            List.of(
                                new Mapping.Field("name", 16, new Scalar("d", true, 16)),
                                new Mapping.Field("url", 17, new Null(17))),
                            16)),
                    new Mapping.Field("body", 18, new Scalar("e\nf\n", false, 19))),
                11));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "# only a comment\n", "---\n", "---\n...\n", "~", "\uFEFF"})
  void anEmptyDocumentIsAnEmptyMapping(String text) throws MalformedYaml {
    assertThat(YamlReader.read(text, 1))
        .isInstanceOfSatisfying(Mapping.class, root -> assertThat(root.fields()).isEmpty());
  }

  @Test
  void aRootThatIsNoMappingIsReturnedAsItIs() throws MalformedYaml {
    assertThat(YamlReader.read("- a", 3))
        .isEqualTo(new Sequence(List.of(new Scalar("a", true, 3)), 3));
  }

  @Test
  void anAliasOfATextIsThatText() throws MalformedYaml {
    assertThat(YamlReader.read("a: &x 'No'\nb: *x", 1))
        .isEqualTo(
            new Mapping(
                List.of(
                    new Mapping.Field("a", 1, new Scalar("No", false, 1)),
                    new Mapping.Field("b", 2, new Scalar("No", false, 2))),
                1));
  }

  @Test
  void keysThatImportersBrokeAreKeptWithTheirText() throws MalformedYaml {
    Mapping root =
        (Mapping)
            YamlReader.read("? ''\n: a\n? ''\n: b\n? [c,\n  d]\n: e\n{f: g}: h\nnull: i\n", 1);

    assertThat(root.fields())
        .extracting(Mapping.Field::key)
        .containsExactly("", "[c, d]", "{f: g}", "null");
  }

  @Test
  void linesAreCountedBehindCharactersOutsideTheBasicPlane() throws MalformedYaml {
    Mapping root = (Mapping) YamlReader.read("a: 😀😀\n[b, 😀]: c", 1);

    assertThat(root.fields().get(1))
        .isEqualTo(new Mapping.Field("[b, 😀]", 2, new Scalar("c", true, 2)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"!binary |-\n  w5xiZXI=", "!!binary w5xiZXI=", "!binary w5xi ZXI="})
  void base64OfATextIsThatText(String text) throws MalformedYaml {
    assertThat(value("title: " + text)).isEqualTo(new Scalar("Über", false, 1));
  }

  @Test
  void unsupportedYamlIsAllowedWhereNobodyReadsIt() throws MalformedYaml {
    Mapping root =
        (Mapping)
            YamlReader.readLeniently(
                "a: &a {x: y}\nb: *a\nc: {<<: *a}\nd: !e f\ng: !h {i: j}\nk: {!l m: n}\n", 1);

    assertThat(root.fields().subList(1, 6))
        .allSatisfy(field -> assertThat(field.value()).isInstanceOf(Unread.class));
  }

  @ParameterizedTest
  @ValueSource(strings = {"!x\na: b", "<<: {published: false}", "!x published: false", "a: !x [b"})
  void whatIsNotTakenIsRefusedWhereItHidesKeys(String text) {
    assertThat(catchThrowableOfType(MalformedYaml.class, () -> YamlReader.readLeniently(text, 1)))
        .isNotNull();
  }

  @Test
  void aDuplicateKeyIsAnErrorThatNamesBothLines() {
    MalformedYaml malformed = refused("title: a\ndate: b\ntitle: c\n");

    assertThat(malformed.line()).isEqualTo(13);
    assertThat(malformed)
        .hasMessage("title: this key is already on line 11; remove one of the two");
  }

  static MalformedYaml refused(String text) {
    MalformedYaml malformed =
        catchThrowableOfType(MalformedYaml.class, () -> YamlReader.read(text, 11));
    assertThat(malformed).as(text).isNotNull();
    return malformed;
  }

  static Node value(String text) throws MalformedYaml {
    return ((Mapping) YamlReader.read(text, 1)).fields().get(0).value();
  }
}
