package io.github.feedwright.edition;

import io.github.feedwright.edition.path.SitePaths;
import io.github.feedwright.feed.Scope;
import io.github.feedwright.format.FeedFormat;
import io.github.feedwright.post.file.NearestNames;
import io.github.feedwright.text.PercentEncoding;
import io.github.feedwright.text.Spelling;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the path that somebody may have meant by one at which this server has nothing.
 *
 * <p>Threads: only {@code publish}, or {@code main} in a command.
 */
final class NearestPaths {
  private final SitePaths paths;
  private final List<FeedFormat> formats;

  /** The nearest feed for each path, which is computed once while the feeds stay the same. */
  private final Map<String, Optional<String>> feeds = new HashMap<>();

  private Set<Scope> compared = Set.of();
  private MapSnapshot asked;
  private NearestNames posts;

  NearestPaths(SitePaths paths, List<FeedFormat> formats, MapSnapshot first) {
    this.paths = paths;
    this.formats = formats;
    this.asked = first;
    this.posts = names(first);
  }

  private static NearestNames names(MapSnapshot snapshot) {
    return new NearestNames(
        () ->
            Stream.of(snapshot.posts(), snapshot.files())
                .flatMap(layer -> layer.keySet().stream())
                .map(NearestPaths::withoutSlash));
  }

  private static String withoutSlash(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  /**
   * The same path below the root of this server, else a page, feed, post or file that is spelt
   * alike, percent-encoded.
   *
   * @param path from the server's root, decoded
   */
  Optional<String> to(Edition edition, String path) {
    String below = paths.below(path);
    if (BrokenRedirects.isServed(edition.snapshot(), below, null)) {
      return Optional.of(PercentEncoding.path(below));
    }
    if (compared != edition.scopes()) {
      compared = edition.scopes();
      feeds.clear();
    }
    return feeds
        .computeIfAbsent(path, any -> feed(path, below))
        .or(() -> post(edition.snapshot(), path))
        .map(PercentEncoding::path);
  }

  private Optional<String> feed(String path, String below) {
    Set<String> known = new LinkedHashSet<>(Set.of(paths.opml()));
    for (Scope scope : compared) {
      known.add(paths.page(scope));
      formats.forEach(format -> known.add(paths.document(scope, format.fileName())));
    }
    return Spelling.nearest(path, known).or(() -> Spelling.nearest(below, known));
  }

  private Optional<String> post(MapSnapshot snapshot, String path) {
    if (asked.posts() != snapshot.posts() || asked.files() != snapshot.files()) {
      posts = names(snapshot);
    }
    asked = snapshot;
    return posts
        .to(withoutSlash(path))
        .map(found -> snapshot.posts().containsKey(found + "/") ? found + "/" : found);
  }
}
