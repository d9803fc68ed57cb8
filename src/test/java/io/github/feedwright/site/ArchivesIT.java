package io.github.feedwright.site;

import static io.github.feedwright.site.RunningSite.HOME;
import static io.github.feedwright.site.RunningSite.within;
import static java.util.stream.Collectors.partitioningBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.format.AtomGrammar;
import io.github.feedwright.format.JsonDocument;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The history of a feed (RFC 5005, section 4), as those who take all of it read it. */
@Execution(ExecutionMode.CONCURRENT)
final class ArchivesIT {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final String ARCHIVES = "feeds: {archives: all, items: 2, keep: [tag/quiet]}\n";

  /** A month with many, months without any, and one that is another in UTC. */
  private static final List<String> DATES =
      List.of(
          "2023-01-31T23:30:00-02:00",
          "2023-02-10",
          "2023-05-01",
          "2023-05-02",
          "2023-05-03",
          "2023-05-04",
          "2023-05-05",
          "2023-05-31T23:59:59Z",
          "2023-11-30",
          "2024-03-01T00:30:00+01:00",
          "2024-03-01",
          "2024-03-02",
          "2024-03-03");

  @TempDir private Path posts;

  @BeforeEach
  void write() throws Exception {
    for (int at = 0; at < DATES.size(); at++) {
      RunningSite.write(posts, name(at), post(at, DATES.get(at), "Text."));
    }
  }

  private static String name(int at) {
    return "post-%02d.md".formatted(at);
  }

  private static String post(int at, String date, String text) {
    return "---\ntitle: Post %d\ndate: %s\ntags: [all]\n---\n%s\n".formatted(at, date, text);
  }

  private RunningSite site() throws Exception {
    return RunningSite.on(posts, ARCHIVES, Clock.systemUTC());
  }

  /** A document of a chain: where it is, which posts are in it, and what it links to. */
  private record Link(String path, List<String> posts, Map<String, String> links) {}

  private static Link read(RunningSite site, String path) throws Exception {
    var response = site.get(path);
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    byte[] document = response.body().getBytes(StandardCharsets.UTF_8);
    boolean json = path.endsWith("json");
    List<Said> said =
        json
            ? Said.inJson(document)
            : path.endsWith("rss.xml") ? Said.inRss(document) : Said.inAtom(document);
    return new Link(
        path,
        said.stream().map(each -> each.id().replaceFirst(".*:", "") + ".md").toList(),
        json ? linksOfJson(document) : linksOfXml(response.body()));
  }

  private static Map<String, String> linksOfJson(byte[] document) {
    Object next = JsonDocument.read(document).get("next_url");
    return next == null ? Map.of() : Map.of("prev-archive", next.toString());
  }

  private static Map<String, String> linksOfXml(String document) {
    Map<String, String> links = new TreeMap<>();
    Matcher link = Pattern.compile("<(?:atom:)?link ([^>]*)>").matcher(document);
    while (link.find()) {
      if (link.group(1).contains("archive\"") || link.group(1).contains("\"current\"")) {
        links.put(attribute(link.group(1), "rel"), attribute(link.group(1), "href"));
      }
    }
    return links;
  }

  private static String attribute(String tag, String name) {
    return tag.replaceFirst(".*\\b" + name + "=\"([^\"]*)\".*", "$1");
  }

  private static List<Link> chain(RunningSite site, String from) throws Exception {
    List<Link> chain = new ArrayList<>();
    @Nullable String path = from;
    while (path != null) {
      assertThat(chain).extracting(Link::path).doesNotContain(path);
      Link link = read(site, path);
      chain.add(link);
      String previous = link.links().get("prev-archive");
      path = previous == null ? null : "/" + previous.substring(HOME.length());
    }
    return chain;
  }

  private static List<String> names(int... numbers) {
    List<String> names = new ArrayList<>();
    for (int each : numbers) {
      names.add(name(each));
    }
    return names;
  }

