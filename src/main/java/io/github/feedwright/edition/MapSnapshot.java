package io.github.feedwright.edition;

import io.github.feedwright.text.PercentEncoding;
import io.github.feedwright.web.Gone;
import io.github.feedwright.web.Redirect;
import io.github.feedwright.web.Resource;
import io.github.feedwright.web.Snapshot;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;

/**
 * A snapshot in layers: what the configuration moves or ends, then the server's own paths, then
 * what posts bring, then the files beside them. The first that has a path answers.
 *
 * @param moved redirects and ends by path, or by path and query
 * @param table feeds, their pages and archives, the list of feeds
 * @param posts the pages of posts and their aliases
 * @param files the files beside posts
 */
public record MapSnapshot(
    Map<String, Resource> moved,
    PMap<String, Resource> table,
    PMap<String, Resource> posts,
    PMap<String, Resource> files)
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
    return path.endsWith("/") ? moved(path.substring(0, path.length() - 1)) : folder(path + "/");
  }

  /** Some generators answer for an alias at its folder. */
  private @Nullable Resource moved(String path) {
    Resource found = at(path);
    return found instanceof Redirect || found instanceof Gone ? found : null;
  }

  /** What moved or went answers for itself, so that a reader needs no second step. */
  private @Nullable Resource folder(String path) {
    Resource found = at(path);
    return found == null || found instanceof Redirect || found instanceof Gone
        ? found
        : new Redirect(PercentEncoding.path(path));
  }

  private @Nullable Resource at(String path) {
    Resource found = moved.get(path);
    if (found == null) {
      found = table.get(path);
    }
    if (found == null) {
      found = posts.get(path);
    }
    return found == null ? files.get(path) : found;
  }
}
