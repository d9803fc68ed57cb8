package io.github.feedwright.edition;

import io.github.feedwright.edition.document.FeedDocuments;
import io.github.feedwright.edition.document.OpmlDocument;
import io.github.feedwright.edition.document.SharedResource;
import io.github.feedwright.edition.entry.Change;
import io.github.feedwright.edition.entry.FeedWindow;
import io.github.feedwright.edition.page.PageDocuments;
import io.github.feedwright.edition.page.PageLinks;
import io.github.feedwright.edition.page.ScopePages;
import io.github.feedwright.edition.page.SitemapDocument;
import io.github.feedwright.edition.path.SitePaths;
import io.github.feedwright.feed.Scope;
import io.github.feedwright.library.Library;
import io.github.feedwright.library.PostSet;
import io.github.feedwright.library.Taxonomy;
import io.github.feedwright.library.Term;
import io.github.feedwright.post.Post;
import io.github.feedwright.web.cache.Deferred;
import io.github.feedwright.web.cache.Document;
import io.github.feedwright.web.cache.RepresentationCache;
import java.time.Instant;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;

/** The pages of scopes and taxonomies, and the lists of everything; all made when requested. */
final class PageResources {
  private final FeedDocuments feeds;
  private final PageDocuments pages;
  private final PageLinks links;
  private final OpmlDocument opml;
  private final SitemapDocument sitemap;
  private final SitePaths paths;
  private final RepresentationCache representations;

  PageResources(SiteWriters writers, RepresentationCache representations) {
    this.feeds = writers.feeds();
    this.pages = writers.pages();
    this.links = writers.links();
    this.opml = writers.opml();
    this.sitemap = writers.sitemap();
    this.paths = writers.paths();
    this.representations = representations;
  }

  private SharedResource later(Function<Library, Document> maker, Instant since) {
    Deferred<Library> document = representations.later(maker, since);
    return document::in;
  }

  /**
   * Whether a change touches every page: each page links to the site's archive and to the indexes
   * of its terms.
   */
  boolean touchesEveryPage(MapSnapshot last, Change change) {
    return last.missing() == null
        || !links.navigation(change.before()).equals(links.navigation(change.after()));
  }

  /** The page for paths at which there is nothing. */
  SharedResource missing(Instant since) {
    return later(pages::notFound, since);
  }

  /**
   * Adds the page of a scope.
   *
   * @param listed the scopes that lists name
   * @param window the entries of its feed
   */
  PMap<String, SharedResource> with(
      PMap<String, SharedResource> table,
      Scope scope,
      Function<Library, Set<Scope>> listed,
      FeedWindow window,
      Instant since) {
    Deferred<Library> page =
        representations.later(
            window::entries,
            (own, entries) ->
                scope.term() == null
                    ? pages.site(own, listed.apply(own), entries)
                    : pages.feed(own, scope, entries),
            since);
    return table.plus(paths.page(scope), page::in);
  }

  /**
   * The pages with older posts.
   *
   * @param scopes those in which something has changed
   * @param touchesEveryPage whether the change touches every page
   * @param months those whose posts may have changed, by scope
   */
  PMap<String, ScopePages> olderPages(
      PMap<String, ScopePages> before,
      Change change,
      Set<Scope> scopes,
      boolean touchesEveryPage,
      Map<Scope, Set<YearMonth>> months,
      Instant since) {
    PMap<String, ScopePages> olderPages = before;
    for (Scope scope : scopes) {
      String path = paths.page(scope);
      ScopePages last =
          touchesEveryPage || feeds.isRetitled(change, scope) ? null : before.get(path);
      Set<YearMonth> changed = months.getOrDefault(scope, Set.of());
      olderPages =
          olderPages.plus(
              path,
              last == null
                  ? pages.olderPages(scope, representations, since)
                  : last.after(changed, change.before(), change.after(), since));
    }
    return olderPages;
  }

  /** Adds the lists of feeds and pages, and the indexes of the taxonomies of these scopes. */
  PMap<String, SharedResource> withLists(
      PMap<String, SharedResource> table,
      Library library,
      Set<Scope> scopes,
      Function<Library, Set<Scope>> listed,
      Instant since) {
    PMap<String, SharedResource> with =
        table
            .plus(paths.opml(), later(own -> opml.opml(own, listed.apply(own)), since))
            .plus(paths.sitemap(), later(own -> sitemap.sitemap(own, listed.apply(own)), since));
    for (Taxonomy each : taxonomies(scopes)) {
      String path = paths.index(each);
      with =
          links.hasIndex(library, each)
              ? with.plus(path, later(own -> pages.index(own, listed.apply(own), each), since))
              : with.minus(path);
    }
    return with;
  }

  private static Set<Taxonomy> taxonomies(Set<Scope> scopes) {
    Set<Taxonomy> taxonomies = EnumSet.noneOf(Taxonomy.class);
    for (Scope scope : scopes) {
      Term term = scope.term();
      if (term != null) {
        taxonomies.add(term.taxonomy());
      }
    }
    return taxonomies;
  }

  /**
   * The posts whose pages change: the changed ones, and those before and after them, which name
   * them.
   */
  Set<Post> changed(Change change) {
    Set<Post> pages = new LinkedHashSet<>(change.come());
    PostSet posts = change.after().syndicated();
    for (Set<Post> changed : List.of(change.gone(), change.come())) {
      for (Post post : changed) {
        add(pages, posts.older(post));
        add(pages, posts.newer(post));
      }
    }
    return pages;
  }

  private static void add(Set<Post> to, @Nullable Post post) {
    if (post != null) {
      to.add(post);
    }
  }
}
