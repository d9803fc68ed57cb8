package io.github.feedwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.history.Commits;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** The commands, as a shell sees them: what they print, and the status with which they end. */
@ResourceLock(Resources.SYSTEM_OUT)
@ResourceLock(Resources.SYSTEM_ERR)
final class CommandLineIT {
  @TempDir private Path directory;
  private Path posts;

  private record Ran(int status, String out, String err) {}

  @BeforeEach
  void writeAPost() throws Exception {
    posts = Files.createDirectory(directory.resolve("posts"));
    Files.writeString(posts.resolve("2014-04-04-one.md"), "---\ntitle: One\n---\nText.\n");
  }

  private static Ran run(Object... args) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    ByteArrayOutputStream complained = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
      String[] words = java.util.Arrays.stream(args).map(Object::toString).toArray(String[]::new);
      int status = Main.run(words);
      return new Ran(
          status,
          printed.toString(StandardCharsets.UTF_8),
          complained.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  private Path configuration(String text) throws Exception {
    return Files.writeString(directory.resolve("config.yaml"), text);
  }

  @Test
  void pagesHaveTheWordsOfTheFileThatTheConfigurationNames() throws Exception {
    Files.writeString(directory.resolve("sv.properties"), "archive=Arkiv\nfoter=Slut\n");
    Path config =
        configuration(
            "site: {language: sv, words: sv.properties}\nposts: {directory: " + posts + "}\n");
    Path out = directory.resolve("swedish");

    assertThat(run("build", "--config", config, "--out", out).status()).isZero();
    assertThat(out.resolve("index.html")).content().contains(">Arkiv<", "<html lang=\"sv\"");
    assertThat(run("check", "--config", config).out())
        .contains(
            "sv.properties:1: warning: missing words, which are in English: ",
            "sv.properties:2: warning: \"foter\": pages have no such word; did you mean footer?\n");
  }

  @Test
  void checkPrintsNothingAndSucceedsWithoutProblems() {
    Ran ran = run("check", "--posts", posts);
    assertThat(ran.status()).isZero();
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).endsWith("no problems\n");
  }

  @Test
  void whatIsReadOfCommitsIsKeptInTheFolderForCaches() throws Exception {
    Path config = configuration("posts: {directory: posts, updated: git}\n");
    Path cache = directory.resolve("cache");
    try (Commits commits = Commits.in(posts)) {
      commits.commit("2020-01-01T00:00:00Z");
      commits.write("2014-04-04-one.md", "---\ntitle: One\n---\nMore.\n");
      commits.commit("2021-02-03T04:05:06Z");
      Path out = directory.resolve("out");
      assertThat(run("build", "--config", config, "--out", out, "--no-cache").status()).isZero();
      assertThat(cache).doesNotExist();
      run("build", "--config", config, "--out", out, "--cache", cache);
      Path kept = commits(cache);
      Files.writeString(kept, Files.readString(kept).replace("\t1612325106\t", "\t1612325107\t"));
      run("build", "--config", config, "--out", out, "--cache", cache);
      assertThat(out.resolve("atom.xml")).content().contains("<updated>2021-02-03T04:05:07");
    }
  }

