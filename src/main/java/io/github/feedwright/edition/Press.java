package io.github.feedwright.edition;

import io.github.feedwright.content.Content;
import io.github.feedwright.library.Library;
import io.github.feedwright.post.Post;
import io.github.feedwright.render.FeedFormat;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.web.Workshop;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Everything that writes, for one configuration.
 *
 * @param paths where things are
 * @param feeds writes feeds
 * @param posts writes the pages of posts
 * @param pages writes the other pages
 * @param opml writes the list of feeds
 */
record Press(Paths paths, FeedTable feeds, PostTable posts, PageMaker pages, OpmlMaker opml) {
  static Press of(
      Settings settings,
      List<FeedFormat> formats,
      Workshop workshop,
      Supplier<Library> current,
      BiFunction<Library, Post, Content> render) {
    Paths paths = new Paths(settings);
    FeedTable feeds = new FeedTable(settings, formats, paths, workshop);
    PageLinks links = new PageLinks(settings, formats, paths, feeds);
    PageMaker pages = new PageMaker(settings, paths, links);
    PostTable posts =
        new PostTable(
            paths,
            workshop,
            (path, post) -> {
              Library library = current.get();
              return pages.post(library, path, post, render.apply(library, post));
            });
    return new Press(
        paths, feeds, posts, pages, new OpmlMaker(settings, formats, feeds, paths, links));
  }
}
