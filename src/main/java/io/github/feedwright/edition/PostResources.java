package io.github.feedwright.edition;

import io.github.feedwright.library.Library;
import io.github.feedwright.library.Permalinks;
import io.github.feedwright.post.Post;
import io.github.feedwright.web.Document;
import io.github.feedwright.web.Redirect;
import io.github.feedwright.web.RepresentationCache;
import io.github.feedwright.web.Resource;
import java.time.Instant;
import java.util.function.BiFunction;
import org.pcollections.PMap;

/** The pages and old paths of posts. */
final class PostResources {
  private final SitePaths paths;
  private final RepresentationCache representations;
  private final BiFunction<String, Post, Document> page;

  /**
   * Makes pages for posts, if posts live on this server.
   *
   * @param page writes the page of a post at a path
   */
  PostResources(
      SitePaths paths,
      RepresentationCache representations,
      BiFunction<String, Post, Document> page) {
    this.paths = paths;
    this.representations = representations;
    this.page = page;
  }

  /** Removes the resources of a post of this library. */
  PMap<String, Resource> without(PMap<String, Resource> table, Library library, Post post) {
    PMap<String, Resource> changed = table.minus(paths.post(library, post));
    for (String alias : post.address().aliases()) {
      changed = changed.minus(aliasPath(alias));
    }
    return changed;
  }

  /** Adds the resources of a post of this library. */
  PMap<String, Resource> with(
      PMap<String, Resource> table, Library library, Post post, Instant since) {
    PMap<String, Resource> changed = table;
    if (paths.hasPostPages()) {
      String path = paths.post(library, post);
      changed = changed.plus(path, resource(path, post, since));
    }
    String address = paths.href(library, post);
    for (String alias : library.aliases(post)) {
      changed = changed.plus(aliasPath(alias), new Redirect(address));
    }
    return changed;
  }

  private Resource resource(String path, Post post, Instant since) {
    String elsewhere = post.address().redirectTo();
    return elsewhere == null
        ? representations.later(() -> page.apply(path, post), since)
        : new Redirect(paths.elsewhere(elsewhere));
  }

  private String aliasPath(String alias) {
    return paths.below(Permalinks.path(alias));
  }
}
