package io.github.feedwright.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.format.FeedFormats;
import io.github.feedwright.identity.PublishedPosts;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.publish.once.SiteCheck;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.settings.SettingsReader;
import io.github.feedwright.settings.SettingsResult;
import io.github.feedwright.store.CacheStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links to addresses of the site at which there is nothing. */
final class DeadAddressesTest {
  private static final String OWN =
      "site: {title: T, url: \"https://own.example/\", id: \"tag:own.example,2013\"}\n";
  private static final String FIX = "fix the path";

  @TempDir private Path posts;

  @BeforeEach
  void write() throws IOException {
    write(
        "2020-01-02-nix.md", "---\ntitle: Nix\ntags: [Open Source, nix]\nauthor: Ada\n---\nText\n");
    write(
        "2020-01-03-über.md", "---\ntitle: Über\naliases: [/old/nix, /2019/09/09/was/]\n---\nT\n");
    write("2020-01-04-hidden.md", "---\ntitle: Hidden\ndraft: true\n---\n[a](#b)\n");
    write("2020/file.txt", "x");
  }

  private void write(String path, String text) throws IOException {
    Path file = posts.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private List<String> check(String config, String body) throws IOException {
    write("2020-01-05-one.md", "---\ntitle: One\n---\nText.\n\n" + body + "\n");
    SettingsResult read = SettingsReader.read(config, "config.yaml", posts, FeedFormats.names());
    Settings settings = ((SettingsResult.Valid) read).settings().withPosts(posts);
    return SiteCheck.of(
            settings, Clock.systemUTC(), CacheStore.none(), PublishedPosts.NONE, (done, all) -> {})
        .problems()
        .stream()
        .map(Problem::toString)
        .toList();
  }

  private static String line(String link, String fault) {
    return "2020-01-05-one.md:6: warning: the link \"" + link + "\" leads nowhere: " + fault;
  }

  private static String noPost(String link, String advice) {
    return line(link, "there is no such post, or it is not published; " + advice);
  }

  private static String meant(String near) {
    return "did you mean \"" + near + "\"?";
  }

  @ParameterizedTest
  @CsvSource({
    "/2020/01/02/nixx/, /2020/01/02/nix/",
    "https://own.example/2020/01/02/nixx/, /2020/01/02/nix/",
    "//own.example/2020/01/02/nixx/, /2020/01/02/nix/",
    "http://OWN.example/2020/01/02/nixx/, /2020/01/02/nix/",
    "/2020/01/03/nix/, /2020/01/02/nix/",
    "/2020/01/02/nixx/?a=1#part, /2020/01/02/nix/",
    "/2020/01/02/nixx, /2020/01/02/nix/",
    "/2020/01/02/nixx/index.html, /2020/01/02/nix/",
    "/2020/01/02/nix.html, /2020/01/02/nix/",
    "/2020/01/03/überr/, /2020/01/03/über/",
    "/2020/01/04/hidden/, ",
    "/2020/01/09/zzz/, ",
    "../../02/nixx/, /2020/01/02/nix/",
    "../../02/nixx#part, /2020/01/02/nix/",
    "../../02/nix.html, /2020/01/02/nix/",
    "../zzz/, ",
  })
  void aPathOfTheFormOfPostsWithoutAPostIsReportedWithTheNearest(String link, String near)
      throws IOException {
    assertThat(check(OWN, "[a](" + link + ")"))
        .containsExactly(noPost(link, near == null ? FIX : meant(near)));
  }

  @ParameterizedTest
  @CsvSource({
    "/tags/nxi/, tag, nxi, /tags/nix/",
    "/tags/Open-Source/, tag, Open-Source, /tags/open-source/",
    "/tags/nxi, tag, nxi, /tags/nix",
    "/tags/nxi/rss.xml, tag, nxi, /tags/nix/rss.xml",
    "https://own.example/tags/nxi/atom.xml, tag, nxi, /tags/nix/atom.xml",
    "/authors/adda/, author, adda, /authors/ada/",
    "/tags/zz/, tag, zz, ",
    "/categories/zz/#x, category, zz, ",
  })
  void aTermWithoutPostsIsReportedWithTheNearest(
      String link, String label, String slug, String near) throws IOException {
    String advice = near == null ? "fix the path, or give a post this " + label : meant(near);

    assertThat(check(OWN, "[a](" + link + ")"))
        .containsExactly(line(link, "no post has the " + label + " \"" + slug + "\"; " + advice));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[a](/2020/01/02/nix/)",
        "[a](/2020/01/02/nix)",
        "[a](/2020/01/02/nix/index.html)",
        "[a](/2020/01/02/nix/?a=b#c)",
        "[a](https://own.example/2020/01/02/nix/)",
        "[a](/2020/01/03/%C3%BCber/)",
        "[a](/2020/01/03/u%CC%88ber/)",
        "[a](</2020/01/03/über/>)",
        "[a](/2020/01/05/one/)",
        "[a](#part)",
        "[a](/2019/09/09/was/)",
        "[a](/old/nix/)",
        "[a](/2021/01/01/moved/)",
        "[a](/tags/nix/)",
        "[a](/tags/open-source/feed/)",
        "[a](/tags/kept/)",
        "[a](/tags/moved/)",
        "[a](/tags/moved)",
        "[a](/tags/moved/rss.xml)",
        "[a](/tags/old%20name/)",
        "[a](../../02/nix/)",
        "[a](../../02/nix)",
        "[a](../../02/nix/index.html)",
        "[a](../../)",
        "[a](..)",
        "[a](./)",
        "[a](../one/)",
        "[a](../../../../about/)",
        "[a](../../../../tags/nix/)",
        "![a](../zzz/)",
        "[a](/tags/)",
        "[a](/categories/a/b/feed/)",
        "[a](/tags/zz.xml)",
        "[a](/archive/2020/)",
        "[a](/2020/)",
        "[a](/2020/01/)",
        "[a](/2020/01/02/)",
        "[a](/about/)",
        "[a](/docs/2020/01/02/x/)",
        "[a](/2020/01/02/nix/x/y)",
        "[a](/rss.xml) [b](/feed/) [c](/feeds.opml) [d](/)",
        "[a](https://other.example/2020/01/02/zz/)",
        "`[a](/2020/01/02/zz/)`",
      })
  void whatLeadsSomewhereOrMayIsNotReported(String body) throws IOException {
    String more =
        """
        feeds: {keep: [tag/kept]}
        redirects:
          /2021/01/01/moved/: /tags/nix/
          /tags/moved/: /tags/nix/
          /tags/moved/rss.xml: /tags/nix/rss.xml
          /tags/old%20name/: /tags/nix/
        """;

    assertThat(check(OWN + more, body)).isEmpty();
  }

