package io.github.feedwright.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.problem.Problem;
import io.github.feedwright.web.Representation;
import io.github.feedwright.web.cache.CacheLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Feeds of configured combinations, and what the site's feed leaves out. */
final class CombinationsTest {
  private static final String SITE =
      """
      site: {title: Journal, url: "https://blog.example.org/", id: "tag:blog.example.org,2013"}
      """;

  private static final String PLANET =
      SITE
          + """
          feeds:
            combinations:
              planet-python:
                all: [tag/python]
                any: [tag/english, author/ada]
                not: [category/work]
                title: Python, in English
          """;

  private static final String ID = "tag:blog.example.org,2013:feed/combination/planet-python/atom";

  @TempDir private Path posts;

  private SteppedSite on(String yaml) {
    return SteppedSite.on(posts, yaml, CacheLimits.USUAL);
  }

  private static String post(String title, String fields) {
    return "---\ntitle: " + title + "\ndate: 2020-01-01\n" + fields + "\n---\nText.\n";
  }

  private void write(String name, String fields) throws IOException {
    SteppedSite.write(posts, name + ".md", post(name, fields));
  }

  @Test
  void aCombinationContainsThePostsThatItChoosesUnderItsOwnIdAndTitle() throws Exception {
    write("both", "tags: [Python, English]");
    write("author", "tags: python\nauthor: Ada");
    write("tag-alone", "tags: python");
    write("work", "tags: [python, english]\ncategory: Work");
    try (SteppedSite site = on(PLANET)) {
      assertThat(site.body("/feeds/planet-python/atom.xml"))
          .contains("<id>" + ID + "</id>", ">Journal: Python, in English</title>")
          .contains(">both</title>", ">author</title>")
          .contains("<id>tag:blog.example.org,2013:both</id>")
          .contains("href=\"https://blog.example.org/feeds/planet-python/atom.xml\"")
          .doesNotContain("tag-alone", ">work</title>");
      assertThat(site.body("/feeds/planet-python/rss.xml")).contains(">both</title>");
      assertThat(site.body("/feeds/planet-python/feed.json")).contains("\"title\": \"both\"");
    }
  }

  @Test
  void aCombinationHasAPageAndAPlaceInTheListsOfFeeds() throws Exception {
    write("both", "tags: [Python, English]");
    write("other", "tags: English");
    try (SteppedSite site = on(PLANET)) {
      assertThat(site.body("/feeds/planet-python/")).contains("Python, in English", "both");
      assertThat(site.body("/feeds.opml"))
          .contains("text=\"Selections\"", "text=\"Python, in English\"")
          .contains("xmlUrl=\"https://blog.example.org/feeds/planet-python/rss.xml\"");
      String autodiscovered = "href=\"/feeds/planet-python/atom.xml\"";
      assertThat(site.body("/2020/01/01/both/")).contains(autodiscovered);
      assertThat(site.body("/2020/01/01/other/")).doesNotContain(autodiscovered);
      assertThat(site.body("/")).contains("/feeds/planet-python/");
    }
  }

  @Test
  void aPostThatGainsATermComesIntoTheCombinationAndOtherFeedsStayTheSame() throws Exception {
    write("a", "tags: english");
    write("b", "tags: ruby");
    write("c", "tags: [english, python]");
    try (SteppedSite site = on(PLANET)) {
      Object before = site.snapshot().find("/tags/ruby/atom.xml", null);
      site.write("a.md", post("a", "tags: [english, python]"));
      assertThat(site.body("/feeds/planet-python/atom.xml")).contains(">a</title>", ">c</title>");
      assertThat(site.snapshot().find("/tags/ruby/atom.xml", null)).isSameAs(before);
    }
  }

  @Test
  void anEditOfAPostThatItDoesNotChooseLeavesTheCombinationsFeedTheSameObject() throws Exception {
    write("a", "tags: [english, python]");
    write("b", "tags: ruby");
    try (SteppedSite site = on(PLANET)) {
      Object before = site.snapshot().find("/feeds/planet-python/atom.xml", null);
      site.write("b.md", post("b", "tags: [ruby, english]"));
      assertThat(site.snapshot().find("/feeds/planet-python/atom.xml", null)).isSameAs(before);
    }
  }

  @Test
  void aPostThatGainsAnExcludedTermLeavesAndAnEmptyFeedIsServedAndListed() throws Exception {
    write("a", "tags: [english, python]");
    try (SteppedSite site = on(PLANET)) {
      site.write("a.md", post("a", "tags: [english, python]\ncategory: work"));
      assertThat(site.body("/feeds/planet-python/atom.xml"))
          .contains("<id>" + ID + "</id>", "<updated>2013-01-01T00:00:00Z</updated>")
          .doesNotContain("<entry>");
      assertThat(site.body("/feeds/planet-python/rss.xml")).contains("<channel>");
      assertThat(site.body("/feeds.opml")).contains("text=\"Python, in English\"");
    }
  }

  @Test
  void anotherExpressionUnderTheSameNameKeepsTheIdsOfFeedAndEntries() throws Exception {
    write("a", "tags: [english, python]");
    write("b", "tags: python");
    try (SteppedSite site = on(PLANET)) {
      String before = site.body("/feeds/planet-python/atom.xml");
      site.reconfigure(PLANET.replace("any: [tag/english, author/ada]", "any: []"));
      assertThat(site.body("/feeds/planet-python/atom.xml"))
          .isNotEqualTo(before)
          .contains("<id>" + ID + "</id>", "<id>tag:blog.example.org,2013:a</id>")
          .contains(">b</title>");
    }
  }

