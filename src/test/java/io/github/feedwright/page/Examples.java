package io.github.feedwright.page;

import io.github.feedwright.content.Media;
import io.github.feedwright.i18n.Words;
import io.github.feedwright.library.Taxonomy;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pages of one small journal. */
final class Examples {
  static final Site SITE = site("en");

  static final PostSummary BEES =
      new PostSummary(
          "Bees & the art of hashing",
          "/2026/03/09/bees/",
          "en",
          OffsetDateTime.parse("2026-03-09T23:30:00-05:00"),
          List.of(new Link("Ada Example", "/authors/ada/"), new Link("Bo", null)),
          "What a hive knows about buckets.",
          new PostTerms(
              List.of(new Link("Nature", "/categories/nature/")),
              List.of(new Link("C++", "/tags/c++/"), new Link("unfiled", null))));

  static final PostSummary SHALOM =
      new PostSummary(
          "שלום עולם",
          "/2026/02/01/shalom/",
          "he",
          OffsetDateTime.parse("2026-02-01T08:00:00Z"),
          List.of(new Link("Ada Example", "/authors/ada/")),
          "",
          PostTerms.NONE);

  static final PostList ALL = new PostList(null, "Example Journal", "/");
  static final PostList CPP = new PostList(Taxonomy.TAG, "C++", "/tags/c++/");

  private Examples() {}

  /** The site in a language. */
  static Site site(String language) {
    Words words = Words.of(language);
    return new Site(
        "Example Journal",
        language,
        words,
        "https://blog.example.org",
        "/",
        "/feeds.opml",
        List.of(
            new Link(words.say("archive"), "/archive/"),
            new Link(words.say("categories"), "/categories/"),
            new Link(words.say("tags"), "/tags/")),
        new Link("Ada Example", "https://ada.example.org/"),
        null,
        "© 2026 Ada Example",
        feeds("Example Journal", "/"));
  }

  static SitePage sitePage() {
    return sitePage(SITE);
  }

  static SitePage sitePage(Site site) {
    return new SitePage(
        site,
        "Notes from the workshop",
        List.of(BEES, SHALOM),
        "/page/2/",
        List.of(
            new TermIndex(Taxonomy.CATEGORY, List.of(term("Nature", 1, "/categories/nature/"))),
            tags(),
            new TermIndex(Taxonomy.AUTHOR, List.of())));
  }

  static TermIndex tags() {
    return new TermIndex(
        Taxonomy.TAG, List.of(term("kvm", 1, "/tags/kvm/"), term("C++", 12, "/tags/c++/")));
  }

  static SitePage empty(Site site) {
    return new SitePage(site, "", List.of(), null, List.of());
  }

  static FeedPage feedPage() {
    return new FeedPage(
        SITE,
        CPP,
        12,
        "/tags/c++/archive/",
        feeds("Example Journal: C++", "/tags/c++/"),
        List.of(BEES),
        "/tags/c++/page/2/");
  }

  static ListPage listPage(Site site, PostList list) {
    return new ListPage(
        site,
        list,
        list.href() + "page/2/",
        2,
        3,
        feeds(list.title(), list.href()),
        List.of(BEES, SHALOM),
        list.href() + "page/3/",
        list.href());
  }

  static ArchivePage archivePage(Site site, PostList list) {
    List<Archive> months = List.of(month(site, 3, List.of()), month(site, 2, List.of()));
    return new ArchivePage(
        site,
        list,
        list.href() + "archive/",
        feeds(list.title(), list.href()),
        List.of(new ArchivePage.Year(2026, list.href() + "archive/2026/", months)));
  }

  static YearPage yearPage(Site site, PostList list) {
    return new YearPage(
        site,
        list,
        list.href() + "archive/",
        2026,
        list.href() + "archive/2026/",
        feeds(list.title(), list.href()),
        List.of(month(site, 3, List.of(BEES)), month(site, 2, List.of(SHALOM))),
        new Link("2024", list.href() + "archive/2024/"),
        null);
  }

  private static Archive month(Site site, int number, List<PostSummary> posts) {
    YearMonth month = YearMonth.of(2026, number);
    String title = site.words().month(month);
    return new Archive(
        month,
        title,
        1,
        "/archive/2026/#m" + month,
        feeds("Example Journal, " + title, "/archive/" + month + "/"),
        posts);
  }

  static IndexPage indexPage(Site site) {
    return new IndexPage(site, tags(), "/tags/");
  }

  static PostPage postPage() {
    return new PostPage(
        SITE,
        BEES.title(),
        true,
        "https://blog.example.org/2026/03/09/bees/",
        "en",
        BEES.date(),
        OffsetDateTime.parse("2026-04-01T10:00:00.123+02:00"),
        BEES.authors(),
        BEES.terms(),
        BEES.summary(),
        "https://blog.example.org/2026/hive.jpg",
        "<p>A <em>hive</em> is a table.</p>",
        false,
        List.of(new Media("https://blog.example.org/2026/hum.mp3", 3_355_443, "audio/mpeg")),
        null,
        "https://bees.example.com/?a=1&b=2",
        new Link(SHALOM.title(), SHALOM.href()),
        null,
        Stream.concat(SITE.feeds().stream(), feedPage().feeds().stream()).toList(),
        List.of());
  }

  /** A post in a language, with HTML as it is. */
  static PostPage postPage(String title, String language, String html) {
    return new PostPage(
        SITE,
        title,
        true,
        "https://blog.example.org/x/",
        language,
        BEES.date(),
        null,
        List.of(),
        PostTerms.NONE,
        "",
        null,
        html,
        false,
        List.of(),
        null,
        null,
        null,
        null,
        SITE.feeds(),
        List.of());
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
        post.isTitled(),
        canonical,
        post.language(),
        post.date(),
        updated,
        post.authors(),
        post.terms(),
        post.summary(),
        post.image(),
        post.html(),
        trusted,
        post.media(),
        movedTo,
        post.about(),
        post.older(),
        post.newer(),
        post.alternates(),
        List.of());
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
