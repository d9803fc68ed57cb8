package io.github.feedwright.page;

import io.github.feedwright.feed.Translation;
import java.util.List;

/** What one HTML document shows. */
public sealed interface Page
    permits SitePage, FeedPage, ListPage, ArchivePage, YearPage, IndexPage, PostPage, NotFoundPage {
  /** The site of the page. */
  Site site();

  /** What it says about itself. */
  Head head();

  /** Its subject in several languages, itself included; empty if there is only this page. */
  default List<Translation> translations() {
    return List.of();
  }

  /** The template that shows it, in {@code src/main/jte}. */
  String template();
}
