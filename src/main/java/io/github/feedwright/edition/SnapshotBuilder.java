package io.github.feedwright.edition;

import io.github.feedwright.edition.continuity.KeptScopes;
import io.github.feedwright.edition.document.FeedArchives;
import io.github.feedwright.edition.document.FeedDocuments;
import io.github.feedwright.edition.document.SharedResource;
import io.github.feedwright.edition.entry.Change;
import io.github.feedwright.edition.entry.FeedWindow;
import io.github.feedwright.edition.entry.RenderedEntry;
import io.github.feedwright.edition.path.FormerFeedPaths;
import io.github.feedwright.edition.path.SitePaths;
import io.github.feedwright.feed.Scope;
import io.github.feedwright.library.ClashProblems;
import io.github.feedwright.library.Library;
import io.github.feedwright.post.Post;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.text.Nfc;
import io.github.feedwright.text.PercentEncoding;
import io.github.feedwright.web.Gone;
import io.github.feedwright.web.Redirect;
import io.github.feedwright.web.Resource;
import io.github.feedwright.web.cache.RepresentationCache;
import io.github.feedwright.web.push.PublishedFeed;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.TreePMap;

/**
 * Makes the next edition from the previous one: what a change does not touch stays the same object.
 */
final class SnapshotBuilder {
  private final Map<String, Resource> moved;
  private final Set<Scope> kept;
  private final FeedDocuments feeds;
  private final FeedArchives archives;
  private final PostResources posts;
  private final PageResources pages;
  private final SitePaths paths;
  private final Function<Library, FormerFeedPaths> former;
  private final AdHocFeeds adHoc;
  private final BiFunction<Library, Post, RenderedEntry> renderer;

  SnapshotBuilder(
      Settings settings,
      SiteWriters writers,
      RepresentationCache representations,
      BiFunction<Library, Post, RenderedEntry> renderer) {
    this.moved = moved(settings);
    this.kept = KeptScopes.of(settings);
    this.feeds = writers.feeds();
    this.archives = writers.archives();
    this.posts = writers.posts();
    this.pages = new PageResources(writers, representations);
    this.paths = writers.paths();
    this.former = library -> new FormerFeedPaths(settings, paths, library);
    this.adHoc = new AdHocFeeds(settings.feeds(), writers, representations, renderer);
    this.renderer = renderer;
  }

  private static Map<String, Resource> moved(Settings settings) {
    Map<String, Resource> moved = new HashMap<>();
    settings.redirects().forEach((from, to) -> moved.put(nfc(from), new Redirect(to.location())));
    settings.gone().forEach(path -> moved.put(nfc(path), new Gone()));
    return moved;
  }

  private static String nfc(String path) {
    return Nfc.of(PercentEncoding.decode(path));
  }

  /** The edition before anything is published. */
  Edition first(Library library) {
    PMap<String, SharedResource> none = TreePMap.empty();
    return new Edition(
        new MapSnapshot(
            library, moved, none, TreePMap.empty(), none, none, former.apply(library), adHoc, null),
        HashTreePSet.empty(),
        HashTreePMap.empty(),
        Set.of(),
        HashTreePMap.empty(),
        ClashProblems.NONE,
        new Edition.Changed(0, 0));
  }

  /**
   * The same edition, of which some feeds are prepared now.
   *
   * @param scopes of those feeds, which were cold
   * @param windows their entries
   */
  Edition warmed(
      Edition last, Set<Scope> scopes, BiFunction<Library, Scope, List<RenderedEntry>> windows) {
    PMap<String, SharedResource> table = last.snapshot().table();
    Library library = last.library();
    for (Scope scope : scopes) {
      List<RenderedEntry> window = windows.apply(library, scope);
      table = feeds.withDocuments(table, library, scope, window, last.since(scope));
    }
    return last.warmed(table, scopes);
  }

  /**
   * The edition after a change.
   *
   * @param scopes those whose feeds may have changed
   * @param windows the entries of a scope's feed
   * @param since when this process first had what it is made of
   */
  Edition next(
      Edition last,
      Change change,
      Set<Scope> scopes,
      Function<Scope, FeedWindow> windows,
      PMap<String, SharedResource> files,
      Instant since) {
    PSet<Scope> known = last.scopes().plusAll(scopes);
    MapSnapshot served = last.snapshot();
    Map<Scope, Set<YearMonth>> touched = change.months();
    ScopeFeeds made = feeds(last, change, touched, scopes, windows, since);
    boolean touchesEveryPage = pages.touchesEveryPage(served, change);
    Set<Scope> renewed = touchesEveryPage ? known : scopes;
    Function<Library, Set<Scope>> listed = own -> listed(own, known);
    PMap<String, SharedResource> table = withPages(made.table(), renewed, listed, windows, since);
    SharedResource missing = served.missing();
    if (missing == null || touchesEveryPage) {
      missing = pages.missing(since);
      table = table.plus(paths.notFound(), missing);
    }
    return new Edition(
        new MapSnapshot(
            change.after(),
            moved,
            pages.withLists(table, change.after(), renewed, listed, since),
            pages.olderPages(
                served.olderPages(), change, renewed, touchesEveryPage, touched, since),
            withPosts(served.posts(), change, scopes, touchesEveryPage, since),
            files,
            former.apply(change.after()),
            adHoc,
            missing),
        known,
        made.emptied(),
        scopes,
        made.cold(),
        last.clashes().after(change.before(), change.after(), change.gone(), change.come()),
        new Edition.Changed(
            EditionDifference.posts(change.before(), change.after(), change.files()),
            feeds.differing(served.table(), table, prepared(scopes, made.cold().keySet()))));
  }

