package io.github.feedwright.post.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.post.Reading;
import io.github.feedwright.post.reading.ParsedPost;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DateFieldsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2013-07-12-a.md | date: 2014-01-02 10:00 UTC | 2014-01-02T10:00:00Z",
        "2013-07-12-a.md | date: [2014-01-02 10:00 UTC] | 2014-01-02T10:00:00Z",
        "2013-07-12-a.md | published: 2014-01-02 10:00 UTC | 2014-01-02T10:00:00Z",
        "2013-07-12-a.md | pubDate: 2014-01-02 10:00 UTC | 2014-01-02T10:00:00Z",
        "2013-07-12-a.md | publishDate: 2014-01-02 10:00 UTC | 2014-01-02T10:00:00Z",
        "2013-07-12-a.md | published: true | 2013-07-12T00:00:00+02:00",
        "2013-7-1-a.html.md | title: A | 2013-07-01T00:00:00+02:00",
        "13-7-1-a.md | title: A | 2013-07-01T00:00:00+02:00",
        "2022-03-05T10:11:12Z-a.md | title: A | 2022-03-05T10:11:12Z",
        "2022-03-05T10:11:12-05:00_a.md | title: A | 2022-03-05T10:11:12-05:00",
        "2013-07-12.md | title: A | 2013-07-12T00:00:00+02:00",
        "2013-07-12-a/index.md | title: A | 2013-07-12T00:00:00+02:00",
        "2013-07-12-a.md | path: 2012/01/02/a | 2013-07-12T00:00:00+02:00",
        "a.md | path: 2012/01/02/a | 2012-01-02T00:00:00+01:00",
        "2011/03/04/a.md | path: 2012/01/02/a | 2012-01-02T00:00:00+01:00",
        "2011/03/04/a.md | title: A | 2011-03-04T00:00:00+01:00",
        "news/2011/3/4/a/index.md | title: A | 2011-03-04T00:00:00+01:00",
      })
  void aDateComesFromTheFirstSourceThatHasOne(String path, String field, OffsetDateTime date) {
    ParsedPost read = Reading.file(path, "---\n" + field + "\n---\n");

    assertThat(Reading.problems(read)).isEmpty();
    assertThat(((ParsedPost.Understood) read).post().dates().published()).isEqualTo(date);
  }

  @Test
  void aDateThatDoesNotParseIsReportedAndTheNextSourceUsed() {
    ParsedPost.Understood read = Reading.fields("title: A\ndate: 2023-02-30");

    assertThat(read.post().dates().published())
        .isEqualTo(OffsetDateTime.parse("2013-07-12T00:00:00+02:00"));
    assertThat(read.post().visibility().visible()).isTrue();
    assertThat(Reading.problems(read))
        .containsExactly(
            "2013-07-12-a-post.md:3: error: date: \"2023-02-30\" is not a date: February 2023 has no"
                + " day 30; write it like 2013-07-12 13:35:41 +0000");
  }

  @Test
  void aPostWhoseOnlyDateDoesNotParseIsRefused() {
    ParsedPost read = Reading.file("a.md", "---\ndate: soon\n---\n");

    assertThat(read).isInstanceOf(ParsedPost.Refused.class);
    assertThat(Reading.problems(read))
        .containsExactly(
            "a.md:2: error: date: \"soon\" is not a date in a known form; write it like"
                + " 2013-07-12 13:35:41 +0000");
  }

  @Test
  void aDateThatIsAListIsOneProblem() {
    ParsedPost read = Reading.file("a.md", "---\ndate: [2013-07-12, 2014-07-12]\n---\n");

    assertThat(read).isInstanceOf(ParsedPost.Refused.class);
    assertThat(Reading.problems(read))
        .containsExactly(
            "a.md:2: error: date: \"[2013-07-12, 2014-07-12]\" is not a date in a known form;"
                + " write it like 2013-07-12 13:35:41 +0000");
  }

  @Test
  void aFileNameThatIsNoDateIsReported() {
    ParsedPost read = Reading.file("2013-02-30-a.md", "---\ntitle: A\n---\n");

    assertThat(read).isInstanceOf(ParsedPost.Refused.class);
    assertThat(Reading.problems(read))
        .containsExactly(
            "2013-02-30-a.md:1: error: the file name's date \"2013-02-30\" is not a date: February"
                + " 2013 has no day 30; fix it, or write date: 2013-07-12 in the front matter");
  }

  @Test
  void anEmptyDateIsReportedOnItsLine() {
    assertThat(Reading.problems(Reading.file("a.md", "---\ntitle: A\ndate:\n---\n")))
        .singleElement()
        .asString()
        .startsWith("a.md:3: error: date: is missing; ");
  }

  @Test
  void aPostWithoutAnyDateIsRefused() {
    ParsedPost read = Reading.file("2011/03/a.md", "---\ntitle: A\n---\n");

    assertThat(read).isInstanceOf(ParsedPost.Refused.class);
    assertThat(Reading.problems(read))
        .containsExactly(
            "2011/03/a.md:1: error: date: is missing; write date: 2013-07-12 13:35:41 +0000 in"
                + " the front matter, or start the file name with the day: 2013-07-12-");
  }

  @ParameterizedTest
  @CsvSource({
    "last_modified_at",
    "lastmod",
    "lastMod",
    "modified",
    "updated",
    "modified_time",
    "last_updated"
  })
  void everyKeyOfAChangeIsRead(String key) {
    assertThat(Reading.post(key + ": 2014-01-02 10:00 -0500").dates().modified())
        .isEqualTo(OffsetDateTime.parse("2014-01-02T10:00:00-05:00"));
  }

  @Test
  void aChangeHasAWarningReadyForWhileItLiesAhead() {
    assertThat(Reading.fields("lastmod: 2099-01-01").ahead())
        .hasToString(
            "2013-07-12-a-post.md:2: warning: lastmod: \"2099-01-01\" is in the future and is"
                + " ignored until then; write the time of the edit");
  }

  @Test
  void aChangeBeforeThePostsDateIsReportedAndIgnored() {
    ParsedPost.Understood read = Reading.fields("date: 2014-01-02\nlastmod: 2014-01-01 10:00");

    assertThat(read.post().dates().modified()).isNull();
    assertThat(Reading.problems(read))
        .containsExactly(
            "2013-07-12-a-post.md:3: warning: lastmod: \"2014-01-01 10:00\" is before the post's"
                + " date and is ignored; write the time of the edit, or remove it");
  }

  @ParameterizedTest
  @CsvSource({
    "2014-01-02 10:00 UTC, 2014-01-02, ",
    "2014-01-02 10:00 UTC, 2014-01-02 10:00 UTC, 2014-01-02T10:00:00Z",
    "2014-01-02 10:00 UTC, 2014-01-02 09:30 -0100, 2014-01-02T09:30:00-01:00",
  })
  void aChangeOnTheDayOfThePostIsNoMistake(
      String date, String change, @Nullable OffsetDateTime modified) {
    assertThat(Reading.post("date: " + date + "\nupdated: " + change).dates().modified())
        .isEqualTo(modified);
  }

  @ParameterizedTest
  @CsvSource({
    "lastmod: 2014-01-01 10:00, updated: 2014-03-01 00:00 UTC",
    "updated: 2014-03-01 00:00 UTC, lastmod: 2014-01-01 10:00",
    "modified: 2014-01-01, updated: 2014-03-01 00:00 UTC",
    "last_modified_at: lately, last_updated: 2014-03-01 00:00 UTC",
  })
  void ofSeveralChangesAGoodOneCounts(String one, String other) {
    ParsedPost.Understood read = Reading.fields("date: 2014-01-02\n" + one + "\n" + other);

    assertThat(read.post().dates().modified())
        .isEqualTo(OffsetDateTime.parse("2014-03-01T00:00:00Z"));
  }

  @Test
  void aChangeThatDoesNotParseIsReportedAndLeftOut() {
    ParsedPost.Understood read = Reading.fields("lastmod: lately");

    assertThat(read.post().dates().modified()).isNull();
    assertThat(Reading.problems(read))
        .containsExactly(
            "2013-07-12-a-post.md:2: warning: lastmod: \"lately\" is not a date in a known form;"
                + " write it like 2013-07-12 13:35:41 +0000");
  }
}
