package io.github.feedwright.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Page bundles change, and what is served becomes what a fresh start would serve. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
final class BundlesIT {
  private static final String INDEX = "trip/index.md";
  private static final String SHOWN = "---\ntitle: Trip\ndate: 2020-01-01\n---\n![](a.png)\n";
  private static final String DRAFT = SHOWN.replace("title", "draft: true\ntitle");
  private static final String PAGE = SHOWN.replace("title", "layout: page\ntitle");
  private static final String BROKEN = SHOWN.replace("Trip", "Trip: a");
  private static final String UNDATED = "---\ntitle: Trips\n---\nAll of them.\n";

  private static final List<String> PATHS =
      List.of(
          "/atom.xml",
          "/feeds.opml",
          "/tags/sea/atom.xml",
          "/2020/01/01/trip/",
          "/2020/01/02/notes/",
          "/2020/01/03/deep/",
          "/trip/a.png",
          "/trip/b/a.png",
          "/other/trip/a.png");

  @TempDir private Path posts;

  @BeforeEach
  void writeABundleWithoutItsIndex() throws Exception {
    write("one.md", "---\ntitle: One\ndate: 2019-01-01\n---\n[n]({{< ref \"notes\" >}})\n");
    write("trip/notes.md", "---\ntitle: Notes\ndate: 2020-01-02\n---\nNotes.\n");
    write("trip/map.md", "---\ntitle: Map\n---\nMap.\n");
    write("trip/b/deep.md", "---\ntitle: Deep\ndate: 2020-01-03\ntags: [sea]\n---\nDeep.\n");
    write("trip/a.png", "PNG");
    write("trip/b/a.png", "PNG");
  }

  private void write(String path, String text) throws Exception {
    RunningSite.write(posts, path, text);
  }

  private RunningSite start() throws Exception {
    // A term that had a feed has one until the restart: these have it anyway.
    return RunningSite.on(posts, "feeds: {keep: [tag/sea]}\n", Clock.systemUTC());
  }

  private static Map<String, String> served(RunningSite site) throws Exception {
    Map<String, String> served = new TreeMap<>();
    for (String path : PATHS) {
      var response = site.get(path);
      served.put(path, response.statusCode() + " " + response.body());
    }
    served.put("problems", new TreeMap<>(site.publisher().health().problems()).toString());
    return served;
  }

  /** Waits until the site serves what a fresh start does, which holds or lacks the notes. */
  private void becomes(RunningSite site, boolean notes) throws Exception {
    Map<String, String> fresh;
    try (RunningSite other = start()) {
      fresh = served(other);
    }
    assertThat(fresh.get("/atom.xml").contains("Notes.")).isEqualTo(notes);
    assertThat(fresh.get("/2020/01/03/deep/").startsWith("200")).isEqualTo(notes);
    assertThat(fresh.get("/tags/sea/atom.xml").contains("Deep.")).isEqualTo(notes);
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(served(site)).isEqualTo(fresh));
  }

  @Test
  void whateverBecomesOfAnIndexIsAsAfterAFreshStart() throws Exception {
    try (RunningSite site = start()) {
      becomes(site, true);
      write(INDEX, BROKEN);
      becomes(site, false);
      assertThat(site.get("/trip/b/a.png").statusCode()).isEqualTo(404);
      write(INDEX, DRAFT);
      becomes(site, false);
      assertThat(site.get("/trip/a.png").statusCode()).isEqualTo(404);
      write(INDEX, SHOWN);
      becomes(site, true);
      write(INDEX, DRAFT);
      becomes(site, false);
      write(INDEX, PAGE);
      becomes(site, true);
      write(INDEX, DRAFT);
      becomes(site, false);
      Files.delete(posts.resolve(INDEX));
      becomes(site, true);
      write(INDEX, UNDATED);
      becomes(site, true);
      write(INDEX, "---\ntitle: Trip\nstatus: pending\n---\nText.\n");
      becomes(site, false);
      write("trip/index.de.md", SHOWN);
      becomes(site, false);
      write(INDEX, SHOWN);
      becomes(site, true);
    }
  }

  @Test
  void whateverBecomesOfASectionIsAsAfterAFreshStart() throws Exception {
    String section = "trip/_index.md";
    write(INDEX, DRAFT);
    try (RunningSite site = start()) {
      becomes(site, false);
      Files.move(posts.resolve(INDEX), posts.resolve(section));
      becomes(site, false);
      assertThat(site.get("/trip/b/a.png").statusCode()).isEqualTo(404);
      write(section, "---\ntitle: Trip\n---\n");
      becomes(site, true);
      assertThat(site.get("/trip/b/a.png").statusCode()).isEqualTo(200);
      write(section, "---\ncascade: {draft: true}\n---\n");
      becomes(site, false);
      Files.delete(posts.resolve(section));
      becomes(site, true);
      write("_index.md", "+++\ndraft = true\n+++\n");
      becomes(site, false);
      assertThat(site.get("/trip/b/a.png").statusCode()).isEqualTo(404);
      assertThat(site.body("/atom.xml")).doesNotContain(">One<");
      write("_index.md", "+++\n+++\n");
      becomes(site, true);
    }
  }

  @Test
  void whatComesAndGoesInADraftBundleNeverShows() throws Exception {
    write(INDEX, DRAFT);
    try (RunningSite site = start()) {
      write("trip/notes.md", "---\ntitle: Notes\ndate: 2020-01-02\n---\nNotes.\nMore.\n");
      write("trip/c/new.md", "---\ntitle: New\ndate: 2020-01-04\n---\nNew.\n");
      write("trip/c/a.png", "PNG");
      Files.delete(posts.resolve("trip/map.md"));
      becomes(site, false);
      assertThat(site.body("/atom.xml")).doesNotContain("New.");
      assertThat(site.get("/trip/c/a.png").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void aBundleWithinABundleIsAsPrivateAsBoth() throws Exception {
    write("trip/b/index.md", SHOWN.replace("Trip", "Inner"));
    write(INDEX, DRAFT);
    try (RunningSite site = start()) {
      becomes(site, false);
      assertThat(site.get("/trip/b/a.png").statusCode()).isEqualTo(404);
      write(INDEX, SHOWN);
      becomes(site, true);
      assertThat(site.get("/trip/b/a.png").statusCode()).isEqualTo(200);
      write("trip/b/deep.md", "---\ntitle: Deep\n---\nA part.\n");
      write("trip/b/index.md", DRAFT);
      await().untilAsserted(() -> assertThat(site.body("/atom.xml")).doesNotContain("Inner"));
      assertThat(site.body("/atom.xml")).contains("Notes.", "Trip").doesNotContain("A part.");
    }
  }

  @Test
  void aBundleThatIsMovedKeepsItsId() throws Exception {
    write(INDEX, SHOWN);
    try (RunningSite site = start()) {
      assertThat(site.body("/atom.xml")).contains("<id>tag:blog.example.org,2013:trip</id>");
      Files.createDirectory(posts.resolve("other"));
      Files.move(posts.resolve("trip"), posts.resolve("other/trip"));
      becomes(site, true);
      assertThat(site.get("/other/trip/a.png").statusCode()).isEqualTo(200);
      assertThat(site.body("/atom.xml"))
          .contains("<id>tag:blog.example.org,2013:trip</id>")
          .containsOnlyOnce(">Trip</title>");
    }
  }
}