  private static Path commits(Path cache) throws Exception {
    try (var files = Files.list(cache)) {
      return files
          .filter(each -> each.getFileName().toString().startsWith("git-"))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void checkNamesFileAndLineAndEndsWithOne() throws Exception {
    Files.writeString(posts.resolve("2014-04-05-two.md"), "---\ntitle: Foo: bar\n---\n");
    Files.writeString(posts.resolve("2014-04-06-three.md"), "---\ntitle: x\n---\n\n<svg></svg>\n");
    Ran ran = run("check", "--posts", posts);
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out().lines().toList())
        .hasSize(2)
        .anySatisfy(
            line ->
                assertThat(line)
                    .isEqualTo(
                        "2014-04-05-two.md:2: error: title: a value with \": \" in it needs quotes;"
                            + " write title: \"Foo: bar\""))
        .anySatisfy(line -> assertThat(line).startsWith("2014-04-06-three.md:5: warning: "));
    assertThat(ran.err()).endsWith("2 problems: 1 front-matter, 1 content\n");
  }

  @Test
  void checkRendersAlsoWhatDoesNotShowYet() throws Exception {
    Files.writeString(posts.resolve("2999-04-05-two.md"), "---\ntitle: x\n---\n{{ issue }}\n");
    Files.writeString(
        posts.resolve("2014-04-06-idea.md"), "---\ndraft: true\n---\n\n{{ issue }}\n");
    assertThat(run("check", "--posts", posts).out())
        .isEqualTo(
            "2014-04-06-idea.md:5: warning: \"{{ issue }}\" is not a supported shortcode; shown"
                + " as text; write out its value\n"
                + "2999-04-05-two.md:4: warning: \"{{ issue }}\" is not a supported shortcode;"
                + " shown as text; write out its value\n");
  }

  @Test
  void checkNamesTheLineOfTheVeryElementThatItMeans() throws Exception {
    Files.writeString(
        posts.resolve("2014-04-05-two.md"),
        """
        ---
        title: Two
        ---
        <iframe src="https://video.example.org/1"></iframe>

        <iframe width="5" src="https://video.example.org/2?a=1&amp;b=2"></iframe>

        <pre><code><b style="color: red">x</b></code></pre>
        """);
    assertThat(
            run("check", "--notes", "--posts", posts)
                .out()
                .lines()
                .map(line -> line.replaceFirst(" an? .*", "")))
        .containsExactly(
            "2014-04-05-two.md:4: note:",
            "2014-04-05-two.md:6: note:",
            "2014-04-05-two.md:8: note:");
  }

  @Test
  void checkKeepsSilentAboutAPageOfATemplateAlone() throws Exception {
    Files.writeString(posts.resolve("latest.md"), "+++\ntemplate = \"latest.html\"\n+++\n");
    assertThat(run("check", "--posts", posts).status()).isZero();
    Files.writeString(posts.resolve("latest.md"), "+++\ntemplate = \"a.html\"\n+++\nText.\n");
    assertThat(run("check", "--posts", posts).out()).startsWith("latest.md:1: error: date: ");
  }

  @Test
  void checkSaysWhereFrontMatterFromASeparateFileBelongs() throws Exception {
    Files.writeString(posts.resolve("two.md"), "Text.\n");
    assertThat(run("check", "--posts", posts).status()).isZero();
    Files.writeString(posts.resolve("two.meta"), ".. title: Two\n.. date: 2014-04-05\n");
    assertThat(run("check", "--posts", posts).out())
        .isEqualTo(
            "two.md:1: error: the front matter is in two.meta, which is not read; write it above"
                + " the text, in lines .. title: A post between a line <!-- and a line -->\n");
  }

  @Test
  void checkPrintsJsonForTools() throws Exception {
    Files.writeString(posts.resolve("2014-04-05-two.md"), "");
    assertThat(run("check", "--posts", posts, "--format", "json").out())
        .isEqualTo(
            "[{\"file\":\"2014-04-05-two.md\",\"line\":1,\"level\":\"error\",\"kind\":\"file\","
                + "\"message\":\"the file is empty; write the post, or delete the file\"}]\n");
  }

  @Test
  void anUnknownKeyEndsWithOneMessageThatNamesFileLineAndKey() throws Exception {
    Path file = configuration("site:\n  titel: x\n");
    Ran ran = run("serve", "--config", file, "--posts", posts);
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err().lines().toList()).hasSize(1);
    assertThat(ran.err())
        .startsWith(file + ":2: error: site.titel")
        .contains("did you mean site.title?");
  }

