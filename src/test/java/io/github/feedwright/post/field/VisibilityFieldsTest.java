package io.github.feedwright.post.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.post.Reading;
import io.github.feedwright.post.Visibility;
import io.github.feedwright.post.reading.ParsedPost;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VisibilityFieldsTest {
  private static final Instant DATE = Instant.parse("2013-07-11T22:00:00Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "title: A",
        "published: true",
        "published: yes",
        "published: 'on'",
        "Published: TRUE",
        "published:",
        "draft: false",
        "draft: no",
        "draft: \"off\"",
        "draft:",
        "status: publish",
        "status: published",
        "status: Featured",
        "status: ''",
        "password: ''",
        "password:",
        "password: ~",
        "date: 2013-07-12\npublished: 2013-01-01"
      })
  void aPostShowsFromItsDate(String field) {
    assertThat(Reading.post(field).visibility()).isEqualTo(new Visibility(true, DATE, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "published: false",
        "published: no",
        "published: 'off'",
        "published: ! 'false'",
        "draft:\ttrue\t",
        "PUBLISHED: False",
        "draft: true",
        "draft: yes",
        "draft: 'true'",
        "status: draft",
        "status: private",
        "status: hidden",
        "status: pending",
        "status: trash",
        "status: skip",
        "status: Draft",
        "published: true\ndraft: true",
        "draft: false\nstatus: draft"
      })
  void aDraftIsHiddenWithoutAWord(String field) {
    assertThat(Reading.post(field).visibility()).isEqualTo(new Visibility(false, DATE, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "published: maybe | published: \"maybe\" is neither true nor false nor a date; write one of them",
        "published: 1 | published: \"1\" is neither true nor false nor a date; write one of them",
        "published: 2013-02-30 | published: \"2013-02-30\" is neither true nor false nor a date; write one of them",
        "published: {a: b} | published: \"{a: b}\" is neither true nor false nor a date; write one of them",
        "draft: soon | draft: \"soon\" is neither true nor false; write one of them",
        "draft: [true, false] | draft: \"[true, false]\" is neither true nor false; write one of them",
        "draft: [false] | draft: \"[false]\" is neither true nor false; write one of them",
        "published: [false] | published: \"[false]\" is neither true nor false nor a date; write one of them",
        "published: [true] | published: \"[true]\" is neither true nor false nor a date; write one of them",
        "status: [publish] | status: \"[publish]\" is not a known status; write published or"
            + " draft",
        "status: ready | status: \"ready\" is not a known status; write published or draft",
        "publishDate: later | publishDate: \"later\" is not a date in a known form; write it"
            + " like 2013-07-12 13:35:41 +0000",
        "expiryDate: never | expiryDate: \"never\" is not a date in a known form; write it"
            + " like 2013-07-12 13:35:41 +0000",
      })
  void whatIsNotUnderstoodHidesThePostAndIsReported(String field, String problem) {
    ParsedPost.Understood read = Reading.fields("title: A\n" + field);

    assertThat(read.post().visibility().visible()).isFalse();
    assertThat(Reading.problems(read))
        .containsExactly(
            "2013-07-12-a-post.md:3: error: " + problem + "; until then the post is hidden");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hunter2", "'12 34'", "false", "[hunter2]", "{a: hunter2}"})
  void aPasswordHidesThePostAndIsNeverSaid(String password) {
    ParsedPost.Understood read = Reading.fields("title: A\npassword: " + password);

    assertThat(read.post().visibility().visible()).isFalse();
    assertThat(Reading.problems(read))
        .containsExactly(
            "2013-07-12-a-post.md:3: warning: password: a feed cannot ask for it, so the post is"
                + " hidden; remove the line to publish the post");
  }

  @Test
  void ofTwoSpellingsOfOneKeyTheOneThatHidesCounts() {
    ParsedPost.Understood read = Reading.fields("draft: false\nDraft: true");

    assertThat(read.post().visibility().visible()).isFalse();
    assertThat(Reading.problems(read))
        .containsExactly(
            "2013-07-12-a-post.md:3: warning: Draft: means the same field as draft; keep one");
  }

  @ParameterizedTest
  @CsvSource({"a/index.md, true, false", "a/index.md, false, true", "a/b.md, true, true"})
  void aBundleWithoutAPageIsHiddenWithoutAWord(String path, String headless, boolean visible) {
    ParsedPost.Understood read =
        (ParsedPost.Understood)
            Reading.file(path, "---\ndate: 2020-01-01\nheadless: " + headless + "\n---\n");

    assertThat(read.post().visibility().visible()).isEqualTo(visible);
    assertThat(read.problems()).isEmpty();
  }

  @Test
  void aBundleWithoutAPageNeedsNoDate() {
    ParsedPost read = Reading.file("a/index.md", "---\ntitle: A\nheadless: true\n---\n");

    assertThat(read).isInstanceOf(ParsedPost.Understood.class);
    assertThat(Reading.problems(read)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"_drafts", "sub/_Drafts"})
  void aPostInADraftsFolderIsHidden(String folder) {
    ParsedPost read = Reading.file(folder + "/2013-07-12-a.md", "---\npublished: true\n---\n");

    assertThat(((ParsedPost.Understood) read).post().visibility().visible()).isFalse();
  }

  @Test
  void aDraftNeedsNoDate() {
    ParsedPost.Understood read =
        (ParsedPost.Understood) Reading.file("_drafts/idea.md", "---\ntitle: A\n---\n");

    assertThat(read.problems()).isEmpty();
    assertThat(read.post().dates().published())
        .isEqualTo(OffsetDateTime.parse("1970-01-01T00:00:00Z"));
    assertThat(read.post().visibility().visible()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "publishDate: 2013-08-01 10:00:00 UTC | 2013-08-01T10:00:00Z |",
        "pubdate: 2013-08-01 10:00:00 UTC | 2013-08-01T10:00:00Z |",
        "pubDate: 2013-08-01 10:00:00 UTC | 2013-08-01T10:00:00Z |",
        "published: 2013-08-01 10:00:00 UTC | 2013-08-01T10:00:00Z |",
        "publishDate: 2013-01-01 10:00:00 UTC | 2013-07-11T22:00:00Z |",
        "expiryDate: 2014-01-01 10:00:00 UTC | 2013-07-11T22:00:00Z | 2014-01-01T10:00:00Z",
        "unpublishdate: 2014-01-01 10:00:00 UTC | 2013-07-11T22:00:00Z | 2014-01-01T10:00:00Z",
      })
  void itShowsFromTheLaterOfItsDatesUntilItExpires(
      String field, Instant from, @Nullable Instant until) {
    assertThat(Reading.post("date: 2013-07-12\n" + field).visibility())
        .isEqualTo(new Visibility(true, from, until));
  }
}
