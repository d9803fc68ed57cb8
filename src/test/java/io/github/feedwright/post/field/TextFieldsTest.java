package io.github.feedwright.post.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.post.Reading;
import io.github.feedwright.post.reading.ParsedPost;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TextFieldsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "title: The Summer of Gluster is Here! | The Summer of Gluster is Here!",
        "title: 2013 | 2013",
        "title: No | No",
        "title: 12:30 | 12:30",
        "title: 0777 | 0777",
        "title: ! 'WordPress: an import' | WordPress: an import",
        "title: ! \"WordPress\" | WordPress",
        "title:\tTabs \t| Tabs",
        "title: \t 'Tabs' | Tabs",
        "title: Tom &amp; Jerry | Tom &amp; Jerry",
        "TITLE: x | x",
        "title: | A post",
        "layout: post | A post",
      })
  void aTitleIsTextElseTheFileNamesWords(String field, String title) {
    assertThat(Reading.post(field).title()).isEqualTo(title);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "---\ntitle: \"\"\n---\n",
        "---\nTitle: '  '\n---\n",
        "+++\ntitle = \"\"\n+++\n",
        "{\"title\": \"\"}\n"
      })
  void aTitleThatIsEmptyOnPurposeIsNone(String frontMatter) {
    ParsedPost read = Reading.file("2013-07-12-a-post.md", frontMatter + "Text.\n");

    assertThat(((ParsedPost.Understood) read).post().title()).isEmpty();
    assertThat(Reading.problems(read)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2024-01-01-093000.md,",
    "2024-01-01-09-30-00.md,",
    "2024-01-01.md,",
    "20240101093000.md,",
    "2024-01-01T093000.md,",
    "notes/2024-01-01-1/index.md,",
    "2024-01-01-093000.de.md,",
    "2024-01-01-٠٩٣٠.md,",
    "2024-01-01-9-to-5.md, 9 to 5",
    "2024-01-01-2k.md, 2k",
    "2024-01-01-3.0-is-out.md, 3.0 is out",
  })
  void aFileNameOfDigitsIsNoTitle(String path, @Nullable String title) {
    ParsedPost read = Reading.file(path, "---\ndate: 2024-01-01\n---\nText.\n");

    assertThat(((ParsedPost.Understood) read).post().title()).isEqualTo(title == null ? "" : title);
  }

  @Test
  void aTitleOfDigitsStays() {
    ParsedPost read = Reading.file("2024-01-01-093000.md", "---\ntitle: 1984\n---\n");

    assertThat(((ParsedPost.Understood) read).post().title()).isEqualTo("1984");
  }

  @Test
  void aTitleOfTwoLinesBecomesOne() {
    assertThat(Reading.post("title: >\n  One\n  two\n").title()).isEqualTo("One two");
  }

  @Test
  void aTitleThatIsAListIsReported() {
    ParsedPost.Understood read = Reading.fields("title: [WIP, x]");

    assertThat(read.post().title()).isEqualTo("A post");
    assertThat(Reading.problems(read))
        .containsExactly(
            "2013-07-12-a-post.md:2: warning: title: \"[WIP, x]\" is a list; write one value");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "title: A |",
        "excerpt: e | e",
        "summary: s | s",
        "description: d | d",
        "intro: i | i",
        "intro: i; description: d; summary: s; excerpt: e | e",
        "intro: i; description: d; summary: s; excerpt: '' | s",
        "excerpt: ; intro: i | i",
        "summary: true; intro: i | i",
      })
  void theFirstSummaryThatSaysSomethingCounts(String fields, @Nullable String summary) {
    assertThat(Reading.post(fields.replace("; ", "\n")).syndication().summary()).isEqualTo(summary);
  }

  @Test
  void aPostMayHaveItsOwnSeparator() {
    assertThat(Reading.post("excerpt_separator: <!-- cut -->").syndication().excerptSeparator())
        .isEqualTo("<!-- cut -->");
    assertThat(Reading.post("excerpt_separator: ''").syndication().excerptSeparator()).isNull();
    assertThat(Reading.post("excerpt_separator: ' '").syndication().excerptSeparator()).isNull();
    assertThat(Reading.post("excerpt_separator: \"\\n\\n\"").syndication().excerptSeparator())
        .isEqualTo("\n\n");
  }

  @ParameterizedTest
  @CsvSource({
    "en,en",
    "EN,en",
    "en_US,en-US",
    "en-us,en-US",
    "de_DE.UTF-8,de-DE",
    "zh-hans-cn,zh-Hans-CN",
    "gsw,gsw",
    "pt-BR,pt-BR"
  })
  void aLanguageIsWrittenAsItsTag(String text, String tag) {
    assertThat(Reading.post("lang: " + text).language()).isEqualTo(tag);
    assertThat(Reading.post("language: " + text).language()).isEqualTo(tag);
    assertThat(Reading.post("locale: " + text).language()).isEqualTo(tag);
  }

  @ParameterizedTest
  @ValueSource(strings = {"english", "cz", "jp", "e", "en US", "en--US", "x", "-"})
  void whatIsNoLanguageIsReportedAndLeftOut(String text) {
    ParsedPost.Understood read = Reading.fields("lang: '" + text + "'");

    assertThat(read.post().language()).isNull();
    assertThat(Reading.problems(read))
        .containsExactly(
            "2013-07-12-a-post.md:2: warning: lang: \""
                + text
                + "\" is not a language; write its tag, such as en, pt-BR or zh-Hans");
  }

  @ParameterizedTest
  @ValueSource(strings = {"layout: page", "type: page", "Type: Page"})
  void aPageIsNotAPost(String field) {
    assertThat(Reading.file("2013-07-12-a.md", "---\n" + field + "\n---\n"))
        .isEqualTo(new ParsedPost.NotAPost());
  }

  @Test
  void aPageThatIsADraftIsAHiddenPost() {
    ParsedPost.Understood read = Reading.fields("layout: page\ndraft: true");

    assertThat(read.post().visibility().visible()).isFalse();
    assertThat(read.problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "comments: true",
        "comments: [{author: x, text: y}]",
        "meta: {a: [1]}",
        "toc: true",
        "weight: 3",
        "? ''\n: x",
        "version: 1.10",
        "layout: post",
        "type: post"
      })
  void otherKeysAreIgnored(String field) {
    assertThat(Reading.post(field).title()).isEqualTo("A post");
  }
}