  @Test
  void aPostsDirectoryThatIsNotThereIsNamedWithItsLine() throws Exception {
    Path file = configuration("site:\n  title: x\nposts:\n  directory: nowhere\n");
    Ran ran = run("serve", "--config", file);
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err())
        .isEqualTo(
            file
                + ":4: error: posts.directory: there is no directory \""
                + directory.resolve("nowhere")
                + "\"; name one that exists, relative to this file, such as posts\n");
  }

  @Test
  void aPostsDirectoryOfTheCommandLineThatIsNotThereIsNamed() {
    Ran ran = run("check", "--posts", directory.resolve("nowhere"));
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err())
        .isEqualTo("--posts " + directory.resolve("nowhere") + ": there is no such directory\n");
  }

  @Test
  void aConfigurationThatIsNotThereIsNamed() {
    Ran ran = run("--config", directory.resolve("none.yaml"));
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err())
        .isEqualTo("--config " + directory.resolve("none.yaml") + ": there is no such file\n");
  }

  @Test
  void aPortThatIsTakenEndsWithOneMessage() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Ran ran = run("--posts", posts, "--port", taken.getLocalPort());
      assertThat(ran.status()).isEqualTo(2);
      assertThat(ran.out()).isEmpty();
      assertThat(ran.err()).contains("port " + taken.getLocalPort()).contains("--port");
    }
  }

  @Test
  void aPortOfTheFileThatIsTakenIsNamedWithItsLine() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      Path file =
          configuration("posts: {directory: posts}\nhttp:\n  max-age: 1m\n  port: " + port + "\n");
      Ran ran = run("--config", file);
      assertThat(ran.status()).isEqualTo(2);
      assertThat(ran.err())
          .isEqualTo(
              file
                  + ":4: error: http.port: port "
                  + port
                  + " on 127.0.0.1 is in use by another program: choose another with --port or"
                  + " http.port\n");
    }
  }

  @Test
  void anAuthorsFileThatIsNotThereIsNamedWithItsLine() throws Exception {
    Path file = configuration("posts:\n  directory: posts\n  authors: no.yml\n");
    Ran ran = run("check", "--config", file);
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err())
        .isEqualTo(
            file
                + ":3: error: posts.authors: there is no file \""
                + directory.resolve("no.yml")
                + "\" that can be read; name one that exists, relative to this file\n");
  }

  @Test
  @Timeout(30)
  void aPipeInPlaceOfAFileIsNamedAndNotWaitedFor() throws Exception {
    Path pipe = directory.resolve("pipe.yml");
    new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
    String why = "cannot be read: it is a pipe, a socket or a device; replace it with a file\n";
    Ran ran = run("serve", "--config", pipe);
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).isEqualTo("--config " + pipe + ": " + why);

    Path file = configuration("posts:\n  directory: posts\n  authors: pipe.yml\n");
    ran = run("serve", "--config", file);
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err())
        .isEqualTo(file + ":3: error: posts.authors: the file \"" + pipe + "\" " + why);
  }

  @Test
  void aPortThatIsNoneIsRefused() {
    Ran ran = run("--posts", posts, "--port", 70_000);
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).isEqualTo("--port 70000: a port is a number from 0 to 65535\n");
  }

  @Test
  void buildWritesEveryFeedAndPageIntoFiles() throws Exception {
    Path out = directory.resolve("out");
    Ran ran = run("build", "--posts", posts, "--out", out);
    assertThat(ran.status()).isZero();
    assertThat(out.resolve("rss.xml")).content().contains("<title>One</title>");
    assertThat(out.resolve("index.html")).content().contains("One");
    assertThat(out.resolve("2014/04/04/one/index.html")).content().contains("Text.");
    assertThat(out.resolve("feeds.opml")).exists();
    assertThat(ran.out()).startsWith("Wrote ").contains("1 post, 3 feeds, no problems");
  }

  @Test
  void buildCountsTheProblemsThatCheckReports() throws Exception {
    Files.writeString(posts.resolve("two.md"), "---\ndate: 2014-01-01\nhidden: true\n---\nText.\n");
    Path config =
        configuration("posts: {directory: " + posts + "}\nnotes: {text: \"{% what %}\"}\n");
    assertThat(run("check", "--config", config).err())
        .endsWith("\n1 problem: 1 content; 1 note, which --notes shows\n");
    assertThat(run("build", "--config", config, "--out", directory.resolve("out")).out())
        .endsWith(": 1 post, 3 feeds, 1 problem\n");
  }

  @Test
  void buildSaysWhichPostsItCannotRead() throws Exception {
    Files.writeString(posts.resolve("broken.md"), "---\ntitle: [\n---\nText.\n");
    String line = run("check", "--posts", posts).out().lines().findFirst().orElseThrow();
    assertThat(line).startsWith("broken.md:").contains(": error: ");
    Ran build = run("build", "--posts", posts, "--out", directory.resolve("out"));
    assertThat(build.status()).isZero();
    assertThat(build.err()).contains(line + "\n");
  }

  @Test
  void checkNamesEveryPathThatBuildLeavesOut() throws Exception {
    List<String> permalinks =
        List.of("/index.html", "/tags/index.html", "/_redirects", "/_headers", "/.feedwright/x/");
    for (String permalink : permalinks) {
      Files.writeString(
          posts.resolve("post" + permalink.replace('/', '-') + ".md"),
          "---\ntitle: T\ndate: 2014-01-01\npermalink: "
              + permalink
              + "\ntags: [index.html]\n---\nText.\n");
    }
    String build = run("build", "--posts", posts, "--out", directory.resolve("out")).err();
    String check = run("check", "--posts", posts).out();
    for (String permalink : permalinks) {
      assertThat(build).contains("warning: " + permalink + " is not written: ");
      assertThat(check)
          .contains("the page at \"" + permalink + "\" can be served, but not written");
    }
    assertThat(directory.resolve("out/_redirects")).isRegularFile();
    assertThat(directory.resolve("out/_headers")).isRegularFile();
    assertThat(build.contains("/tags/index.html/rss.xml is not written"))
        .isEqualTo(check.contains("the feeds of the tag \"index.html\" can be served, but not"));
  }

  @Test
  void newMakesNoBundleWhereJekyllHasNone() throws Exception {
    Path jekyll = Files.createDirectories(directory.resolve("site/_posts"));
    Ran ran = run("new", "Pictures", "--posts", jekyll, "--bundle");
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains("leave out --bundle");
    assertThat(jekyll).isEmptyDirectory();
  }

  @Test
  void buildLeavesOutWhatNoFileCanBeAndWritesTheRest() throws Exception {
    Path out = directory.resolve("out");
    for (String permalink : List.of("/a", "/a/b", "/same/", "/same/index.html")) {
      Files.writeString(
          posts.resolve("post" + permalink.replace('/', '-') + ".md"),
          "---\ntitle: T\ndate: 2014-01-01\npermalink: " + permalink + "\n---\nText.\n");
    }
    Ran ran = run("build", "--posts", posts, "--out", out);
    assertThat(ran.status()).isZero();
    assertThat(ran.err().lines().filter(line -> line.startsWith("warning: ")))
        .containsExactly(
            "warning: feeds and pages give http://localhost:8080/ as their address, from feeds.url"
                + " or site.url; set it to that of the host before you publish them",
            "warning: /same/index.html is not written: another path needs a folder or a file of the"
                + " same name; give one of the two another permalink");
    assertThat(out.resolve("rss.xml")).content().contains("<title>One</title>");
    assertThat(out.resolve("a/index.html")).content().contains("Text.");
  }

  @Test
  void aNewPostIsWrittenOnceAndUnderstood() throws Exception {
    Ran ran =
        run(
            "new",
            "A \"quoted\" title: C++",
            "--posts",
            posts,
            "--tag",
            "a",
            "--tag",
            "b: c",
            "--category",
            "Music");
    assertThat(ran.status()).as(ran.err()).isZero();
    Path file = Path.of(ran.out().strip());
    assertThat(file.getFileName().toString())
        .matches("\\d{4}-\\d\\d-\\d\\d-a-quoted-title-c\\+\\+\\.md");
    assertThat(file)
        .content()
        .startsWith("---\ntitle: \"A \\\"quoted\\\" title: C++\"\ndate: ")
        .contains("\ncategories: [\"Music\"]\ntags: [\"a\", \"b: c\"]\n---\n");
    assertThat(run("check", "--posts", posts).status()).isZero();
    Ran again = run("new", "A \"quoted\" title: C++", "--posts", posts, "--bundle");
    assertThat(again.status()).isEqualTo(2);
    assertThat(again.err())
        .isEqualTo(file + ": there is a post of this title already; use another\n");
    Ran bundle = run("new", "Pictures", "--posts", posts, "--bundle", "--draft");
    assertThat(bundle.out()).endsWith("-pictures/index.md\n");
    assertThat(run("check", "--posts", posts, "--unpublished").out())
        .endsWith("-pictures/index.md: a draft, or it may be one\n");
  }

  @Test
  void initBeginsASiteThatCheckApprovesOf() {
    Path site = directory.resolve("site");
    assertThat(run("init", site).status()).isZero();
    Ran check = run("check", "--config", site.resolve("config.yaml"));
    assertThat(check.out()).isEmpty();
    assertThat(check.err()).contains("Published: 2 posts\n");
  }

  @Test
  void aMistypedOptionOrCommandIsSaidInOneLine() {
    Ran option = run("serve", "--prot", 8282);
    assertThat(option.status()).isEqualTo(2);
    assertThat(option.err())
        .isEqualTo(
            "there is no option --prot; did you mean --port?\nTry feedwright serve --help\n");
    assertThat(run("biuld").err())
        .isEqualTo("there is no command biuld; did you mean build?\nTry feedwright --help\n");
    assertThat(run("help", "serve").out()).startsWith("Usage: feedwright serve ");
  }

  @Test
  void shellsCompleteCommandsAndOptions() throws Exception {
    assertThat(run("completion", "fish").out())
        .contains("complete -c feedwright -n __fish_use_subcommand -a build -d ")
        .contains("-n '__fish_seen_subcommand_from build' -l out -r -F -d ");
    Path script =
        Files.writeString(directory.resolve("completion"), run("completion", "bash").out());
    Process bash =
        new ProcessBuilder(
                "bash",
                "-c",
                "source "
                    + script
                    + "; COMP_WORDS=(feedwright bu); COMP_CWORD=1;"
                    + " _complete_feedwright; echo \"${COMPREPLY[@]}\"")
            .redirectErrorStream(true)
            .start();
    assertThat(new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("build");
  }

  @Test
  void checkSaysWhatIsNotPublishedAndListsIt() throws Exception {
    Files.writeString(posts.resolve("2014-04-05-idea.md"), "---\ntitle: Idea\ndraft: true\n---\n");
    Files.writeString(posts.resolve("2999-01-02-soon.md"), "---\ntitle: Soon\n---\n");
    Files.writeString(posts.resolve("2999-01-01-sooner.md"), "---\ntitle: Sooner\n---\n");
    Files.writeString(
        posts.resolve("2014-04-06-over.md"), "---\ntitle: x\nexpiryDate: 2015-01-01\n---\n");
    Files.writeString(posts.resolve("README.md"), "About these posts.\n");
    Files.writeString(posts.resolve("undated.md"), "---\ntitle: Undated\n---\n");
    assertThat(run("check", "--posts", posts).err())
        .contains(
            "Published: 1 post\nNot published: 1 draft, 2 scheduled (the next at"
                + " 2999-01-01T00:00:00Z), 1 expired, 1 file without a date, 1 file without front"
                + " matter; check --unpublished lists them\n");
    Ran list = run("check", "--posts", posts, "--unpublished");
    assertThat(list.status()).isZero();
    assertThat(list.out())
        .isEqualTo(
            """
            2014-04-05-idea.md: a draft, or it may be one
            2014-04-06-over.md: expired at 2015-01-01T00:00:00Z
            2999-01-01-sooner.md: scheduled for 2999-01-01T00:00:00Z
            2999-01-02-soon.md: scheduled for 2999-01-02T00:00:00Z
            README.md: without front matter; to publish it, begin it with four lines: ---, title: \
            Its title, date: 2026-01-31, ---
            undated.md: without a date; add a line such as date: 2026-01-31
            """);
    assertThat(run("check", "--posts", posts, "--unpublished", "--format", "json").out())
        .contains("{\"file\":\"2014-04-05-idea.md\",\"reason\":\"draft\"}")
        .contains("\"reason\":\"scheduled\",\"when\":\"2999-01-01T00:00:00Z\"");
  }

  @Test
  void aDirectoryOfFilesWithoutFrontMatterIsToldWhatToWrite() throws Exception {
    Files.delete(posts.resolve("2014-04-04-one.md"));
    Files.writeString(posts.resolve("hello.md"), "# Hello\n\nText.\n");
    assertThat(run("check", "--posts", posts).out())
        .isEqualTo(
            "hello.md:1: warning: this has no front matter, so it is not published; if it is a"
                + " post, begin it with four lines: ---, title: Its title, date: 2026-01-31, ---\n");
    Files.writeString(posts.resolve("2014-04-04-one.md"), "---\ntitle: One\n---\nText.\n");
    assertThat(run("check", "--posts", posts).out()).isEmpty();
  }

  @Test
  void checkSaysWhatBuildCannotWrite() throws Exception {
    String category = "长".repeat(97);
    Files.writeString(
        posts.resolve("2014-04-05-two.md"),
        "---\ntitle: Two\npermalink: /a.html/b\ncategories: [" + category + "]\n---\n");
    Files.writeString(
        posts.resolve("2014-04-06-three.md"), "---\ntitle: Three\npermalink: /a.html\n---\n");
    assertThat(run("check", "--posts", posts).out().lines())
        .containsExactlyInAnyOrder(
            "2014-04-05-two.md:4: warning: the feeds of the category \""
                + category
                + "\" can be served, but not written by build: the name \""
                + "长".repeat(20)
                + "…\" in it has 291 bytes, and file systems take 255; make it shorter",
            "2014-04-05-two.md:3: warning: the page at \"/a.html/b\" can be served, but not written"
                + " by build: \"2014-04-06-three.md\" would be a file where this one needs a folder;"
                + " give one of them another permalink");
  }

  @Test
  void checkNamesTheFilesThatBuildLeavesOut() throws Exception {
    Path config =
        configuration(
            "site: {url: \"https://own.example/\", id: \"tag:own.example,2013\"}\nposts: {directory: "
                + posts
                + ", media-types: {html: text/html}}\n");
    String links = "[a](tags/index.html) [b](a/index.html) [c](b/index.html) [d](_headers/x.png)\n";
    Files.writeString(
        posts.resolve("2014-04-05-two.md"),
        "---\ntitle: Two\ntags: [x]\npermalink: /a/\n---\n" + links);
    for (String file :
        List.of(
            "tags/index.html",
            "a/index.html",
            "b/index.html",
            "_headers/x.png",
            "p.png",
            "P.png")) {
      Files.createDirectories(posts.resolve(file).getParent());
      Files.writeString(posts.resolve(file), "x");
    }
    String notWritten = "\" can be served, but not written by build: ";
    assertThat(run("check", "--notes", "--config", config).out().lines())
        .containsExactlyInAnyOrder(
            "_headers/x.png:1: warning: the file at \"/_headers/x.png"
                + notWritten
                + "build writes a file of its own there; write another name",
            "a/index.html:1: warning: the file at \"/a/index.html"
                + notWritten
                + "the page of \"2014-04-05-two.md\" would be the same file; rename this one",
            "tags/index.html:1: warning: the file at \"/tags/index.html"
                + notWritten
                + "the site's own page in that folder would be the same file; rename this one",
            "p.png:1: note: some file systems take \"p.png\" for the file of \"P.png\", as they"
                + " ignore capitals; rename one");
    assertThat(run("build", "--config", config, "--out", directory.resolve("left")).err())
        .contains("/_headers/x.png", "/a/index.html", "/tags/index.html")
        .doesNotContain("/b/index.html");
  }

  @Test
  void theFileOfAnotherProgramIsToldFromOurs() throws Exception {
    Path config = configuration("baseURL: https://own.example/\n");
    Path other = Files.writeString(directory.resolve("feedwright.yaml"), "nonsense: 1\n");
    assertThat(run("check", "--config", config).err())
        .startsWith(
            config
                + ":1: error: if this is the file of another program, add --config "
                + other
                + "\n");
    assertThat(run("check", "--config", other).err()).doesNotContain("another program");
  }

  @Test
  void aMissingDirectoryIsSaidWithOneThatIsThere() throws Exception {
    Path config = configuration("posts:\n  directory: nowhere\n");
    Files.createDirectory(directory.resolve("_posts"));
    assertThat(run("check", "--config", config).err())
        .isEqualTo(
            config
                + ":2: error: posts.directory: there is no directory \""
                + directory.resolve("nowhere")
                + "\"; name one that exists, relative to this file, such as _posts\n");
  }

  @Test
  void buildSaysWhatChangedAndRefusesADirectoryOfOthers() throws Exception {
    Path out = directory.resolve("out");
    String counts = ": 1 post, 3 feeds, no problems\n";
    String first = run("build", "--posts", posts, "--out", out).out();
    assertThat(first).matches("Wrote \\d+ files to .*" + counts);
    String all = first.replaceFirst("Wrote (\\d+) .*\n", "$1");
    assertThat(run("build", "--posts", posts, "--out", out).out())
        .isEqualTo("Wrote no files to " + out + ", kept " + all + " unchanged" + counts);
    Files.writeString(posts.resolve("2014-04-04-one.md"), "---\ndraft: true\n---\n");
    assertThat(run("build", "--posts", posts, "--out", out).out())
        .matches(
            "Wrote \\d+ files to .*, removed \\d+, kept \\d+ unchanged: no posts, 3 feeds, .*\n");
    Path other = Files.createDirectory(directory.resolve("other"));
    Files.writeString(other.resolve("notes.txt"), "mine");
    Ran refused = run("build", "--posts", posts, "--out", other);
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err())
        .isEqualTo(
            "--out "
                + other
                + ": it holds files that build has not written, such as \"notes.txt\"; name an"
                + " empty directory, or add --force to write beside them: they are kept\n");
    assertThat(run("build", "--posts", posts, "--out", other, "--force").status()).isZero();
    assertThat(other.resolve("notes.txt")).hasContent("mine");
  }
}
