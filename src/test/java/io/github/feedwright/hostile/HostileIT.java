package io.github.feedwright.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.site.RunningSite;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A directory into which somebody pushes hostile files, while its other posts are read. */
@Execution(ExecutionMode.CONCURRENT)
final class HostileIT {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String GOOD = "---\ntitle: Good\ntags: [fine]\n---\nGood text.\n";

  @TempDir private Path posts;

  @BeforeEach
  void writeNeighbours() throws Exception {
    RunningSite.write(posts, "2014-04-04-good.md", GOOD);
    RunningSite.write(posts, "2014-04-05-other.md", "---\ntitle: Other\n---\nOther text.\n");
  }

  private static final String INJECTION =
      "</title>]]><script>alert(1)</script><img src=x onerror=a>\\\" onload=a '\\u0000\\u000b\\uFFFE\\uD800\\r\\nX: y javascript:a";

  private static final List<String> FIELDS =
      List.of(
          "title",
          "author",
          "tags",
          "categories",
          "slug",
          "permalink",
          "aliases",
          "image",
          "enclosure",
          "summary",
          "lang",
          "guid",
          "external_url",
          "canonical_url",
          "redirect_to",
          "excerpt_separator",
          "status",
          "date",
          "modified",
          "wordpress_url",
          "path");

  static Stream<Arguments> unreadable() {
    return Stream.of(
        file("Latin-1", "---\ntitle: Café\n---\n".getBytes(StandardCharsets.ISO_8859_1)),
        file("UTF-16", "---\ntitle: A\n---\n".getBytes(StandardCharsets.UTF_16)),
        file("half a character", new byte[] {'-', '-', '-', '\n', 'a', ':', (byte) 0xc3}),
        file("NUL", "---\ntitle: A\n---\n\0".getBytes(StandardCharsets.UTF_8)),
        file("nothing", new byte[0]),
        file("too much", new byte[(1 << 20) + 1]),
        text("no end of the front matter", "---\ntitle: A\n"),
        text("aliases", "---\na: &a [x]\nb: &b [*a, *a]\ntags: [*b, *b]\n---\n"),
        text("a tag", "---\ntitle: !!python/object/apply:os.system [ls]\n---\n"),
        text("a duplicate key", "---\ntitle: A\ntitle: B\n---\n"),
        text("deep YAML", "---\na: " + "[".repeat(60_000) + "\n---\n"),
        text("long YAML", "---\na: " + "x".repeat(70_000) + "\n---\n"),
        text("TOML errors", "+++\n" + "a=1 b\n".repeat(10_000) + "+++\n"),
        text("deep JSON", "{\"a\":" + "[".repeat(100_000)));
  }

  private static Arguments file(String name, byte[] bytes) {
    return Arguments.of(name, bytes);
  }

  private static Arguments text(String name, String text) {
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unreadable")
  void anEditThatCannotBeReadLeavesTheLastGoodVersionAndItsNeighboursChange(
      String name, byte[] bytes) throws Exception {
    try (RunningSite site = RunningSite.on(posts)) {
      Path beside = Files.write(posts.resolve(".new"), bytes);
      Files.move(beside, posts.resolve("2014-04-04-good.md"), StandardCopyOption.REPLACE_EXISTING);
      RunningSite.within(SOON, () -> !site.publisher().health().problems().isEmpty());
      site.save("2014-04-05-other.md", "---\ntitle: Other\n---\nCorrected text.\n");
      RunningSite.within(SOON, () -> site.body("/rss.xml").contains("Corrected text."));
      assertThat(site.body("/rss.xml")).contains("Good text.");
      assertThat(site.get("/tags/fine/atom.xml").body()).as(name).contains("Good text.");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"No", "0777", "12:30", "1.10", "1e3", "0x1F", "2013-07-12", "yes", "NaN"})
  void aTitleStaysItsAuthorsText(String title) throws Exception {
    RunningSite.write(posts, "2014-04-06-typed.md", "---\ntitle: " + title + "\n---\nA.\n");
    try (RunningSite site = RunningSite.on(posts)) {
      assertThat(site.body("/feed.json")).contains("\"title\": \"" + title + "\"");
      assertThat(site.body("/rss.xml")).contains("<title>" + title + "</title>");
      assertThat(site.body("/atom.xml")).contains(">" + title + "</title>");
    }
  }

  @Test
  void hostileTextsAreServedBesideGoodOnesInEveryFormat() throws Exception {
    // Each by itself is a case of FamiliesTest.
    List<Family> known =
        Stream.concat(MarkdownFamilies.all().stream(), HtmlFamilies.all().stream()).toList();
    List<Family> families =
        IntStream.range(0, known.size()).filter(at -> at % 20 == 0).mapToObj(known::get).toList();
    for (int i = 0; i < families.size(); i++) {
      String text = "---\ntitle: Hostile\n---\n" + families.get(i).text().apply(2_000);
      RunningSite.write(posts, "2013-01-01-hostile-" + i + ".md", text);
    }
    try (RunningSite site = RunningSite.on(posts, "feeds: {items: 1000}\n", Clock.systemUTC())) {
      RunningSite.within(SOON, () -> all(site, families.size() + 2));
      Published.isWhole(site);
      assertThat(site.body("/atom.xml")).contains("Good text.", "Other text.");
    }
  }

  private static boolean all(RunningSite site, int posts) throws Exception {
    String rss = site.body("/rss.xml");
    return rss.split("<item>", -1).length - 1 == posts;
  }

  @Test
  void scriptsInAnyFieldReachNoDocumentAndNoHeaderField() throws Exception {
    for (String format : List.of("\"%s\"", "[\"%s\", b]", "{name: \"%s\", url: \"%1$s\"}")) {
      String value = format.formatted(INJECTION);
      String block = String.join("\n", FIELDS.stream().map(key -> key + ": " + value).toList());
      int number = format.length();
      RunningSite.write(posts, "2014-05-0" + number % 9 + "-x.md", post(block));
      for (int i = 0; i < FIELDS.size(); i++) {
        String one = "title: T\n" + FIELDS.get(i) + ": " + value;
        RunningSite.write(
            posts,
            "2014-06-06-" + number + "-" + i + ".md",
            post(one.replaceFirst("title: T\ntitle", "title")));
      }
    }
    try (RunningSite site = RunningSite.on(posts, "feeds: {items: 1000}\n", Clock.systemUTC())) {
      Published.isWhole(site);
      assertThat(site.body("/rss.xml")).contains("Good text.", "Other text.");
    }
  }

  @Test
  void anAddressCannotAddAHeaderField() throws Exception {
    String to = "\"https://a.example/\\r\\nX-Injected: 1\\u0000\"";
    RunningSite.write(
        posts,
        "2014-06-06-moved.md",
        post(
            "title: T\nredirect_to: "
                + to
                + "\naliases: [/old/, \"/o\\r\\nX-Injected: 1\"]\npermalink: \"/p\\r\\nX-Injected: 1/\""));
    try (RunningSite site = RunningSite.on(posts)) {
      for (String path : Published.paths(site)) {
        HttpResponse<String> answer = site.get(path);
        assertThat(answer.headers().firstValue("X-Injected")).as(path).isEmpty();
      }
      assertThat(site.get("/old/").headers().firstValue("X-Injected")).isEmpty();
    }
  }

  private static String post(String block) {
    return "---\n"
        + block
        + "\n---\n"
        + "<script>a</script> <b onclick=a>b</b> ]]> [c](javascript:a)\n";
  }
}
