package io.github.feedwright.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedwright.identity.PublishedPosts;
import io.github.feedwright.output.directory.RefusedOutput;
import io.github.feedwright.publish.once.StaticBuild;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.site.RunningSite;
import io.github.feedwright.store.CacheStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a build leaves in its directory, beside what was there before. */
@Timeout(60)
final class SiteFilesTest {
  private static final FileTime OLD = FileTime.from(Instant.parse("2001-02-03T04:05:06Z"));

  @TempDir private Path posts;
  @TempDir private Path parent;
  private Path out;
  private String more = "";

  @BeforeEach
  void writePosts() throws Exception {
    out = parent.resolve("public");
    post("2014-04-04-one.md", "title: One\ntags: [a]");
    post("2014-05-04-two.md", "title: Two\ntags: [a, b]");
  }

  private void post(String name, String fields) throws IOException {
    RunningSite.write(posts, name, "---\n" + fields + "\n---\nText.\n");
  }

  private BuildCounts build() throws IOException {
    return build(false, false);
  }

  private BuildCounts build(boolean isForced, boolean isCompressed) throws IOException {
    Settings settings = RunningSite.settings(posts, more);
    try (SiteFiles files = SiteFiles.in(out, settings, isForced, isCompressed);
        StaticBuild build =
            StaticBuild.of(settings, Clock.systemUTC(), CacheStore.none(), PublishedPosts.NONE)) {
      return files.write(build.snapshot(), settings, (done, all) -> {});
    }
  }