  @Test
  void ofAnotherGeneratorsSiteOnlyPathsWithDatesAreKnown() throws IOException {
    String config = OWN + "feeds: {url: \"https://feeds.example/\"}\n";

    assertThat(check(config, "[a](/tags/zz/) [b](/2020/01/02/nix.html)")).isEmpty();
    assertThat(check(config, "[a](/2020/01/02/nixx/)"))
        .containsExactly(noPost("/2020/01/02/nixx/", meant("/2020/01/02/nix/")));
    assertThat(check(config, "[a](https://feeds.example/tags/nixx/rss.xml)"))
        .containsExactly(
            line(
                "https://feeds.example/tags/nixx/rss.xml",
                "no post has the tag \"nixx\"; " + meant("/tags/nix/rss.xml")));
  }

  @Test
  void pathsWithoutADateAreJudgedInFoldersOfPostsThatAreHere() throws IOException {
    String flat = "posts: {permalink: \"/blog/:slug/\"}\n";

    assertThat(check(OWN + flat, "[a](/blog/nixx/) [b](/nixx/) [c](/blog/) [d](/blog/2020/)"))
        .containsExactly(noPost("/blog/nixx/", meant("/blog/nix/")));
    assertThat(check(OWN + flat + "feeds: {url: \"https://feeds.example/\"}\n", "[a](/blog/nixx/)"))
        .isEmpty();
  }

  @Test
  void aSiteBelowAPathHasItsOwnPaths() throws IOException {
    String below = OWN.replace("own.example/\"", "own.example/b/\"");

    assertThat(
            check(below, "[a](/b/2020/01/02/nixx/) [b](/2020/01/02/nixx/) [c](/b/2020/01/02/nix/)"))
        .containsExactly(noPost("/b/2020/01/02/nixx/", meant("/b/2020/01/02/nix/")));
    assertThat(check(below + "redirects: {/b/tags/was/: /b/tags/nix/}\n", "[a](/b/tags/was/)"))
        .isEmpty();
  }

  @Test
  void ofASiteThatIsBeingTriedPagesMayEndDifferently() throws IOException {
    String tried = "posts: {generator: jekyll}\n";
    String known = "permalink: \"/:year/:month/:day/:slug/\"}\n";
    String config = tried.replace("jekyll}\n", "jekyll, " + known);

    assertThat(check(config, "[a](/2020/01/02/nix.html) [b](/tags/zz/)")).isEmpty();
    assertThat(check(config, "[a](/2020/01/02/nixx/)"))
        .containsExactly(noPost("/2020/01/02/nixx/", meant("/2020/01/02/nix/")));
  }

  @Test
  void anAddressThatAPostHasBecauseItsOwnIsTakenIsOne() throws IOException {
    write("a/2020-01-02-nix.md", "---\ntitle: Other\n---\nText\n");
    String taken =
        check(OWN, "Text").stream()
            .filter(each -> each.contains("until then, it is at"))
            .findFirst()
            .orElseThrow()
            .replaceAll(".* it is at \"(.*)\"", "$1");

    assertThat(check(OWN, "[a](" + taken + ")")).noneMatch(each -> each.contains("leads nowhere"));
  }
}
