package io.github.feedwright.page;

import io.github.feedwright.content.Media;
import io.github.feedwright.library.Taxonomy;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pages of one small journal. */
final class Examples {
  static final Site SITE =
      new Site(
          "Example Journal",
          "en",
          "https://blog.example.org",
          "/",
          "/feeds.opml",
          null,
          "© 2026 Ada Example",
          feeds("Example Journal", "/"));

  static final PostSummary BEES =
      new PostSummary(
          "Bees & the art of hashing",
          "/2026/03/09/bees/",
          "en",
          OffsetDateTime.parse("2026-03-09T23:30:00-05:00"),
          List.of(new Link("Ada Example", "/authors/ada/"), new Link("Bo", null)),
          "What a hive knows about buckets.",
          List.of(new Link("C++", "/tags/c++/"), new Link("Nature", "/categories/nature/")));

  static final PostSummary SHALOM =
      new PostSummary(
          "שלום עולם",
          "/2026/02/01/shalom/",
          "he",
          OffsetDateTime.parse("2026-02-01T08:00:00Z"),
          List.of(new Link("Ada Example", "/authors/ada/")),
          "",
          List.of());

  private Examples() {}

  static SitePage sitePage() {
    return new SitePage(
        SITE,
        "Notes from the workshop",
        List.of(BEES, SHALOM),
        List.of(
            new TermIndex(Taxonomy.CATEGORY, List.of(term("Nature", 1, "/categories/nature/"))),
            new TermIndex(
                Taxonomy.TAG, List.of(term("kvm", 1, "/tags/kvm/"), term("C++", 12, "/tags/c++/"))),
            new TermIndex(Taxonomy.AUTHOR, List.of())),
        List.of(new Archive(YearMonth.of(2026, 2), feeds("Example Journal", "/archive/2026-02/"))));
  }

  static FeedPage feedPage() {
    return new FeedPage(
        SITE,
        Taxonomy.TAG,
        "C++",
        "/tags/c++/",
        12,
        feeds("Example Journal: C++", "/tags/c++/"),
        List.of(BEES),
        List.of());
  }

  static PostPage postPage() {
    return new PostPage(
        SITE,
        BEES.title(),
        "https://blog.example.org/2026/03/09/bees/",
        "en",
        BEES.date(),
        OffsetDateTime.parse("2026-04-01T10:00:00.123+02:00"),
        BEES.authors(),
        BEES.terms(),
        BEES.summary(),
        "<p>A <em>hive</em> is a table.</p>",
        false,
        List.of(new Media("https://blog.example.org/2026/hum.mp3", 3_355_443, "audio/mpeg")),
        null,
        "https://bees.example.com/?a=1&b=2",
        new Link(SHALOM.title(), SHALOM.href()),
        null,
        Stream.concat(SITE.feeds().stream(), feedPage().feeds().stream()).toList());
  }

  /** A post in a language, with HTML as it is. */
  static PostPage postPage(String title, String language, String html) {
    return new PostPage(
        SITE,
        title,
        "https://blog.example.org/x/",
        language,
        BEES.date(),
        null,
        List.of(),
        List.of(),
        "",
        html,
        false,
        List.of(),
        null,
        null,
        null,
        null,
        SITE.feeds());
  }

  static PostPage movedTo(PostPage post, String target) {
    return copy(post, target, post.updated(), false, target);
  }

  static PostPage updated(PostPage post, OffsetDateTime updated) {
    return copy(post, post.canonical(), updated, false, null);
  }

  static PostPage trusted(PostPage post) {
    return copy(post, post.canonical(), post.updated(), true, null);
  }

  private static PostPage copy(
      PostPage post,
      String canonical,
      @Nullable OffsetDateTime updated,
      boolean trusted,
      @Nullable String movedTo) {
    return new PostPage(
        post.site(),
        post.title(),
        canonical,
        post.language(),
        post.date(),
        updated,
        post.authors(),
        post.terms(),
        post.summary(),
        post.html(),
        trusted,
        post.media(),
        movedTo,
        post.about(),
        post.older(),
        post.newer(),
        post.alternates());
  }

  static List<FeedLink> feeds(String title, String directory) {
    return List.of(
        new FeedLink(title, "RSS 2.0", directory + "rss.xml", "application/rss+xml"),
        new FeedLink(title, "Atom 1.0", directory + "atom.xml", "application/atom+xml"),
        new FeedLink(title, "JSON Feed 1.1", directory + "feed.json", "application/feed+json"));
  }

  static TermLink term(String title, int count, String href) {
    return new TermLink(title, count, href, feeds("Example Journal: " + title, href));
  }
}
