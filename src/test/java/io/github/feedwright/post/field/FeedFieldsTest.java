package io.github.feedwright.post.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.post.Reading;
import io.github.feedwright.post.reading.ParsedPost;
import io.github.feedwright.settings.FeedContent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FeedFieldsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "feed: false",
        "feed: 'no'",
        "feed: none",
        "rss: false",
        "rss: {exclude: true}",
        "rss.exclude: true",
        "hiddenInRss: true",
        "feed_exclude: yes",
        "disable_feed: true",
        "excludeRSS: true",
        "unlisted: true",
        "syndicate: none",
        "syndicate: [none]",
        "syndicate: [mastodon, false]",
        "syndicate: false"
      })
  void aPostCanBeKeptOutOfFeeds(String field) {
    assertThat(Reading.post(field).syndication().inFeeds()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "title: A",
        "feed: true",
        "feed:",
        "feed: {excerpt_only: true}",
        "rss: true",
        "rss: {exclude: false}",
        "rss.exclude: false",
        "hiddenInRss: false",
        "feed_exclude: no",
        "disable_feed: false",
        "excludeRSS: false",
        "unlisted: 'off'",
        "syndicate: all",
        "syndicate: [mastodon]"
      })
  void theValueDecidesNotTheKey(String field) {
    assertThat(Reading.post(field).syndication().inFeeds()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"excludeRSS: maybe", "feed: podcast", "unlisted: none"})
  void aValueThatIsNotUnderstoodKeepsThePostOut(String field) {
    ParsedPost.Understood read = Reading.fields(field);

    assertThat(read.post().syndication().inFeeds()).isFalse();
    assertThat(Reading.problems(read))
        .containsExactly(
            "2013-07-12-a-post.md:2: error: "
                + field.replaceFirst(": (.*)", ": \"$1\"")
                + " is neither true nor false; write one of them; until then the post is kept out of feeds");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "title: A |",
        "feed_content: full | FULL",
        "feed_content: Excerpt | EXCERPT",
        "feed: {excerpt_only: true} | EXCERPT",
        "feed: {excerpt_only: false} | FULL",
      })
  void aPostSaysHowMuchOfItFeedsCarry(String field, @Nullable FeedContent content) {
    assertThat(Reading.post(field).syndication().content()).isEqualTo(content);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "feed_content: half | feed_content: \"half\" is neither full nor excerpt; write one of them",
        "feed: {excerpt_only: x} | feed.excerpt_only: \"x\" is neither true nor false; write one of"
            + " them",
      })
  void anUnknownAmountIsReported(String field, String problem) {
    assertThat(Reading.problems(Reading.fields(field)))
        .containsExactly("2013-07-12-a-post.md:2: warning: " + problem);
  }
}