  @Test
  void theSitesFeedLeavesOutWhatItIsToldToAndKeepsItsId() throws Exception {
    write("essay", "category: essays");
    write("note", "category: Notes");
    String main = SITE + "feeds: {main: {not: [category/notes]}}\n";
    String id = "<id>tag:blog.example.org,2013:feed/site/atom</id>";
    try (SteppedSite site = on(SITE)) {
      assertThat(site.body("/atom.xml")).contains(id, ">note</title>");
      site.reconfigure(main);
      assertThat(site.body("/atom.xml"))
          .contains(id, ">essay</title>")
          .doesNotContain(">note</title>");
      assertThat(site.body("/rss.xml")).doesNotContain(">note</title>");
      assertThat(site.body("/categories/notes/atom.xml")).contains(">note</title>");
      assertThat(site.body("/2020/01/01/note/")).contains("note");
      site.write("essay.md", post("essay", "category: notes"));
      assertThat(site.body("/atom.xml")).contains(id).doesNotContain("<entry>");
    }
  }

  @Test
  void aTermThatNoPostHasIsReportedAndItsFeedIsEmpty() throws Exception {
    write("a", "tags: [python]");
    String yaml =
        SITE
            + """
            feeds:
              main: {not: [category/notes]}
              combinations:
                planet: {all: [tag/pyhton]}
            """;
    try (SteppedSite site = on(yaml)) {
      assertThat(site.problems())
          .extracting(Problem::toString)
          .containsExactly(
              "config.yaml:3: warning: feeds.main: no post has category/notes; correct it, or leave"
                  + " it until a post has it",
              "config.yaml:5: warning: feeds.combinations.planet: no post has tag/pyhton; did you"
                  + " mean tag/python?");
      assertThat(site.body("/feeds/planet/atom.xml")).doesNotContain("<entry>");
      site.write("a.md", post("a", "tags: [pyhton]\ncategory: notes"));
      assertThat(site.problems()).isEmpty();
    }
  }

  @Test
  void whatAStartServesEqualsWhatEditsLedTo() throws Exception {
    write("a", "tags: [python, english]");
    write("b", "tags: [python, english]");
    try (SteppedSite site = on(PLANET)) {
      site.write("a.md", post("a", "tags: [english]"));
      site.write("c.md", post("c", "tags: [python]\nauthor: Ada"));
      site.write("b.md", post("b", "tags: [python, english]\ncategory: work"));
      try (SteppedSite fresh = on(PLANET)) {
        assertThat(bodies(site)).isEqualTo(bodies(fresh));
      }
    }
  }

  @Test
  void ofCombinationsInAddressesOnlyFewAreKept() throws Exception {
    StringBuilder tags = new StringBuilder();
    for (int tag = 10; tag < 70; tag++) {
      tags.append("t").append(tag).append(", ");
    }
    write("a", "tags: [" + tags + "last]");
    List<String> paths = new ArrayList<>();
    for (int one = 10; one < 70; one++) {
      for (int other = one + 1; other < 70; other++) {
        paths.add("/feeds/tag:t" + one + ",tag:t" + other + "/atom.xml");
      }
    }
    try (SteppedSite site = on(SITE + "feeds: {combine: 2}\n")) {
      int before = site.times();
      List<Representation> first = paths.stream().map(path -> made(site, path)).toList();
      List<Representation> again = paths.stream().map(path -> made(site, path)).toList();
      assertThat(first)
          .allSatisfy(each -> assertThat(SteppedSite.body(each)).contains(">a</title>"));
      assertThat(IntStream.range(0, paths.size()).filter(i -> first.get(i) == again.get(i)).count())
          .isBetween(1L, 200L);
      assertThat(site.times()).isEqualTo(before);
      site.write("a.md", post("a", "tags: [t10]"));
      assertThat(site.snapshot().find("/feeds/tag:t10,tag:t11/atom.xml", null)).isNull();
    }
  }

  private static Representation made(SteppedSite site, String path) {
    return SteppedSite.asked(site.snapshot().find(path, null)).join();
  }

  private static Map<String, String> bodies(SteppedSite site) {
    Map<String, String> bodies = new TreeMap<>();
    for (String path : site.snapshot().table().keySet()) {
      if (path.startsWith("/feeds") || path.lastIndexOf('/') == 0) {
        bodies.put(path, site.body(path));
      }
    }
    return bodies;
  }

  @Test
  void signsInTagsMeanNothingInTheAddressOfACombination() throws Exception {
    write("both", "tags: [C++, .NET]");
    write("one", "tags: [C++, net]");
    try (SteppedSite site = on(SITE + "feeds: {combine: 2}\n")) {
      assertThat(site.body("/feeds/tag:c++,tag:dot-net/atom.xml"))
          .contains(">both</title>")
          .doesNotContain(">one</title>");
      assertThat(site.body("/feeds/tag:c++,tag:net/atom.xml"))
          .contains(">one</title>")
          .doesNotContain(">both</title>");
    }
  }
}
