package io.github.feedwright.post.frontmatter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.post.Body;
import io.github.feedwright.post.Reading;
import io.github.feedwright.post.author.Authors;
import io.github.feedwright.post.reading.ParsedPost;
import io.github.feedwright.post.reading.PostParser;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FrontMatterTest {

  static Stream<Arguments> dialects() {
    return Stream.of(
        Arguments.of("---\ntitle: A\ndate: 2013-07-12\n---\nText.\n", 5),
        Arguments.of("---\ntitle: A\ndate: 2013-07-12\n...\nText.\n", 5),
        Arguments.of("--- \ntitle: A\ndate: 2013-07-12\n---\t \nText.\n", 5),
        Arguments.of("\uFEFF---\ntitle: A\ndate: 2013-07-12\n---\nText.\n", 5),
        Arguments.of("---\r\ntitle: A\r\ndate: 2013-07-12\r\n---\r\nText.\r\n", 5),
        Arguments.of("---\rtitle: A\rdate: 2013-07-12\r---\rText.\r", 5),
        Arguments.of("\n  \n---\ntitle: A\ndate: 2013-07-12\n---\nText.\n", 7),
        Arguments.of("+++\ntitle = \"A\"\ndate = 2013-07-12\n+++\nText.\n", 5),
        Arguments.of("+++\ntitle = 'A'\ndate = \"2013-07-12\"\n+++ \nText.\n", 5),
        Arguments.of("{\n\"title\": \"A\",\n\"date\": \"2013-07-12\"\n}\nText.\n", 5),
        Arguments.of("{\"title\": \"A\", \"date\": \"2013-07-12\"}\nText.\n", 2),
        Arguments.of("{\n\"title\": \"A\",\n\"date\": \"2013-07-12\"\n};;;\nText.\n", 5),
        Arguments.of("{\n\"title\": \"A\",\n\"date\": \"2013-07-12\"\n}\n;;;\nText.\n", 6),
        Arguments.of("\"title\": \"A\",\n\"date\": \"2013-07-12\"\n;;;\nText.\n", 4),
        Arguments.of("\n\"date\": \"2013-07-12\",\n\"title\": \"A\"\n;;; \nText.\n", 5),
        Arguments.of(";;;\n\"title\": \"A\",\n\"date\": \"2013-07-12\"\n;;;\nText.\n", 5),
        Arguments.of("title: A\ndate: 2013-07-12\n---\nText.\n", 4),
        Arguments.of("tags:\n- a\n- b\ndate: 2013-07-12\ntitle: A\n---\nText.\n", 7),
        Arguments.of("<!--\n.. title: A\n.. date: 2013-07-12\n-->\nText.\n", 5),
        Arguments.of("<!-- \n.. title: A\n\n.. date: 2013-07-12\n.. tags: \n--> \nText.\n", 7),
        Arguments.of(".. title: A\n.. date: 2013-07-12\n\nText.\n", 4),
        Arguments.of("Title: A\nDate: 2013-07-12\n\nText.\n", 4),
        Arguments.of("Title:   A  \nDate:2013-07-12\nSomething Else: x\n \nText.\n", 5));
  }

  @ParameterizedTest
  @CsvSource({
    "date = 2016-12-31T23:59:60Z, 2016-12-31T23:59:59Z",
    "date = 2016-12-31 23:59:60Z # leap, 2016-12-31T23:59:59Z",
    "date = 2016-12-31T18:59:60.5-05:00, 2016-12-31T18:59:59.5-05:00",
    "date = 2016-12-31T23:59:60, 2016-12-31T23:59:59+01:00",
  })
  void tomlMayHaveALeapSecond(String date, OffsetDateTime published) {
    ParsedPost.Understood read =
        (ParsedPost.Understood)
            Reading.file(
                "a.md", "+++\n" + date + "\ntitle = 'at 2016-12-31T23:59:60Z'\n+++\nText.\n");

    assertThat(read.problems()).isEmpty();
    assertThat(read.post().dates().published()).isEqualTo(published);
    assertThat(read.post().title()).isEqualTo("at 2016-12-31T23:59:60Z");
  }

  @Test
  void aSecondThatIsNoLeapSecondIsNoToml() {
    assertThat(Reading.file("a.md", "+++\ndate = 2016-12-31T12:00:60Z\n+++\nText.\n"))
        .isInstanceOf(ParsedPost.Refused.class);
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void everyDialectGivesTheFieldsAndTheBody(String file, int bodyLine) {
    ParsedPost.Understood read = (ParsedPost.Understood) Reading.file("a.md", file);

    assertThat(read.problems()).isEmpty();
    assertThat(read.post().title()).isEqualTo("A");
    assertThat(read.post().dates().published())
        .isEqualTo(OffsetDateTime.parse("2013-07-12T00:00+02:00"));
    assertThat(read.post().body())
        .isEqualTo(new Body("Text.\n", Body.Markup.MARKDOWN, bodyLine, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "---\n---\nText.\n",
        "---\n# a comment\n---\nText.\n",
        "+++\n+++\nText.\n",
        "{}\nText.\n"
      })
  void anEmptyBlockIsFrontMatter(String file) {
    ParsedPost.Understood read = (ParsedPost.Understood) Reading.file("2013-07-12-a-post.md", file);

    assertThat(read.problems()).isEmpty();
    assertThat(read.post().body().text()).isEqualTo("Text.\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Just text.\n",
        "# A heading\n\nText.\n",
        "{% include head.html %}\n",
        "{{ page.title }}\n",
        "{: .note}\nText.\n",
        "Note: this is a paragraph\nSee: that one\n\nText.\n",
        "Usage: a heading\n---\n\nText.\n",
        "Status: how to have one\n\nText.\n",
        "\"Quoted\": said she\n\nText.\n",
        "<!-- a comment -->\nText.\n",
        "... and so on: more\n",
        "----\ntitle: A\n----\n",
        "http://example.org/\n"
      })
  void aFileWithoutFrontMatterIsNotAPost(String file) {
    assertThat(Reading.file("2013-07-12-a-post.md", file))
        .isInstanceOf(ParsedPost.WithoutFrontMatter.class);
  }

  @Test
  void twoFencesAboveSayThatAllIsText() {
    String text = "Date: how to have one\nand keep it.\n";
    ParsedPost.Understood read =
        (ParsedPost.Understood) Reading.file("2013-07-12-a.md", "---\n---\n" + text);

    assertThat(read.problems()).isEmpty();
    assertThat(read.post().body()).isEqualTo(new Body(text, Body.Markup.MARKDOWN, 3, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", " \r\n\t"})
  void anEmptyPostIsReportedAndItsLastGoodVersionStays(String file) {
    assertThat(Reading.file("2013-07-12-a-post.md", file))
        .isEqualTo(
            new ParsedPost.Refused(
                List.of(
                    Problem.error(
                        "2013-07-12-a-post.md",
                        1,
                        Kind.FILE,
                        "the file is empty; write the post, or delete the file"))));
  }

  @Test
  void anHtmlFileNeedsAFence() {
    assertThat(Reading.file("a.html", "Title: A\nDate: 2013-07-12\n\nText."))
        .isInstanceOf(ParsedPost.WithoutFrontMatter.class);
    ParsedPost.Understood read =
        (ParsedPost.Understood) Reading.file("2013-07-12-a.html", "---\ntitle: A\n---\n<p>T</p>");
    assertThat(read.post().body()).isEqualTo(new Body("<p>T</p>", Body.Markup.HTML, 4, null));
  }

  @Test
  void anHtmlFileMayBeginWithNikolasComment() {
    ParsedPost.Understood read =
        (ParsedPost.Understood)
            Reading.file("2013-07-12-a.html", "<!--\n.. title: A\n-->\n<p>T</p>");
    assertThat(read.post().body()).isEqualTo(new Body("<p>T</p>", Body.Markup.HTML, 4, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"status: draft", "status: private", "tags: a, draft", "tags: Private"})
  void aDraftOfNikolasIsHidden(String field) {
    String file = "<!--\n.. title: A\n.. date: 2013-07-12\n.. " + field + "\n-->\nText.\n";
    ParsedPost.Understood read = (ParsedPost.Understood) Reading.file("a.md", file);

    assertThat(read.problems()).isEmpty();
    assertThat(read.post().visibility().visible()).isFalse();
  }

  @Test
  void aReadmeNeedsAFence() {
    assertThat(Reading.file("README.md", "Title: A\nDate: 2013-07-12\n\nText."))
        .isInstanceOf(ParsedPost.WithoutFrontMatter.class);
    assertThat(Reading.file("docs/README.md", "---\ndate: 2013-07-12\n---\nText."))
        .isInstanceOf(ParsedPost.Understood.class);
  }

  @Test
  void tomlKeepsDatesAsWrittenAndReadsItsTables() {
    ParsedPost.Understood read =
        (ParsedPost.Understood)
            Reading.file(
                "a.md",
                """
                +++
                title = "A"
                date = 2024-05-27T07:32:00-05:00
                [taxonomies]
                tags = ["rust", 1, true]
                categories = ["news"]
                [extra]
                image = "ignored.png"
                [[extra.links]]
                url = "ignored"
                +++
                """);

    assertThat(read.problems()).isEmpty();
    assertThat(read.post().dates().published())
        .isEqualTo(OffsetDateTime.parse("2024-05-27T07:32:00-05:00"));
    assertThat(read.post().tags()).containsExactly("rust", "1", "true");
    assertThat(read.post().categories()).containsExactly("news");
    assertThat(read.post().media().image()).isNull();
    assertThat(read.post().address().permalink()).isNull();
  }

  @Test
  void aMetadataFieldGoesOnOverIndentedLines() {
    ParsedPost.Understood read =
        (ParsedPost.Understood)
            Reading.file(
                "a.md",
                """
                Title: A
                Date: 2013-07-12
                Summary: One
                    two
                \tthree
                Tags: a, b
                Empty:

                Text.
                """);

    assertThat(read.problems()).isEmpty();
    assertThat(read.post().syndication().summary()).isEqualTo("One two three");
    assertThat(read.post().tags()).containsExactly("a", "b");
    assertThat(read.post().body().line()).isEqualTo(9);
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        Arguments.of(
            "---\ntitle: A\n\nText.\n",
            "a.md:1: error: the front matter begins with --- but never ends; write --- on a line of"
                + " its own after its last field"),
        Arguments.of(
            "\n+++\ntitle = 'A'\n",
            "a.md:2: error: the front matter begins with +++ but never ends; write +++ on a line of"
                + " its own after its last field"),
        Arguments.of(
            "---\nJust a line\n---\n",
            "a.md:2: error: the front matter is not a list of fields; write each as key: value"),
        Arguments.of(
            "---\n- a\n- b\n---\n",
            "a.md:2: error: the front matter is not a list of fields; write each as key: value"),
        Arguments.of(
            "+++\ntitle = 'A'\ndraft = yes\n+++\n",
            "a.md:3: error: the front matter is not TOML: Unexpected 'y', expected a value (column"
                + " 9); strings need quotes, and each field its own line"),
        Arguments.of(
            "+++\ntitle = 'A'\ntitle = 'B'\n+++\n",
            "a.md:3: error: the front matter is not TOML: title previously defined at line 1, column"
                + " 1 (column 1); strings need quotes, and each field its own line"),
        Arguments.of(
            "{\n\"title\": \"A\",\n\"title\": \"B\"\n}\n",
            "a.md:3: error: the front matter is not JSON: Duplicate Object property \"title\";"
                + " keys and strings need double quotes, and fields need commas between them"),
        Arguments.of(
            "{\n// a comment\n\"title\": \"A\"\n}\n",
            "a.md:2: error: the front matter is not JSON: Unexpected character ('/' (code 47)): maybe"
                + " a (non-standard) comment? (not recognized as one since Feature 'ALLOW_COMMENTS'"
                + " not enabled for parser); keys and strings need double quotes, and fields need"
                + " commas between them"),
        Arguments.of(
            "{'title': 'A'}\n",
            "a.md:1: error: the front matter is not JSON: Unexpected character (''' (code 39)): was"
                + " expecting double-quote to start property name; keys and strings need double"
                + " quotes, and fields need commas between them"),
        Arguments.of(
            "Title: A\nDate: 2013-07-12\nand then text\nStatus: draft\n\nText.\n",
            "a.md:3: error: \"and then text\" is not a field of the front matter; write Key: value,"
                + " or a blank line before the text; if the file starts with its text, put two"
                + " lines --- above it"),
        Arguments.of(
            "Date: how to have one\n\nText.\n",
            "a.md:1: error: Date: \"how to have one\" is not a date in a known form; write"
                + " it like 2013-07-12 13:35:41 +0000; if the file starts with its text, put two"
                + " lines --- above it"),
        Arguments.of(
            "\"title\": \"A\",\n\"draft\": true\n\nText.\n",
            "a.md:1: error: the front matter begins with \"\"title\": \"A\",\" but never ends; write"
                + " ;;; on a line of its own after its last field"),
        Arguments.of(
            "\"title\": \"A\"\n\"draft\": true\n;;;\nText.\n",
            "a.md:2: error: the front matter is not JSON: Unexpected character ('\"' (code 34)): was"
                + " expecting comma to separate Object entries; keys and strings need double"
                + " quotes, and fields need commas between them"),
        Arguments.of(
            "title: A\ndraft: [true\n---\nText.\n",
            "a.md:2: error: draft: [ is opened and never closed; add the closing ]"),
        Arguments.of(
            "<!--\n.. title: A\n\nText.\n",
            "a.md:2: error: the front matter begins with <!-- but never ends; write --> on a line of"
                + " its own after its last field"),
        Arguments.of(
            "<!--\n.. title: A\nstatus: draft\n-->\nText.\n",
            "a.md:3: error: \"status: draft\" is not a field of the front matter; write .. key:"
                + " value"),
        Arguments.of(
            "Title: A\ntitle: B\n\nText.\n", "a.md:2: error: title: is written twice; keep one"),
        Arguments.of(
            "---\ntitle: " + "x".repeat(5000) + "\n---\n",
            "a.md:1: error: the front matter has 5008 bytes, over limits.front-matter (4096); shorten"
                + " it, or check its closing fence"),
        Arguments.of(
            "{\"title\": \"" + "é".repeat(3000) + "\"}\n",
            "a.md:1: error: the front matter has 6013 bytes, over limits.front-matter (4096); shorten"
                + " it, or check its closing fence"));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void brokenFrontMatterIsRefusedWithFileAndLine(String file, String problem) {
    ParsedPost read = Reading.file("a.md", file);

    assertThat(read).isInstanceOf(ParsedPost.Refused.class);
    assertThat(Reading.problems(read)).containsExactly(problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "comments:\n- content: !binary |-\n    /w==",
        "meta: !ruby/hash:ActiveSupport::HashWithIndifferentAccess\n  x: y",
        "base: &b {x: y}\nother: {<<: *b}",
      })
  void whatYamlIsNotTakenDoesNoHarmUnderAKeyThatIsIgnored(String field) {
    assertThat(Reading.post("title: A\n" + field).title()).isEqualTo("A");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "published: !x false",
        "layout: !x page",
        "tags:\n- !x a",
        "feed: {excerpt_only: !x true}",
        "date: !x 2013-07-12",
        "title: !x ''",
      })
  void aTagUnderAKeyThatIsReadRefusesThePost(String field) {
    ParsedPost read = Reading.file("2013-07-12-a.md", "---\n" + field + "\n---\n");

    assertThat(read).isInstanceOf(ParsedPost.Refused.class);
    assertThat(Reading.problems(read)).hasSize(1);
  }

  @Test
  void yamlThatDoesNotParseIsRefusedWithItsLine() {
    ParsedPost read = Reading.file("a.md", "---\ndate: 2013-07-12\ntitle: Foo: bar\n---\n");

    assertThat(read).isInstanceOf(ParsedPost.Refused.class);
    assertThat(Reading.problems(read)).singleElement().asString().startsWith("a.md:3: error: ");
  }

  @Test
  void aFileOverTheLimitIsRefusedUnread() {
    PostParser parser = new PostParser(Reading.settings(), Authors.none());
    String problem =
        "a.md:1: error: the file has 1048577 bytes, over limits.post (1048576); shorten it, or"
            + " raise the limit";

    assertThat(Reading.problems(parser.tooLarge("a.md", 1_048_577))).containsExactly(problem);
    assertThat(Reading.problems(parser.parse("a.md", new byte[1_048_577])))
        .containsExactly(problem);
  }
}
