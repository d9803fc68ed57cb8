package io.github.feedwright.edition;

import io.github.feedwright.edition.document.SharedResource;
import io.github.feedwright.edition.page.ScopePages;
import io.github.feedwright.edition.path.FormerFeedPaths;
import io.github.feedwright.library.Library;
import io.github.feedwright.text.PercentEncoding;
import io.github.feedwright.web.Gone;
import io.github.feedwright.web.Redirect;
import io.github.feedwright.web.Resource;
import io.github.feedwright.web.Snapshot;
import io.github.feedwright.web.cache.Deferred;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;

/**
 * A snapshot in layers: redirects and removed paths of the configuration, then the server's own
 * paths, then those of posts, then files. The first layer with a path serves it.
 *
 * @param library the posts that are shown: pages and archives are made from it
 * @param moved redirects and removed paths, by path or by path and query
 * @param table feeds, their pages and archives, the lists of feeds and pages
 * @param olderPages by the path of a scope's page: the pages with its older posts
 * @param posts the pages of posts and their aliases
 * @param files the files next to posts
 * @param former where other software has the feeds that are in the table
 * @param adHoc the feeds that are made of terms in their addresses
 * @param missing the page for paths at which there is nothing, or null
 */
public record MapSnapshot(
    Library library,
    Map<String, Resource> moved,
    PMap<String, SharedResource> table,
    PMap<String, ScopePages> olderPages,
    PMap<String, SharedResource> posts,
    PMap<String, SharedResource> files,
    FormerFeedPaths former,
    AdHocFeeds adHoc,
    @Nullable SharedResource missing)
    implements Snapshot {
  public MapSnapshot {
    moved = Map.copyOf(moved);
  }

  @Override
  public @Nullable Resource find(String path, @Nullable String query) {
    Resource listed = query == null ? null : at(path + "?" + query);
    Resource found = listed == null ? at(path) : listed;
    if (found != null) {
      return found;
    }
    Resource near =
        path.endsWith("/") ? redirectAt(path.substring(0, path.length() - 1)) : folder(path + "/");
    Resource feed = near == null || isOurs(path + "/") ? formerFeed(path) : null;
    Resource known = feed == null ? near : feed;
    return known == null ? adHoc.find(library, path) : known;
  }

  @Override
  public @Nullable Resource notFound() {
    return missing == null ? null : missing.in(library);
  }

  private boolean isOurs(String path) {
    return table.containsKey(path) && !moved.containsKey(path);
  }

  /**
   * The feed at a path of other software; not a redirect, because clients that guess follow none.
   */
  private @Nullable Resource formerFeed(String path) {
    return former
        .feeds(path)
        .map(table::get)
        .filter(Objects::nonNull)
        .map(shared -> shared.in(library))
        .findFirst()
        .orElse(null);
  }

  /** This snapshot with other feeds. */
  MapSnapshot with(PMap<String, SharedResource> other) {
    return new MapSnapshot(library, moved, other, olderPages, posts, files, former, adHoc, missing);
  }

  /** How many paths of the server, of posts and of files there are. */
  int size() {
    return table.size() + olderPages.size() + posts.size() + files.size();
  }

  /** Every page with older posts, by its path. */
  public SortedMap<String, SharedResource> allOlderPages() {
    SortedMap<String, SharedResource> pages = new TreeMap<>();
    for (ScopePages each : olderPages.values()) {
      each.all(library).forEach((path, page) -> pages.put(path, new OlderPage(page)));
    }
    return pages;
  }

  /** A page with older posts; equal as long as it is the same one. */
  private record OlderPage(Deferred<Library> page) implements SharedResource {
    @Override
    public Resource in(Library library) {
      return page.in(library);
    }
  }

  /** Whether something at a path is made, not stored as a file. */
  boolean isMade(String path) {
    return table.containsKey(path) || posts.containsKey(path) || olderPage(path) != null;
  }

  private @Nullable Resource olderPage(String path) {
    int at = Math.max(path.lastIndexOf("/archive/"), path.lastIndexOf("/page/")) + 1;
    ScopePages pages =
        at == 0 || !path.endsWith("/") ? null : olderPages.get(path.substring(0, at));
    return pages == null ? null : pages.find(path.substring(at), library);
  }

  /** Some generators serve an alias at its folder. */
  private @Nullable Resource redirectAt(String path) {
    Resource found = at(path);
    return found instanceof Redirect || found instanceof Gone ? found : null;
  }

  /** A redirect or removed path is served directly, so that a client needs no second step. */
  private @Nullable Resource folder(String path) {
    Resource found = at(path);
    return found == null || found instanceof Redirect || found instanceof Gone
        ? found
        : new Redirect(PercentEncoding.path(path));
  }

  private @Nullable Resource at(String path) {
    Resource found = moved.get(path);
    if (found != null) {
      return found;
    }
    SharedResource shared = table.get(path);
    if (shared == null) {
      shared = posts.get(path);
    }
    if (shared == null) {
      shared = files.get(path);
    }
    return shared == null ? olderPage(path) : shared.in(library);
  }
}
