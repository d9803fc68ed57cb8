package io.github.feedwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.format.FeedFormats;
import io.github.feedwright.settings.SettingsReader;
import io.github.feedwright.settings.SettingsResult;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** {@code ids} and {@code adopt}: what they print and write, and how they end. */
final class IdsCommandsIT {
  private static final String SITE =
      "site: {title: T, url: \"https://example.org/\", id: \"tag:example.org,2013\"}\n";

  @TempDir private Path directory;
  private Path posts;
  private Path configuration;

  private record Ran(int status, String out, String err) {}

  @BeforeEach
  void writePosts() throws Exception {
    posts = Files.createDirectory(directory.resolve("content"));
    configuration = Files.writeString(directory.resolve("config.yaml"), SITE);
    write("2013-07-12-a.md", "title: A b\nwordpress_id: 17");
    write("2013-07-13-c.md", "title: C\nguid: 5f3c9a2be1");
    write("d/x.md", "title: X\ndate: 2014-01-01");
    write("e/x.md", "title: Other x\ndate: 2015-01-01");
  }

  private void write(String path, String fields) throws Exception {
    Path file = posts.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "---\n" + fields + "\n---\nThe text of " + path + ".\n");
  }

  private Ran run(String command, String... args) {
    CommandLine line = Main.commandLine(command);
    line.setExecutionExceptionHandler(new FailureHandler());
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    String[] all = new String[args.length + 3];
    all[0] = command;
    all[1] = "--config";
    all[2] = configuration.toString();
    System.arraycopy(args, 0, all, 3, args.length);
    int status = line.execute(all);
    return new Ran(status, out.toString(), err.toString());
  }

  private Path file(String name, String text) throws Exception {
    return Files.writeString(directory.resolve(name), text);
  }

  @Test
  void idsListsEveryPostWithItsIdAndWhyItHasIt() throws Exception {
    Files.writeString(posts.resolve("ids.tsv"), "2013-07-12-a.md\thttp://old/?p=17\n");
    assertThat(run("ids"))
        .isEqualTo(
            new Ran(
                0,
                """
                2013-07-12-a.md\thttp://old/?p=17\t2013-07-12T00:00:00Z\tids.tsv
                2013-07-13-c.md\t5f3c9a2be1\t2013-07-13T00:00:00Z\tfront matter
                d/x.md\ttag:example.org,2013:x\t2014-01-01T00:00:00Z\tfile name
                e/x.md\ttag:example.org,2013:e/x.md\t2015-01-01T00:00:00Z\tpath
                """,
                ""));
  }

  @Test
  void idsNamesTheLinesOfItsFileThatBelongToNoPost() throws Exception {
    Path file = Files.writeString(posts.resolve("ids.tsv"), "gone.md\tx:1\n");
    assertThat(run("ids", "--write"))
        .isEqualTo(
            new Ran(
                0,
                "",
                """
                no lines written to ids.tsv
                ids.tsv:1: warning: there is no post "gone.md"; fix the path, or remove the line
                """));
    assertThat(file).hasContent("gone.md\tx:1");
  }

  @Test
  void idsComparesWithAnEarlierList() throws Exception {
    Path former = file("former.tsv", run("ids").out());
    assertThat(run("ids", "--check", former.toString())).isEqualTo(new Ran(0, "", ""));
    write("new.md", "date: 2020-01-01");
    Files.move(posts.resolve("2013-07-13-c.md"), posts.resolve("c.md"));
    Files.writeString(posts.resolve("c.md"), "---\ndate: 2013-07-13\nguid: 5f3c9a2be1\n---\nC.\n");
    assertThat(run("ids", "--check", former.toString()).status()).isZero();
    Files.delete(posts.resolve("d/x.md"));
    write("2013-07-12-a.md", "guid: x:1");
    Ran ran = run("ids", "--check", former.toString());
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out())
        .isEqualTo(
            "2013-07-12-a.md: had the id tag:example.org,2013:2013-07-12-a; now it has x:1\n"
                + "e/x.md: had the id tag:example.org,2013:e/x.md; now it has"
                + " tag:example.org,2013:x\n");
  }

  @Test
  void adoptNamesTheLineThatItReplaces() throws Exception {
    String item = "<item><title>A b</title><link>http://old.example/?p=17</link>";
    String rss = "<rss version='2.0'><channel><title>Old</title>" + item;
    Path one = file("one.xml", rss + "<guid isPermaLink='false'>one</guid></item></channel></rss>");
    Path two = file("two.xml", rss + "<guid isPermaLink='false'>two</guid></item></channel></rss>");
    assertThat(run("adopt", one.toString()).out()).isEqualTo("matched\tone\t2013-07-12-a.md\n");
    assertThat(run("adopt", two.toString()).out())
        .isEqualTo("matched\ttwo\t2013-07-12-a.md, in place of one\n");
  }

  @Test
  void adoptGivesPostsTheIdsOfAFormerFeedAndSaysWhatIsLeft() throws Exception {
    Path feed =
        file(
            "old.xml",
            """
            <?xml version="1.0"?><rss version="2.0"><channel><title>Old</title>
            <item><title>A b</title><link>http://old.example/2013/07/A%20b/</link>
              <guid isPermaLink="false">http://old.example/?p=17</guid></item>
            <item><title>C</title><guid isPermaLink="false">other</guid>
              <pubDate>Sat, 13 Jul 2013 10:00:00 +0000</pubDate></item>
            <item><title>Nobody's</title><guid isPermaLink="false">gone</guid></item>
            </channel></rss>
            """);
    Ran ran = run("adopt", feed.toString());
    assertThat(ran.out())
        .isEqualTo(
            """
                matched\thttp://old.example/?p=17\t2013-07-12-a.md
                front matter\tother\t2013-07-13-c.md has guid: 5f3c9a2be1
                unmatched\tgone\tNobody's
                """);
    assertThat(ran.err())
        .isEqualTo(
            "2 posts matched, 1 line written to ids.tsv; 2 left; before you add an alias and adopt"
                + " again, remove the line of a post that was matched wrongly from ids.tsv\n");
    assertThat(ran.status()).isEqualTo(1);
    assertThat(posts.resolve("ids.tsv"))
        .content()
        .endsWith("\n2013-07-12-a.md\thttp://old.example/?p=17\t2013-07-12T00:00:00Z\tadopted\n");
    assertThat(run("ids").out()).startsWith("2013-07-12-a.md\thttp://old.example/?p=17\t");
    assertThat(run("adopt", feed.toString()).err()).contains("no lines written");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        <?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Old</title>
        <entry><id>tag:old.example,1:A</id><title>Another title</title>
          <link href="http://old.example/2013/07/12/a.html"/></entry>
        <entry><id>http://old.example/x/</id><title type="html">X</title>
          <published>2014-01-01T10:00:00Z</published></entry></feed>
        """,
        """
        {"version": "https://jsonfeed.org/version/1.1", "title": "Old", "items": [
         {"id": "tag:old.example,1:A", "url": "http://old.example/2013/07/12/a.html",
          "content_text": "A."},
         {"id": "http://old.example/x/", "title": "X", "content_text": "X.",
          "date_published": "2014-01-01T10:00:00Z"}]}
        """
      })
  void adoptReadsAtomAndJsonFeedToo(String former) throws Exception {
    Path feed = file("former", former);
    assertThat(run("adopt", feed.toString()))
        .isEqualTo(
            new Ran(
                0,
                """
                matched\ttag:old.example,1:A\t2013-07-12-a.md
                matched\thttp://old.example/x/\td/x.md
                """,
                "2 posts matched, 2 lines written to ids.tsv; nothing is left\n"));
    assertThat(run("ids").out())
        .contains("2013-07-12-a.md\ttag:old.example,1:A\t", "d/x.md\thttp://old.example/x/\t");
  }

  @Test
  void checkComparesWithAFeedThatSubscribersHave() throws Exception {
    StringBuilder items = new StringBuilder();
    for (int day = 10; day < 30; day++) {
      write("n/2016-01-%d.md".formatted(day), "title: N" + day);
      items.append(
          "<item><title>N%d</title><guid>%s</guid><pubDate>%d Jan 2016 00:00:00 +0000</pubDate></item>"
              .formatted(day, "tag:example.org,2013:2016-01-" + day, day));
    }
    Path feed = file("old.xml", "<rss version=\"2.0\"><channel>" + items + "</channel></rss>");
    assertThat(run("check", "--against", feed.toString()).out()).doesNotContain("come back");
    Files.writeString(
        configuration, SITE.replace("tag:example.org,2013", "tag:other.example,2020"));
    Ran ran = run("check", "--against", feed.toString());
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out()).containsPattern("\\d+ posts would come back as new to subscribers: ");
  }

  @Test
  void adoptNamesTheLineOfAFileThatIsNoFeed() throws Exception {
    Path feed = file("page.html", "Not a feed.\n");
    assertThat(run("adopt", feed.toString()))
        .isEqualTo(
            new Ran(
                2,
                "",
                feed
                    + ":1: error: it is neither RSS, Atom, JSON Feed nor a WordPress export; save"
                    + " the feed itself\n"));
  }

  @Test
  void whatCannotBeComparedIsNotTakenForTheSame() throws Exception {
    Path none = file("none.tsv", "");
    Path feed = file("feed.xml", "<rss><channel><title>T</title></channel></rss>\n");
    for (Path each : List.of(none, feed)) {
      String why = ": no line is a path, a tab and an id; make this file with feedwright ids\n";
      assertThat(run("ids", "--check", each.toString()))
          .isEqualTo(new Ran(2, "", "--check " + each + why));
    }
    String why = ": it has no entries of published posts; save a feed or an export with posts\n";
    assertThat(run("check", "--against", feed.toString()))
        .returns(2, Ran::status)
        .extracting(Ran::err)
        .asString()
        .endsWith(feed + ":1: error" + why);
    assertThat(run("check", "--against", posts.toString()).err())
        .endsWith(posts + ": cannot be read: Is a directory\n");
    assertThat(run("adopt", "https://old.example/feed"))
        .isEqualTo(
            new Ran(
                2,
                "",
                "https:/old.example/feed: there is no such file; save the feed at this address, and"
                    + " give the file\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "guard: {entries: 7}\n",
        "guard: {}\nwatch: {scan: 10s}\n",
        "guard: {entries: 7, accept: [\"12345678\"]} # mine\n",
        "guard:\n  entries: 7\nwatch: {scan: 10s}\n",
        "guard: # why\n  # because\n  accept: []\n  entries: 7\n",
        "guard:\n  entries: 7\n  accept: [abcd, 1234]\nids: {}\n"
      })
  void aTokenIsAddedToTheConfigurationAndNothingElseChanges(String guard) throws Exception {
    Files.writeString(configuration, SITE + guard);
    Ran ran = run("ids", "--accept", "0123e4");
    assertThat(ran.status()).as(ran.err()).isZero();
    String text = Files.readString(configuration);
    assertThat(text).contains("\"0123e4\"");
    assertThat(text.lines().toList())
        .containsSubsequence(
            (SITE + guard)
                .lines()
                .filter(line -> !line.contains("guard: {") && !line.contains("accept:"))
                .toList());
    SettingsResult read = SettingsReader.read(text, "config.yaml", directory, FeedFormats.names());
    assertThat(((SettingsResult.Valid) read).settings().guard().accept()).contains("0123e4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"guard:\n  accept:\n    - abcd\n", "\"guard\": {entries: 7}\n"})
  void aConfigurationOfAnotherFormStaysAsItIs(String guard) throws Exception {
    Files.writeString(configuration, SITE + guard);
    Ran ran = run("ids", "--accept", "0123");
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains("add 0123 to guard.accept by hand");
    assertThat(configuration).hasContent(SITE + guard);
  }

  /** As a server holds them: what was published is kept, and then the dates change. */
  @Test
  void onlyTheTokenOfWhatIsHeldBackIsAccepted() throws Exception {
    String cache = directory.resolve("cache").toString();
    writeDays(2016);
    assertThat(build(cache).status()).isZero();
    assertThat(run("ids", "--cache", cache, "--accept", "0123e4"))
        .isEqualTo(
            new Ran(
                2,
                "",
                "--accept 0123e4: nothing is held back under this token; if a server with another"
                    + " --cache reported it, or check --against, add it to guard.accept in"
                    + " config.yaml\n"));
    writeDays(2017);
    String report = run("check", "--cache", cache).out();
    String token = report.replaceAll("(?s).*--accept (\\w+).*", "$1");
    Ran other = run("ids", "--cache", cache, "--accept", "0123e4");
    assertThat(other.status()).isEqualTo(2);
    assertThat(other.err()).contains("this token, but 12 posts under " + token + "; ");
    assertThat(configuration).hasContent(SITE);

    assertThat(run("ids", "--cache", cache, "--accept", token))
        .isEqualTo(
            new Ran(
                0,
                "",
                configuration
                    + " accepts "
                    + token
                    + "; a running server applies it immediately\n"));
    assertThat(run("check", "--cache", cache).out()).doesNotContain("--accept");
    assertThat(run("ids", "--cache", cache, "--accept", token).err())
        .isEqualTo(configuration + " accepts " + token + " already\n");
  }

  private void writeDays(int year) throws Exception {
    for (int day = 10; day < 22; day++) {
      write("n" + day + ".md", "title: N" + day + "\ndate: " + year + "-01-" + day);
    }
  }

  private Ran build(String cache) {
    return run("build", "--cache", cache, "--out", directory.resolve("out").toString());
  }

  @Test
  void aTokenIsAcceptedUnseenWhereNobodyKnowsWhatWasPublished() {
    assertThat(run("ids", "--no-cache", "--accept", "0123e4").err())
        .isEqualTo(
            "What was published is not known here, so neither is whether posts are held back under"
                + " 0123e4; --cache names the folder in which the server keeps it\n"
                + configuration
                + " accepts 0123e4; a running server applies it immediately\n");
  }

  @Test
  void linesAreWrittenWhenFilesAreNoLongerMoved() throws Exception {
    String cache = directory.resolve("cache").toString();
    Path one = posts.resolve("one.md");
    Path other = posts.resolve("other.md");
    String text = "\n---\n" + "A long text that no other post has, line by line.\n".repeat(3);
    Files.writeString(one, "---\ntitle: One\ndate: 2016-01-01" + text);
    Files.writeString(other, "---\ntitle: Two\ndate: 2016-01-02" + text + "The end.\n");
    assertThat(build(cache).status()).isZero();
    Path away = posts.resolve(".away");
    Files.move(one, away);
    Files.move(other, one);
    CompletableFuture<Boolean> last =
        CompletableFuture.supplyAsync(
            () -> away.toFile().renameTo(other.toFile()),
            CompletableFuture.delayedExecutor(700, TimeUnit.MILLISECONDS));
    assertThat(run("ids", "--cache", cache, "--write").status()).isZero();
    assertThat(last.join()).isTrue();
    assertThat(posts.resolve("ids.tsv"))
        .content()
        .contains("one.md\ttag:example.org,2013:other\t", "other.md\ttag:example.org,2013:one\t");
  }

  @Test
  void whatIsNoTokenIsRefused() {
    assertThat(run("ids", "--accept", "7F3A").err())
        .isEqualTo("--accept 7F3A: this is not the token of a report\n");
  }
}
