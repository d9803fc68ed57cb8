package io.github.feedwright.edition;

import io.github.feedwright.content.Content;
import io.github.feedwright.edition.document.SharedResource;
import io.github.feedwright.edition.page.PageDocuments;
import io.github.feedwright.edition.path.SitePaths;
import io.github.feedwright.library.Library;
import io.github.feedwright.permalink.Permalinks;
import io.github.feedwright.post.Post;
import io.github.feedwright.web.Redirect;
import io.github.feedwright.web.Resource;
import io.github.feedwright.web.cache.Deferred;
import io.github.feedwright.web.cache.RepresentationCache;
import java.time.Instant;
import java.util.function.BiFunction;
import org.pcollections.PMap;

/** The pages and old paths of posts. */
final class PostResources {
  private final SitePaths paths;
  private final RepresentationCache representations;
  private final PageDocuments pages;
  private final BiFunction<Library, Post, Content> render;

  /**
   * Makes pages for posts, if their addresses are on this server.
   *
   * @param pages writes them
   * @param render renders a post of a library
   */
  PostResources(
      SitePaths paths,
      RepresentationCache representations,
      PageDocuments pages,
      BiFunction<Library, Post, Content> render) {
    this.paths = paths;
    this.representations = representations;
    this.pages = pages;
    this.render = render;
  }

  /** Removes the resources of a post of this library. */
  PMap<String, SharedResource> without(
      PMap<String, SharedResource> table, Library library, Post post) {
    PMap<String, SharedResource> changed = table.minus(paths.post(library, post));
    for (String alias : post.address().aliases()) {
      changed = changed.minus(aliasPath(alias));
    }
    return changed;
  }

  /** Adds the resources of a post of this library. */
  PMap<String, SharedResource> with(
      PMap<String, SharedResource> table, Library library, Post post, Instant since) {
    PMap<String, SharedResource> changed = table;
    if (paths.hasPostPages()) {
      String path = paths.post(library, post);
      changed = changed.plus(path, resource(path, post, since));
    }
    for (String alias : library.aliases(post)) {
      Resource redirect = new Redirect(paths.href(library, post));
      changed = changed.plus(aliasPath(alias), any -> redirect);
    }
    return changed;
  }

  private SharedResource resource(String path, Post post, Instant since) {
    String elsewhere = post.address().redirectTo();
    if (elsewhere != null) {
      Resource redirect = new Redirect(paths.redirectTarget(elsewhere));
      return any -> redirect;
    }
    Deferred<Library> page =
        representations.later(
            library -> pages.post(library, path, post, render.apply(library, post)), since);
    return page::in;
  }

  private String aliasPath(String alias) {
    return paths.below(Permalinks.path(alias));
  }
}
