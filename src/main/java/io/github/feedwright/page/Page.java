package io.github.feedwright.page;

/** What one HTML document shows. */
public sealed interface Page permits SitePage, FeedPage, PostPage {
  /** The site that it is a page of. */
  Site site();

  /** What it says of itself. */
  Head head();
}