  private ScopeFeeds feeds(
      Edition last,
      Change change,
      Map<Scope, Set<YearMonth>> touched,
      Set<Scope> scopes,
      Function<Scope, FeedWindow> windows,
      Instant since) {
    ScopeFeeds made = new ScopeFeeds(last.snapshot().table(), last.emptied(), last.cold());
    for (Scope scope : scopes) {
      Set<YearMonth> months = touched.getOrDefault(scope, Set.of());
      made = with(made, change, scope, months, windows.apply(scope), since);
    }
    return made;
  }

  private PMap<String, SharedResource> withPages(
      PMap<String, SharedResource> feeds,
      Set<Scope> renewed,
      Function<Library, Set<Scope>> listed,
      Function<Scope, FeedWindow> windows,
      Instant since) {
    PMap<String, SharedResource> table = feeds;
    for (Scope scope : renewed) {
      table = pages.with(table, scope, listed, windows.apply(scope), since);
    }
    return table;
  }

  /** The feeds and archives of all scopes, and what {@link Edition} says of them. */
  private record ScopeFeeds(
      PMap<String, SharedResource> table,
      PMap<Scope, Set<YearMonth>> emptied,
      PMap<Scope, Instant> cold) {}

  private ScopeFeeds with(
      ScopeFeeds before,
      Change change,
      Scope scope,
      Set<YearMonth> months,
      FeedWindow window,
      Instant since) {
    PMap<String, SharedResource> table = before.table();
    PMap<Scope, Set<YearMonth>> emptied = before.emptied();
    boolean isEmpty = scope.posts(change.after()).isEmpty();
    if (isEmpty && feeds.hasArchives(scope) && !scope.posts(change.before()).isEmpty()) {
      emptied = emptied.plus(scope, months);
    } else if (!isEmpty && emptied.containsKey(scope)) {
      table = archives.withoutArchives(table, scope, emptied.get(scope));
      emptied = emptied.minus(scope);
    }
    return new ScopeFeeds(
        withScope(table, change, scope, months, window, since),
        emptied,
        window.prepared() == null ? before.cold().plus(scope, since) : before.cold().minus(scope));
  }

  private static Set<Scope> prepared(Set<Scope> scopes, Set<Scope> cold) {
    Set<Scope> prepared = new LinkedHashSet<>(scopes);
    prepared.removeAll(cold);
    return prepared;
  }

  /** The feeds of some scopes that an edition has ready, in every format. */
  List<PublishedFeed> feeds(Edition edition, Set<Scope> scopes) {
    return scopes.stream().flatMap(each -> feeds.published(edition.snapshot(), each)).toList();
  }

  private PMap<String, SharedResource> withPosts(
      PMap<String, SharedResource> table,
      Change change,
      Set<Scope> scopes,
      boolean touchesEveryPage,
      Instant since) {
    PMap<String, SharedResource> changed = table;
    for (Post post : change.gone()) {
      changed = posts.without(changed, change.before(), post);
    }
    for (Post post : touchesEveryPage ? change.after().all() : changedPages(change, scopes)) {
      changed = posts.with(changed, change.after(), post, since);
    }
    return changed;
  }

  /** The posts whose pages change, also because these list the feeds that contain the post. */
  private Set<Post> changedPages(Change change, Set<Scope> scopes) {
    Set<Post> changed = pages.changed(change);
    scopes.stream()
        .filter(scope -> feeds.isRetitled(change, scope))
        .forEach(scope -> changed.addAll(scope.posts(change.after()).all()));
    return changed;
  }

  private PMap<String, SharedResource> withScope(
      PMap<String, SharedResource> table,
      Change change,
      Scope scope,
      Set<YearMonth> touched,
      FeedWindow window,
      Instant since) {
    Library library = change.after();
    List<RenderedEntry> prepared = window.prepared();
    PMap<String, SharedResource> changed =
        prepared == null
            ? feeds.withColdDocuments(table, library, scope, window, since)
            : feeds.withDocuments(table, library, scope, prepared, since);
    return archives.withArchives(
        changed, library, scope, months(change, scope, touched), renderer, since);
  }

  /**
   * The scopes that lists name. The feed of a term that has lost its last post is answered until
   * the restart, but is not listed: a server that starts now does not know it.
   */
  private Set<Scope> listed(Library library, Set<Scope> known) {
    Set<Scope> listed = new LinkedHashSet<>();
    for (Scope scope : inOrder(known)) {
      boolean isSite = scope.term() == null;
      if (isSite || kept.contains(scope) || !scope.posts(library).isEmpty()) {
        listed.add(scope);
      }
    }
    return listed;
  }

  /** In the same order in every process: a set of scopes has none of its own. */
  private static List<Scope> inOrder(Set<Scope> scopes) {
    return scopes.stream().sorted(Comparator.comparing(Scope::directory)).toList();
  }

  /** A new title of the channel changes every archive. */
  private Iterable<YearMonth> months(Change change, Scope scope, Set<YearMonth> touched) {
    return feeds.isRetitled(change, scope) ? scope.posts(change.after()).months() : touched;
  }
}
