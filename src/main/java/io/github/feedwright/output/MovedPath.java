package io.github.feedwright.output;

import io.github.feedwright.edition.MapSnapshot;
import io.github.feedwright.web.Redirect;
import io.github.feedwright.web.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A path that leads to another address, or that is gone.
 *
 * @param from decoded
 * @param query the only query that it is about, or null
 * @param to an address or a path, percent-encoded; null if the path is gone
 */
record MovedPath(String from, @Nullable String query, @Nullable String to) {
  /** All of a snapshot: those of the configuration, then those of posts. */
  static List<MovedPath> of(MapSnapshot snapshot) {
    SortedMap<String, Resource> all = new TreeMap<>();
    snapshot
        .posts()
        .forEach(
            (path, source) -> {
              Resource resource = source.in(snapshot.library());
              if (resource instanceof Redirect && !snapshot.table().containsKey(path)) {
                all.put(path, resource);
              }
            });
    all.putAll(snapshot.moved());
    List<MovedPath> moves = new ArrayList<>();
    all.forEach(
        (key, resource) -> {
          moves.add(of(key, resource));
          String other = key.endsWith("/") ? key.substring(0, key.length() - 1) : key + "/";
          // Paths are answered with and without the slash at the end.
          if (key.indexOf('?') < 0
              && !all.containsKey(other)
              && resource.equals(snapshot.find(other, null))) {
            moves.add(of(other, resource));
          }
        });
    return moves;
  }

  private static MovedPath of(String key, Resource resource) {
    int mark = key.indexOf('?');
    return new MovedPath(
        mark < 0 ? key : key.substring(0, mark),
        mark < 0 ? null : key.substring(mark + 1),
        resource instanceof Redirect redirect ? redirect.location() : null);
  }
}
