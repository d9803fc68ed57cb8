package io.github.feedwright.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.content.Media;
import io.github.feedwright.i18n.Words;
import io.github.feedwright.library.Taxonomy;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The small records that pages are made of. */
final class PagePartsTest {
  @ParameterizedTest
  @CsvSource({
    "2013-07-12T13:35:41Z, 2013-07-12T13:35:41Z, 12 July 2013",
    "2026-03-09T23:30:00-05:00, 2026-03-09T23:30:00-05:00, 9 March 2026",
    "2026-03-01T00:00:00.123456+05:30, 2026-03-01T00:00:00+05:30, 1 March 2026",
    "0987-01-02T03:04:05Z, 0987-01-02T03:04:05Z, 2 January 0987"
  })
  void aDateIsTheDayWhereTheAuthorWas(String instant, String datetime, String text) {
    assertThat(PageDate.of(OffsetDateTime.parse(instant), Words.of("en")))
        .isEqualTo(new PageDate(datetime, text));
  }

  @Test
  void termsAreSortedWithoutRegardToCaseAndAccents() {
    List<TermLink> terms =
        Stream.of("zoo", "Über", "ulm", "apple", "Ácido", "日本語", "C++", "c#")
            .map(title -> Examples.term(title, 1, "/tags/" + title + "/"))
            .toList();

    assertThat(new TermIndex(Taxonomy.TAG, terms).terms())
        .extracting(TermLink::title)
        .containsExactly("Ácido", "apple", "c#", "C++", "Über", "ulm", "zoo", "日本語");
  }

  @ParameterizedTest
  @CsvSource({
    "CATEGORY, Category, Every post in the category “C++” on Example Journal.",
    "TAG, Tag, Every post tagged “C++” on Example Journal.",
    "AUTHOR, Author, Every post by C++ on Example Journal."
  })
  void aFeedSaysWhatItHolds(Taxonomy taxonomy, String kind, String about) {
    FeedPage page =
        new FeedPage(
            Examples.SITE,
            new PostList(taxonomy, "C++", "/x/"),
            1,
            null,
            List.of(),
            List.of(),
            null);

    assertThat(page.kind()).isEqualTo(kind);
    assertThat(page.about()).isEqualTo(about);
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example/x/hum.mp3?a=/b, 3355443, 'hum.mp3', 'audio/mpeg, 3.2 MiB'",
    "https://a.example/hum.mp3, 1023, 'hum.mp3', 'audio/mpeg, 1023 bytes'",
    "https://a.example/hum.mp3, 1536, 'hum.mp3', 'audio/mpeg, 1.5 KiB'",
    "https://a.example/, 0, 'https://a.example/', 'audio/mpeg'"
  })
  void anAttachedFileShowsItsNameTypeAndSize(String url, long length, String name, String details) {
    MediaLink attached = new MediaLink(new Media(url, length, "audio/mpeg"));

    assertThat(attached.name()).isEqualTo(name);
    assertThat(attached.details(Words.of("en"))).isEqualTo(details);
  }

  @Test
  void anUpdateOnTheDayOfPublicationIsNotWorthALine() {
    PostPage post = Examples.postPage();

    assertThat(post.showsUpdate()).isTrue();
    assertThat(Examples.updated(post, post.date().plusMinutes(5)).showsUpdate()).isFalse();
  }

  @Test
  void theFormatOfAFeedHasAShortName() {
    assertThat(Examples.feeds("t", "/"))
        .extracting(FeedLink::shortFormat)
        .containsExactly("RSS", "Atom", "JSON");
  }
}
