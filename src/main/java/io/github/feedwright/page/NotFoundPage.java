package io.github.feedwright.page;

/**
 * What people see at an address at which there is nothing.
 *
 * @param site the site
 * @param href this page's own path, for servers of static files
 */
public record NotFoundPage(Site site, String href) implements Page {
  @Override
  public String template() {
    return "notfound.jte";
  }

  @Override
  public Head head() {
    return Head.of(site, site.words().say("notfound"), "", href, site.feeds()).unlisted();
  }
}