  /** The files below the output directory, with their times. */
  private Map<String, FileTime> files() throws IOException {
    Map<String, FileTime> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(out)) {
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        files.put(out.relativize(each).toString(), Files.getLastModifiedTime(each));
      }
    }
    return files;
  }

  private void makeAllOld() throws IOException {
    for (String each : files().keySet()) {
      Files.setLastModifiedTime(out.resolve(each), OLD);
    }
  }

  @Test
  void aPostThatBecomesADraftLeavesTheDirectory() throws Exception {
    build();
    assertThat(out.resolve("2014/04/04/one/index.html")).exists();
    assertThat(out.resolve("tags/b/rss.xml")).exists();
    post("2014-04-04-one.md", "title: One\ndraft: true");
    post("2014-05-04-two.md", "title: Two\ntags: [a]");
    BuildCounts written = build();
    assertThat(out.resolve("2014/04")).doesNotExist();
    assertThat(out.resolve("tags/b")).doesNotExist();
    assertThat(out.resolve("tags/a/rss.xml")).content().doesNotContain("One");
    assertThat(written.removed()).isPositive();
    assertThat(written.leftOut()).isEmpty();
  }

  @Test
  void aSecondBuildOfTheSameTouchesNothing() throws Exception {
    BuildCounts first = build();
    assertThat(first.same()).isZero();
    makeAllOld();
    BuildCounts again = build();
    assertThat(again).isEqualTo(new BuildCounts(0, first.changed(), 0, new TreeMap<>()));
    Map<String, FileTime> times = files();
    times.remove(".feedwright/lock");
    assertThat(times.values()).containsOnly(OLD);
  }

  @Test
  void anEditTouchesOnlyWhatItChanges() throws Exception {
    post("2014-03-04-zero.md", "title: Zero");
    build();
    makeAllOld();
    post("2014-05-04-two.md", "title: Changed\ntags: [a, b]");
    build();
    assertThat(files().get("tags/b/rss.xml")).isNotEqualTo(OLD);
    assertThat(files().get("2014/05/04/two/index.html")).isNotEqualTo(OLD);
    // It names the post after it.
    assertThat(files().get("2014/04/04/one/index.html")).isNotEqualTo(OLD);
    assertThat(files().get("2014/03/04/zero/index.html")).isEqualTo(OLD);
    assertThat(files().get("archive/2014-04/rss.xml")).isEqualTo(OLD);
  }

  /** Each changes the posts of a site that is built. */
  private enum Edit {
    DRAFT("title: One\ntags: [a, c]\naliases: [/old/]\ndraft: true"),
    EXPIRED("title: One\ntags: [a, c]\naliases: [/old/]\nexpiryDate: 2015-01-01"),
    SCHEDULED("title: One\ntags: [a, c]\naliases: [/old/]\ndate: 2999-01-01"),
    TAG_REMOVED("title: One\ntags: [a]\naliases: [/old/]"),
    ALIAS_GONE("title: One\ntags: [a, c]"),
    ALIAS_OF_A_FOLDER("title: One\ntags: [a, c]\naliases: [/old/one/]"),
    MOVED("title: One\ntags: [a, c]\naliases: [/old/]\npermalink: /old/one"),
    RETITLED("title: Another\ntags: [a, c]\naliases: [/old/]");

    private final String fields;

    Edit(String fields) {
      this.fields = fields;
    }
  }

  @ParameterizedTest
  @EnumSource(Edit.class)
  void afterAnyChangeTheDirectoryIsAsANewOneWouldBe(Edit edit) throws Exception {
    post("2014-04-04-one.md", "title: One\ntags: [a, c]\naliases: [/old/]");
    build(false, true);
    Map<String, String> before = contents();
    post("2014-04-04-one.md", edit.fields);
    assertThat(build(false, true).leftOut()).isEmpty();
    Map<String, String> changed = contents();
    out = parent.resolve("fresh");
    build(false, true);
    assertThat(changed).isEqualTo(contents()).isNotEqualTo(before);
  }

  @Test
  void aRenamedPostAndARemovedPictureLeaveNothing() throws Exception {
    RunningSite.write(posts, "cat.png", "not really a picture");
    build();
    assertThat(out.resolve("cat.png")).exists();
    Files.move(posts.resolve("2014-04-04-one.md"), posts.resolve("2014-04-04-uno.md"));
    Files.delete(posts.resolve("cat.png"));
    build();
    Map<String, String> changed = contents();
    out = parent.resolve("fresh");
    build();
    assertThat(changed).isEqualTo(contents()).doesNotContainKey("cat.png");
  }

  private Map<String, String> contents() throws IOException {
    Map<String, String> contents = new TreeMap<>();
    for (String each : files().keySet()) {
      contents.put(each, Files.readString(out.resolve(each), StandardCharsets.ISO_8859_1));
    }
    return contents;
  }

  @Test
  void filesOfOthersAreKept() throws Exception {
    build();
    RunningSite.write(out, "CNAME", "blog.example.org");
    RunningSite.write(out, "2014/04/04/one/notes.txt", "mine");
    post("2014-04-04-one.md", "title: One\ndraft: true");
    build();
    assertThat(out.resolve("CNAME")).hasContent("blog.example.org");
    assertThat(out.resolve("2014/04/04/one/notes.txt")).hasContent("mine");
    assertThat(out.resolve("2014/04/04/one/index.html")).doesNotExist();
  }

  @Test
  void aFileOfOthersAtAPathOfTheSiteIsKeptAndReported() throws Exception {
    RunningSite.write(out, "rss.xml", "mine");
    RunningSite.write(out, "tags/a", "mine");
    Path elsewhere = Files.createDirectory(parent.resolve("elsewhere"));
    Files.createSymbolicLink(out.resolve("2014"), elsewhere);
    BuildCounts written = build(true, false);
    String why = "there is a file or a folder that build has not written; move it away";
    assertThat(written.leftOut())
        .containsEntry("/rss.xml", why)
        .containsEntry("/tags/a/rss.xml", why)
        .containsEntry("/2014/04/04/one/", why);
    assertThat(out.resolve("rss.xml")).hasContent("mine");
    assertThat(elsewhere).isEmptyDirectory();
    assertThat(out.resolve("atom.xml")).exists();
    build();
    assertThat(out.resolve("rss.xml")).hasContent("mine");
  }

  @Test
  void aFileThatBecomesAFolderAndBackIsReplaced() throws Exception {
    post("2014-04-04-one.md", "title: One\npermalink: /a.html");
    build();
    post("2014-04-04-one.md", "title: One\npermalink: /a.html/b.html");
    assertThat(build().leftOut()).isEmpty();
    assertThat(out.resolve("a.html/b.html")).exists();
    post("2014-04-04-one.md", "title: One\npermalink: /a.html");
    assertThat(build().leftOut()).isEmpty();
    assertThat(out.resolve("a.html")).isRegularFile();
  }

  @Test
  void aPageWithoutAnExtensionIsTheIndexOfAFolder() throws Exception {
    post("2014-04-04-one.md", "title: One\npermalink: /a");
    post("2014-05-04-two.md", "title: Two\npermalink: /a/b");
    assertThat(build().leftOut()).isEmpty();
    assertThat(out.resolve("a/index.html")).content().contains("One");
    assertThat(out.resolve("a/b/index.html")).content().contains("Two");
  }

  @Test
  void whatNoFileCanBeIsLeftOutAndReported() throws Exception {
    String category = "长".repeat(97);
    post("2014-04-04-one.md", "title: One\ncategories: [" + category + "]");
    BuildCounts written = build();
    assertThat(written.leftOut())
        .containsKeys("/categories/" + category + "/", "/categories/" + category + "/archive/")
        .containsEntry(
            "/categories/" + category + "/rss.xml",
            "the name \""
                + "长".repeat(20)
                + "…\" in it has 291 bytes, and file systems take 255; make it shorter");
    assertThat(out.resolve("2014/04/04/one/index.html")).exists();
  }

  @Test
  void aPictureThatVanishesDuringTheBuildIsReported() throws Exception {
    RunningSite.write(posts, "cat.png", "not really a picture");
    Settings settings = RunningSite.settings(posts, more);
    try (SiteFiles files = SiteFiles.in(out, settings, false, false);
        StaticBuild build =
            StaticBuild.of(settings, Clock.systemUTC(), CacheStore.none(), PublishedPosts.NONE)) {
      Files.delete(posts.resolve("cat.png"));
      BuildCounts written = files.write(build.snapshot(), settings, (done, all) -> {});
      assertThat(written.leftOut())
          .containsEntry("/cat.png", "it is no longer in the posts directory; build again");
    }
    assertThat(out.resolve("rss.xml")).exists();
  }

  @Test
  void aDirectoryThatWasRemovedIsWrittenAgain() throws Exception {
    Settings settings = RunningSite.settings(posts, more);
    try (SiteFiles files = SiteFiles.in(out, settings, false, false);
        StaticBuild build =
            StaticBuild.of(settings, Clock.systemUTC(), CacheStore.none(), PublishedPosts.NONE)) {
      BuildCounts first = files.write(build.snapshot(), settings, (done, all) -> {});
      assertThat(files.isThere()).isTrue();
      Files.move(out, parent.resolve("removed"));
      assertThat(files.isThere()).isFalse();
      BuildCounts again = files.write(build.snapshot(), settings, (done, all) -> {});
      assertThat(again).isEqualTo(first);
      assertThat(files.isThere()).isTrue();
      Files.move(out.resolve("tags"), parent.resolve("removed/part"));
      Files.delete(out.resolve("rss.xml"));
      files.write(build.snapshot(), settings, (done, all) -> {});
    }
    assertThat(out.resolve("tags/a/rss.xml")).exists();
    assertThat(out.resolve("rss.xml")).exists();
    assertThat(out.resolve("2014/04/04/one/index.html")).exists();
  }

  @Test
  void aRedirectFromAFileOfTheHostIsNoRule() throws Exception {
    more = "redirects: {/_redirects: /rss.xml, /_headers: /atom.xml}\n";
    build();
    assertThat(out.resolve(".feedwright/nginx.conf"))
        .content()
        .containsOnlyOnce("location = /_redirects ")
        .doesNotContain("location = \"/_redirects\"");
  }

  @Test
  void redirectsBecomePagesAndCopiesOfFeeds() throws Exception {
    more =
        "redirects: {/old/: /2014/04/04/one/, /blog/feed.xml: /atom.xml, /x.png: /rss.xml,"
            + " /gone.html: \"https://other.example.org/\", /feed/json/: /feed.json,"
            + " /list/: /feeds.opml}\ngone: [/away/]\n";
    post("2014-05-04-two.md", "title: Two\naliases: [/2012/two.html, /former]");
    build();
    assertThat(out.resolve("old/index.html"))
        .content()
        .contains("<link rel=\"canonical\" href=\"https://blog.example.org/2014/04/04/one/\">")
        .contains("content=\"0; url=https://blog.example.org/2014/04/04/one/\"")
        .contains("<main>\n<h1>Moved</h1>\n");
    assertThat(out.resolve("2012/two.html")).content().contains("/2014/05/04/two/");
    assertThat(out.resolve("former/index.html")).content().contains("/2014/05/04/two/");
    assertThat(out.resolve("gone.html")).content().contains("https://other.example.org/");
    assertThat(out.resolve("blog/feed.xml")).hasSameBinaryContentAs(out.resolve("atom.xml"));
    assertThat(out.resolve("feed.xml")).hasSameBinaryContentAs(out.resolve("atom.xml"));
    assertThat(out.resolve("feed/index.html"))
        .content()
        .contains(
            "<link rel=\"alternate\" type=\"application/rss+xml\""
                + " href=\"https://blog.example.org/rss.xml\">");
    assertThat(out.resolve("feed/json/index.html"))
        .content()
        .contains("<link rel=\"alternate\" type=\"application/feed+json\"");
    assertThat(out.resolve("list/index.html"))
        .content()
        .contains("<link rel=\"canonical\" href=\"https://blog.example.org/feeds.opml\">");
    assertThat(out.resolve("away")).doesNotExist();
    assertThat(out.resolve("_redirects"))
        .content()
        .contains("/2012/two.html /2014/05/04/two/ 301!\n/2012/two.html /2014/05/04/two/ 301\n")
        .contains("/feed/ /rss.xml 200\n");
    assertThat(out.resolve("_headers"))
        .content()
        .startsWith("/*\n  Access-Control-Allow-Origin: *\n")
        .contains("\n/:a/:b/rss.xml\n  Content-Type: application/rss+xml; charset=utf-8\n")
        .contains("\n/feed/\n  Content-Type: application/rss+xml; charset=utf-8\n");
    assertThat(out.resolve("404.html")).content().contains("Page not found");
  }

  @Test
  void theSiteMapIsInAnOrderThatNoProcessChanges() throws Exception {
    post("2014-04-04-one.md", "title: One\ntags: [z, b, a, m]\ncategories: [k, c]\nauthor: Ada");
    build();
    String map = Files.readString(out.resolve("sitemap.xml"));
    List<String> terms =
        map.lines().filter(line -> line.matches(".*/(tags|categories|authors)/[^/]+/<.*")).toList();
    assertThat(terms).hasSizeGreaterThan(6).isSorted();
  }

  @Test
  void theArchivesOfAMonthFollowOneAnotherBecauseTheirEntriesAreTheSame() throws Exception {
    more = "feeds: {archives: all}\n";
    Settings settings = RunningSite.settings(posts, more);
    try (StaticBuild build =
        StaticBuild.of(settings, Clock.systemUTC(), CacheStore.none(), PublishedPosts.NONE)) {
      List<String> archives =
          FilePlan.of(build.snapshot()).inOrder().stream()
              .map(FilePlan.Planned::path)
              .filter(path -> path.contains("archive/2014-") && path.endsWith("rss.xml"))
              .toList();

      assertThat(archives)
          .containsExactly(
              "/archive/2014-04/rss.xml",
              "/tags/a/archive/2014-04/rss.xml",
              "/archive/2014-05/rss.xml",
              "/tags/a/archive/2014-05/rss.xml",
              "/tags/b/archive/2014-05/rss.xml");
    }
  }

  @Test
  void whatIsRedirectedIsNotWrittenItself() throws Exception {
    more = "redirects: {/2014/04/04/one/: /}\n";
    build();
    assertThat(out.resolve("2014/04/04/one/index.html"))
        .content()
        .contains("This is now at")
        .doesNotContain("Text.");
  }

  @Test
  void compressedFilesComeAndGo() throws Exception {
    build(false, true);
    assertThat(out.resolve("rss.xml.gz")).exists();
    assertThat(out.resolve("index.html.br")).exists();
    assertThat(build(false, true).changed()).isZero();
    build();
    assertThat(files().keySet()).noneMatch(each -> each.endsWith(".gz") || each.endsWith(".br"));
  }

  @Test
  void onlyOneBuildWritesAtATime() throws Exception {
    Settings settings = RunningSite.settings(posts, "");
    try (SiteFiles open = SiteFiles.in(out, settings, false, false)) {
      assertThat(open).isNotNull();
      assertRefused(out, "another build is writing to it; wait until that one has ended");
    }
  }

  @Test
  void directoriesThatAreNotForASiteAreRefused() throws Exception {
    assertRefused(posts, "this is the posts directory; name another one");
    assertRefused(
        posts.resolve("public"),
        "this is in the posts directory, where it would be read as posts; name a directory outside"
            + " of "
            + posts.toRealPath());
    Path above = posts.resolve("..").normalize();
    assertRefused(
        above,
        "the posts directory is in it; name another one, such as "
            + above.toRealPath().resolve("public"));
    assertRefused(
        Path.of("/"),
        "this is the root of the file system, and a site needs a directory of its own; name one,"
            + " such as /public");
    Path home = Path.of(System.getProperty("user.home"));
    assertRefused(
        home,
        "this is a home directory, and a site needs a directory of its own; name one, such as "
            + home.resolve("public"));
    Path file = Files.writeString(parent.resolve("file"), "x");
    assertRefused(file, "this is a file; name a directory");
  }

  @Test
  void aDirectoryWithFilesOfOthersIsRefusedUnlessForced() throws Exception {
    RunningSite.write(out, "notes.txt", "mine");
    assertRefused(
        out,
        "it holds files that build has not written, such as \"notes.txt\"; name an empty"
            + " directory, or add --force to write beside them: they are kept");
    build(true, false);
    assertThat(out.resolve("notes.txt")).hasContent("mine");
    assertThat(build().changed()).isZero();
  }

  private void assertRefused(Path directory, String why) {
    Settings settings = RunningSite.settings(posts, "");
    assertThatThrownBy(() -> SiteFiles.in(directory, settings, false, false))
        .isInstanceOf(RefusedOutput.class)
        .hasMessage(why);
  }
}
