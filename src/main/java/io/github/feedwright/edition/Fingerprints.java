package io.github.feedwright.edition;

import io.github.feedwright.content.Content;
import io.github.feedwright.edition.entry.Change;
import io.github.feedwright.edition.entry.FeedWindow;
import io.github.feedwright.edition.fingerprint.FingerprintedPosts;
import io.github.feedwright.edition.path.SitePaths;
import io.github.feedwright.feed.Scope;
import io.github.feedwright.library.Library;
import io.github.feedwright.post.Post;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.web.cache.RepresentationCache;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The documents of an edition, with a fingerprint in the place of each: whoever has the documents
 * of an earlier edition learns from these which are the same, without making them. They are put
 * together by the same code from the same posts, so that nothing can be forgotten of what a
 * document shows.
 *
 * @param identity of the program and its settings: only with the same do equal fingerprints stand
 *     for equal documents
 * @param documents the fingerprints, at the paths of the documents
 */
public record Fingerprints(String identity, MapSnapshot documents) {

  /**
   * The fingerprints of an edition.
   *
   * @param windows the posts of a scope's feed
   * @param render renders a post of a library
   */
  static Fingerprints of(
      String identity,
      Settings settings,
      Edition edition,
      Function<Scope, List<Post>> windows,
      BiFunction<Library, Post, Content> render,
      RepresentationCache representations,
      Instant since) {
    FingerprintedPosts posts = new FingerprintedPosts(settings, render, since.toString());
    SitePaths paths = new SitePaths(settings);
    SiteWriters writers =
        SiteWriters.of(
            settings, posts.formats(), paths, representations, posts::content, posts::page);
    SnapshotBuilder builder = new SnapshotBuilder(settings, writers, representations, posts::entry);
    Library none = Library.empty(settings, paths::isOurs);
    Set<Post> all = new LinkedHashSet<>();
    edition.library().all().forEach(all::add);
    Edition made =
        builder.next(
            builder.first(none),
            new Change(none, edition.library(), Set.of(), all),
            edition.scopes(),
            scope -> window(windows.apply(scope), posts, representations),
            edition.snapshot().files(),
            since);
    return new Fingerprints(identity, made.snapshot());
  }

  private static FeedWindow window(
      List<Post> shown, FingerprintedPosts posts, RepresentationCache representations) {
    return new FeedWindow(
        null,
        library ->
            representations.findOut(
                () -> shown.stream().map(post -> posts.entry(library, post)).toList()));
  }
}
