package io.github.feedwright.edition;

import io.github.feedwright.content.Content;
import io.github.feedwright.edition.path.SitePaths;
import io.github.feedwright.library.Library;
import io.github.feedwright.post.Post;
import io.github.feedwright.render.FeedFormat;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.web.RepresentationCache;
import java.util.List;
import java.util.function.BiFunction;

/**
 * All writers for one configuration.
 *
 * @param paths the paths of everything
 * @param feeds writes feeds
 * @param posts writes the pages of posts
 * @param pages writes the other pages
 * @param opml writes the list of feeds
 */
record SiteWriters(
    SitePaths paths,
    FeedDocuments feeds,
    PostResources posts,
    PageDocuments pages,
    OpmlDocument opml) {
  static SiteWriters of(
      Settings settings,
      List<FeedFormat> formats,
      SitePaths paths,
      RepresentationCache representations,
      BiFunction<Library, Post, Content> render) {
    FeedDocuments feeds = new FeedDocuments(settings, formats, paths, representations);
    PageLinks links = new PageLinks(settings, formats, paths, feeds);
    PageDocuments pages = new PageDocuments(settings, paths, links);
    PostResources posts = new PostResources(paths, representations, pages, render);
    return new SiteWriters(
        paths, feeds, posts, pages, new OpmlDocument(settings, formats, feeds, paths, links));
  }
}