  private static Map<String, String> validators(RunningSite site) throws Exception {
    Map<String, String> validators = new TreeMap<>();
    for (String month : List.of("2023-02", "2023-05", "2023-11", "2024-02", "2024-03")) {
      validators.put(month, site.validators("/archive/" + month + "/atom.xml"));
    }
    return validators;
  }

  private static List<String> changed(Map<String, String> before, Map<String, String> after) {
    return before.keySet().stream()
        .filter(month -> !before.get(month).equals(after.get(month)))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/atom.xml",
        "/rss.xml",
        "/feed.json",
        "/tags/all/atom.xml",
        "/tags/all/rss.xml",
        "/tags/all/feed.json"
      })
  void whoWalksTheChainFindsEveryPost(String feed) throws Exception {
    try (RunningSite site = site()) {
      List<Link> chain = chain(site, feed);
      String file = feed.substring(feed.lastIndexOf('/') + 1);
      String directory = feed.substring(0, feed.lastIndexOf('/') + 1) + "archive/";
      assertThat(chain)
          .extracting(Link::path)
          .containsExactly(
              feed,
              directory + "2024-03/" + file,
              directory + "2024-02/" + file,
              directory + "2023-11/" + file,
              directory + "2023-05/" + file,
              directory + "2023-02/" + file);
      assertThat(chain)
          .extracting(Link::posts)
          .containsExactly(
              names(12, 11),
              names(12, 11, 10),
              names(9),
              names(8),
              names(7, 6, 5, 4, 3, 2),
              names(1, 0));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/atom.xml", "/rss.xml"})
  void anArchiveNamesItsFeedAndItsNeighbours(String feed) throws Exception {
    try (RunningSite site = site()) {
      List<Link> chain = chain(site, feed);
      assertThat(chain.get(0).links()).containsOnlyKeys("prev-archive");
      for (int at = 1; at < chain.size(); at++) {
        Map<String, String> links = chain.get(at).links();
        assertThat(links).containsEntry("current", HOME + feed.substring(1));
        String newer = at == 1 ? null : HOME + chain.get(at - 1).path().substring(1);
        assertThat(links.get("next-archive")).isEqualTo(newer);
      }
    }
  }

  @Test
  void aNewPostLeavesOtherMonthsAsTheyWere() throws Exception {
    try (RunningSite site = site()) {
      Map<String, String> before = validators(site);
      site.save("new.md", post(99, "2024-03-04", "New."));
      within(LIMIT, () -> site.body("/atom.xml").contains("New."));
      assertThat(changed(before, validators(site))).containsExactly("2024-03");
    }
  }

  @Test
  void aNewMonthChangesNoneButTheOneThatItFollows() throws Exception {
    try (RunningSite site = site()) {
      Map<String, String> before = validators(site);
      site.save("new.md", post(99, "2024-06-04", "New."));
      within(LIMIT, () -> site.body("/archive/2024-06/atom.xml").contains("New."));
      assertThat(changed(before, validators(site))).containsExactly("2024-03");
    }
  }

  @Test
  void anEditChangesTheMonthOfItsPostAlone() throws Exception {
    try (RunningSite site = site()) {
      Map<String, String> before = validators(site);
      site.save(name(4), post(4, DATES.get(4), "Corrected."));
      within(LIMIT, () -> site.body("/archive/2023-05/atom.xml").contains("Corrected."));
      assertThat(changed(before, validators(site))).containsExactly("2023-05");
    }
  }

  @Test
  void theChainClosesOverAMonthWhoseLastPostGoes() throws Exception {
    try (RunningSite site = site()) {
      site.delete(name(8));
      within(LIMIT, () -> site.get("/archive/2023-11/atom.xml").statusCode() == 404);
      assertThat(chain(site, "/atom.xml"))
          .extracting(Link::path)
          .containsSubsequence("/archive/2024-02/atom.xml", "/archive/2023-05/atom.xml");
      assertThat(read(site, "/archive/2023-05/atom.xml").links().get("next-archive"))
          .isEqualTo(HOME + "archive/2024-02/atom.xml");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/tags/quiet", "/tags/all"})
  void aTermWithoutPostsIsAValidEmptyFeed(String term) throws Exception {
    try (RunningSite site = site()) {
      for (int at = 0; at < DATES.size(); at++) {
        site.delete(name(at));
      }
      within(LIMIT, () -> !site.body(term + "/atom.xml").contains("<entry"));
      within(LIMIT, () -> !site.body("/atom.xml").contains("<entry"));
      assertThat(AtomGrammar.violations(bytes(site, term + "/atom.xml"))).isEmpty();
      assertThat(JsonFeedRules.violations(bytes(site, term + "/feed.json"))).isEmpty();
      assertThat(read(site, term + "/rss.xml").posts()).isEmpty();
      assertThat(read(site, term + "/rss.xml").links()).isEmpty();
      assertThat(site.body(term + "/atom.xml")).contains("<updated>2013-01-01T00:00:00Z</updated>");
    }
  }

  @Test
  void theArchivesOfATermWithoutPostsAreValidAndEmpty() throws Exception {
    try (RunningSite site = site()) {
      // Only the archive of the month that goes in the last turn stays.
      Map<Boolean, List<Integer>> byMonth =
          IntStream.range(0, DATES.size())
              .boxed()
              .collect(partitioningBy(at -> DATES.get(at).startsWith("2023-05")));
      for (int at : byMonth.get(false)) {
        site.delete(name(at));
      }
      String month = "/tags/all/archive/%s/rss.xml";
      for (int at : byMonth.get(false)) {
        String path = month.formatted(DATES.get(at).substring(0, "2023-05".length()));
        within(LIMIT, () -> site.get(path).statusCode() == 404);
      }
      for (int at : byMonth.get(true)) {
        site.delete(name(at));
      }
      within(LIMIT, () -> !site.body("/tags/all/atom.xml").contains("<entry"));
      String archive = "/tags/all/archive/2023-05/";
      assertThat(AtomGrammar.violations(bytes(site, archive + "atom.xml"))).isEmpty();
      assertThat(JsonFeedRules.violations(bytes(site, archive + "feed.json"))).isEmpty();
      assertThat(read(site, archive + "rss.xml").posts()).isEmpty();
      assertThat(read(site, archive + "rss.xml").links())
          .containsOnlyKeys("current")
          .containsValue(HOME + "tags/all/rss.xml");
      site.save("again.md", "---\ntitle: Again\ndate: 2019-01-01\ntags: [all]\n---\nHere.\n");
      within(LIMIT, () -> site.get("/tags/all/archive/2019-01/rss.xml").statusCode() == 200);
      assertThat(site.get(archive + "rss.xml").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void aTermThatIsKeptOutlivesARestartAndOthersDoNot() throws Exception {
    for (int at = 0; at < DATES.size(); at++) {
      Files.delete(posts.resolve(name(at)));
    }
    try (RunningSite site = site()) {
      for (String file : List.of("atom.xml", "rss.xml", "feed.json", "")) {
        assertThat(site.get("/tags/quiet/" + file).statusCode()).as(file).isEqualTo(200);
        assertThat(site.get("/tags/all/" + file).statusCode()).as(file).isEqualTo(404);
      }
      assertThat(site.body("/feeds.opml")).contains("/tags/quiet/rss.xml");
    }
  }

  @Test
  void monthsAreThoseOfUtc() throws Exception {
    try (RunningSite site = site()) {
      assertThat(site.get("/archive/2023-01/atom.xml").statusCode()).isEqualTo(404);
      assertThat(read(site, "/archive/2023-02/atom.xml").posts()).contains(name(0));
    }
  }

  private static byte[] bytes(RunningSite site, String path) throws Exception {
    return site.body(path).getBytes(StandardCharsets.UTF_8);
  }
}
