package io.github.feedwright.page;

/** What one HTML document shows. */
public sealed interface Page permits SitePage, FeedPage, PostPage {
  /** The site of the page. */
  Site site();

  /** What it says about itself. */
  Head head();
}
