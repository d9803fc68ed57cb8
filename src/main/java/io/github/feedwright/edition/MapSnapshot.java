package io.github.feedwright.edition;

import io.github.feedwright.edition.path.FormerAddresses;
import io.github.feedwright.library.Library;
import io.github.feedwright.text.PercentEncoding;
import io.github.feedwright.web.Gone;
import io.github.feedwright.web.Redirect;
import io.github.feedwright.web.Resource;
import io.github.feedwright.web.Snapshot;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;

/**
 * A snapshot in layers: redirects and removed paths of the configuration, then the server's own
 * paths, then those of posts, then files. The first layer with a path serves it.
 *
 * @param library the posts that are shown: pages and archives are made from it
 * @param moved redirects and removed paths, by path or by path and query
 * @param table feeds, their pages and archives, the list of feeds
 * @param posts the pages of posts and their aliases
 * @param files the files next to posts
 * @param former where other software has the feeds that are in the table
 * @param adHoc the feeds that are made of terms in their addresses
 */
public record MapSnapshot(
    Library library,
    Map<String, Resource> moved,
    PMap<String, SharedResource> table,
    PMap<String, SharedResource> posts,
    PMap<String, SharedResource> files,
    FormerAddresses former,
    AdHocFeeds adHoc)
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
        path.endsWith("/") ? moved(path.substring(0, path.length() - 1)) : folder(path + "/");
    Resource feed = near == null || isOurs(path + "/") ? formerFeed(path) : null;
    Resource known = feed == null ? near : feed;
    return known == null ? adHoc.find(library, path) : known;
  }

  private boolean isOurs(String path) {
    return table.containsKey(path) && !moved.containsKey(path);
  }

  /** The feed that is at a path of other software; directly, as guessing clients follow nothing. */
  private @Nullable Resource formerFeed(String path) {
    return former.feeds(path).stream()
        .map(table::get)
        .filter(Objects::nonNull)
        .map(shared -> shared.in(library))
        .findFirst()
        .orElse(null);
  }

  /** How many paths of the server, of posts and of files there are. */
  int size() {
    return table.size() + posts.size() + files.size();
  }

  /** Some generators serve an alias at its folder. */
  private @Nullable Resource moved(String path) {
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
    return shared == null ? null : shared.in(library);
  }
}
