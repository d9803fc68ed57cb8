package io.github.feedwright.page;

/** What one HTML document shows. */
public sealed interface Page
    permits SitePage, FeedPage, ListPage, ArchivePage, YearPage, IndexPage, PostPage, NotFoundPage {
  /** The site of the page. */
  Site site();

  /** What it says about itself. */
  Head head();

  /** The template that shows it, in {@code src/main/jte}. */
  String template();
}
