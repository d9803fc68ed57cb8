package io.github.feedwright.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.feedwright.library.Library;
import io.github.feedwright.web.Representation;
import io.github.feedwright.web.Resource;
import io.github.feedwright.web.cache.CacheLimits;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A reader that found something in one snapshot gets it as it is there, though another snapshot is
 * swapped in before it is made.
 */
final class OwnSnapshotTest {
  private static final String SITE =
      """
      site: {title: T, url: "https://example.org/", id: "tag:example.org,2013"}
      feeds: {items: 1, archives: all}
      """;

  @TempDir private Path posts;

  @BeforeEach
  void write() throws IOException {
    SteppedSite.write(posts, "2014-03-03-c.md", "---\ntitle: C\ntags: [x]\n---\nThird.\n");
    SteppedSite.write(
        posts, "2014-02-02-b.md", "---\ntitle: B\ntags: [x]\n---\n[a](2014-01-01-a.md)\n");
    SteppedSite.write(posts, "2014-01-01-a.md", "---\ntitle: A\ntags: [x]\n---\nFirst.\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/tags/x/",
        "/feeds.opml",
        "/tags/",
        "/archive/2014/",
        "/tags/x/archive/2014/",
        "/2014/01/01/a/",
        "/2014/02/02/b/",
        "/archive/2014-01/atom.xml",
        "/archive/2014-02/feed.json",
        "/tags/x/archive/2014-02/rss.xml"
      })
  void whatIsMadeAfterASwapIsOfTheSnapshotThatItWasFoundIn(String path) throws IOException {
    String expected;
    try (SteppedSite site = SteppedSite.on(posts, SITE, CacheLimits.USUAL)) {
      expected = site.body(path);
    }
    try (SteppedSite site = SteppedSite.on(posts, SITE, CacheLimits.USUAL)) {
      Resource found = site.snapshot().find(path, null);
      change(site);
      assertThat(SteppedSite.body(found)).isEqualTo(expected);
      site.publish();
      assertThat(site.body(path)).isNotEqualTo(expected);
    }
  }

  @Test
  void aPostThatIsGoneByThenStillHasItsOwnAddress() throws IOException {
    try (SteppedSite site = SteppedSite.on(posts, SITE, CacheLimits.USUAL)) {
      Resource found = site.snapshot().find("/archive/2014-01/atom.xml", null);
      site.delete("2014-01-01-a.md");
      assertThat(Files.exists(posts.resolve("2014-01-01-a.md"))).isFalse();
      assertThat(SteppedSite.body(found)).contains("\"https://example.org/2014/01/01/a/\"");
    }
  }

  /** Nothing is kept of what was made, so both are made again. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/tags/x/",
        "/feeds.opml",
        "/tags/",
        "/archive/2014/",
        "/tags/x/archive/2014/",
        "/2014/01/01/a/",
        "/2014/02/02/b/",
        "/archive/2014-01/atom.xml",
        "/archive/2014-02/feed.json",
        "/tags/x/archive/2014-02/rss.xml"
      })
  void eachOfTwoSnapshotsAnswersAsItselfThoughTheNewerOneIsAskedFirst(String path)
      throws IOException {
    try (SteppedSite site = SteppedSite.on(posts, SITE, new CacheLimits(0, 0))) {
      Resource older = site.snapshot().find(path, null);
      String expected = site.body(path);
      change(site);
      String newer = site.body(path);
      assertThat(newer).isNotEqualTo(expected);
      assertThat(SteppedSite.body(older)).isEqualTo(expected);
      assertThat(site.body(path)).isEqualTo(newer);
    }
  }

  /** A reader that was overtaken by a change gets no older page than the one after it. */
  @Test
  void aPageThatNobodyHadAskedForIsMadeOnceForAllSnapshotsThatShareIt() throws IOException {
    SteppedSite.write(posts, "2013-12-12-d.md", "---\ntitle: D\n---\nBetween.\n");
    SteppedSite.write(posts, "2013-05-05-e.md", "---\ntitle: E\n---\n[a](2014-01-01-a.md)\n");
    try (SteppedSite site = SteppedSite.on(posts, SITE, CacheLimits.USUAL)) {
      Resource older = site.snapshot().find("/2013/05/05/e/", null);
      change(site);
      Representation newer = SteppedSite.asked(site.snapshot().find("/2013/05/05/e/", null)).join();
      assertThat(SteppedSite.body(newer)).contains("/2014/01/01/moved/");
      assertThat(SteppedSite.asked(older).join()).isSameAs(newer);
    }
  }

  @Test
  void nothingThatIsServedHoldsAnOlderLibrary() throws IOException {
    try (SteppedSite site = SteppedSite.on(posts, SITE, CacheLimits.USUAL)) {
      site.snapshot().table().keySet().forEach(site::body);
      site.snapshot().posts().keySet().forEach(site::body);
      WeakReference<Library> older = new WeakReference<>(site.snapshot().library());
      change(site);
      await()
          .until(
              () -> {
                System.gc();
                return older.get() == null;
              });
    }
  }

  private static void change(SteppedSite site) throws IOException {
    site.write("2014-01-01-a.md", "---\ntitle: A\nslug: moved\ntags: [x, y]\n---\nFirst.\n");
    site.write("2014-03-03-c.md", "---\ntitle: Changed\ntags: [x]\n---\nThird.\n");
  }
}
