package io.github.feedwright.page;

/**
 * All terms of a taxonomy.
 *
 * @param site the site
 * @param index the terms
 * @param href this page's path
 */
public record IndexPage(Site site, TermIndex index, String href) implements Page {
  @Override
  public String template() {
    return "index.jte";
  }

  @Override
  public Head head() {
    return Head.of(site, heading(), about(), href, site.feeds());
  }

  /** The heading of the terms, such as {@code Tags}. */
  public String heading() {
    return index.heading(site.words());
  }

  /** One sentence that says what the page holds. */
  public String about() {
    return site.words().say("about." + index.taxonomy().group(), site.title());
  }
}
