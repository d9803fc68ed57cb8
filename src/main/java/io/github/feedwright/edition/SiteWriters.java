package io.github.feedwright.edition;

import io.github.feedwright.content.Content;
import io.github.feedwright.edition.document.FeedArchives;
import io.github.feedwright.edition.document.FeedDocuments;
import io.github.feedwright.edition.document.OpmlDocument;
import io.github.feedwright.edition.page.PageDocuments;
import io.github.feedwright.edition.page.PageLinks;
import io.github.feedwright.edition.page.SitemapDocument;
import io.github.feedwright.edition.path.SitePaths;
import io.github.feedwright.format.FeedFormat;
import io.github.feedwright.library.Library;
import io.github.feedwright.page.Page;
import io.github.feedwright.page.Pages;
import io.github.feedwright.post.Post;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.web.cache.RepresentationCache;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * All writers for one configuration.
 *
 * @param paths the paths of everything
 * @param feeds writes feeds
 * @param archives writes their archives
 * @param posts writes the pages of posts
 * @param pages writes the other pages
 * @param links the links on pages
 * @param opml writes the list of feeds
 * @param sitemap writes the list of pages
 */
record SiteWriters(
    SitePaths paths,
    FeedDocuments feeds,
    FeedArchives archives,
    PostResources posts,
    PageDocuments pages,
    PageLinks links,
    OpmlDocument opml,
    SitemapDocument sitemap) {
  /** Those that write what is published. */
  static SiteWriters of(
      Settings settings,
      List<FeedFormat> formats,
      SitePaths paths,
      RepresentationCache representations,
      BiFunction<Library, Post, Content> render) {
    return of(settings, formats, paths, representations, render, new Pages()::write);
  }

  /**
   * Those that write something else in its place.
   *
   * @param formats of the same names, which do
   * @param write does so for pages
   */
  static SiteWriters of(
      Settings settings,
      List<FeedFormat> formats,
      SitePaths paths,
      RepresentationCache representations,
      BiFunction<Library, Post, Content> render,
      Function<Page, Pages.Written> write) {
    FeedDocuments feeds = new FeedDocuments(settings, formats, paths, representations);
    PageLinks links = new PageLinks(settings, formats, paths);
    PageDocuments pages = new PageDocuments(settings, paths, links, render, write);
    PostResources posts = new PostResources(paths, representations, pages, render);
    return new SiteWriters(
        paths,
        feeds,
        new FeedArchives(feeds, formats, paths, representations),
        posts,
        pages,
        links,
        new OpmlDocument(settings, formats, feeds, paths, links),
        new SitemapDocument(paths, links));
  }
}
