package io.github.feedwright.edition;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.content.ContentRenderer;
import io.github.feedwright.edition.document.SharedResource;
import io.github.feedwright.edition.entry.Change;
import io.github.feedwright.edition.entry.FeedWindow;
import io.github.feedwright.edition.entry.RenderedPosts;
import io.github.feedwright.edition.path.SitePaths;
import io.github.feedwright.feed.Scope;
import io.github.feedwright.format.FeedFormat;
import io.github.feedwright.format.FeedFormats;
import io.github.feedwright.library.Library;
import io.github.feedwright.library.Posts;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.text.Untraversed;
import io.github.feedwright.web.cache.CacheLimits;
import io.github.feedwright.web.cache.LastModifiedClock;
import io.github.feedwright.web.cache.RepresentationCache;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pcollections.PMap;

final class SnapshotBuilderTest {
  private static final Instant NOW = Instant.parse("2030-05-05T12:00:00Z");

  private final Settings settings =
      Posts.settings(
          """
          site: {title: T, url: "https://example.org/", id: "tag:example.org,2013"}
          feeds: {archives: all}
          """);
  private final SitePaths paths = new SitePaths(settings);
  private final Library empty = Library.empty(settings, paths::isOurs);
  private final SnapshotBuilder builder = builder();

  private SnapshotBuilder builder() {
    List<FeedFormat> formats = FeedFormats.of(settings.feeds().formats());
    RepresentationCache representations =
        new RepresentationCache(
            Runnable::run, Runnable::run, new LastModifiedClock(), CacheLimits.USUAL);
    ContentRenderer renderer = new ContentRenderer(settings);
    SiteWriters writers =
        SiteWriters.of(
            settings,
            formats,
            paths,
            representations,
            (library, post) -> renderer.render(post, "https://example.org/", library, () -> false));
    return new SnapshotBuilder(
        settings,
        writers,
        representations,
        (library, post) -> {
          throw new AssertionError("nothing is asked for");
        });
  }

  private Edition next(Edition last, Library after) {
    Library before = last.library();
    Set<String> touched = new LinkedHashSet<>();
    before.all().forEach(post -> touched.add(post.path()));
    after.all().forEach(post -> touched.add(post.path()));
    Change change =
        Change.between(before, after, touched, Set.of(), new RenderedPosts(before, late -> {}));
    Set<Scope> scopes = change.scopes(settings.feeds());
    return builder.next(
        last, change, scopes, scope -> FeedWindow.of(List.of()), last.snapshot().files(), NOW);
  }

  private static Edition guarded(Edition edition) {
    MapSnapshot snapshot = edition.snapshot();
    return new Edition(
        new MapSnapshot(
            snapshot.library(),
            snapshot.moved(),
            guarded(snapshot.table()),
            Untraversed.of(PMap.class, snapshot.olderPages()),
            guarded(snapshot.posts()),
            guarded(snapshot.files()),
            snapshot.former(),
            snapshot.adHoc(),
            snapshot.missing()),
        edition.scopes(),
        edition.emptied(),
        edition.touched(),
        edition.cold(),
        edition.clashes(),
        edition.changed());
  }

  private static PMap<String, SharedResource> guarded(PMap<String, SharedResource> map) {
    return Untraversed.of(PMap.class, map);
  }

  /** Else what comes back to a large site costs its square. */
  @Test
  void noChangeGoesThroughAllThatIsServed() {
    Library some =
        empty
            .with(Posts.post("2014-01-01-a.md", "title: A\ntags: [x]"))
            .with(Posts.post("2014-02-02-b.md", "title: B\ntags: [y]\naliases: [/old/]"));
    Edition filled = next(guarded(builder.first(empty)), some);
    Edition emptied = next(guarded(filled), empty);
    Edition again = next(guarded(emptied), some);
    assertThat(again.snapshot().find("/tags/x/archive/2014-01/atom.xml", null)).isNotNull();
  }

  @Test
  void anEmptyArchiveStaysUntilItsTermHasPostsAgain() {
    String january = "/tags/x/archive/2014-01/atom.xml";
    String february = "/tags/x/archive/2014-02/atom.xml";
    Edition filled =
        next(
            builder.first(empty),
            empty
                .with(Posts.post("2014-01-01-a.md", "title: A\ntags: [x]"))
                .with(Posts.post("2014-02-02-b.md", "title: B\ntags: [x]")));
    Edition fewer = next(filled, empty.with(Posts.post("2014-01-01-a.md", "title: A\ntags: [x]")));
    assertThat(fewer.snapshot().find(january, null)).isNotNull();
    assertThat(fewer.snapshot().find(february, null)).isNull();

    Edition emptied = next(fewer, empty);
    assertThat(emptied.snapshot().find(january, null)).isNotNull();
    assertThat(emptied.snapshot().find(february, null)).isNull();

    Edition other = next(emptied, empty.with(Posts.post("2014-03-03-c.md", "title: C\ntags: [y]")));
    assertThat(other.snapshot().find(january, null)).isNotNull();

    Edition refilled =
        next(other, empty.with(Posts.post("2014-02-03-d.md", "title: D\ntags: [x]")));
    assertThat(refilled.snapshot().find(january, null)).isNull();
    assertThat(refilled.snapshot().find(february, null)).isNotNull();
    assertThat(refilled.emptied().keySet())
        .extracting(scope -> scope.directory())
        .containsExactly("tags/y/");
  }
}
