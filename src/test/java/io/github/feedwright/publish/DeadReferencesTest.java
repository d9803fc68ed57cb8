package io.github.feedwright.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.format.FeedFormats;
import io.github.feedwright.identity.PublishedPosts;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.publish.once.SiteCheck;
import io.github.feedwright.publish.once.StaticBuild;
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

/** What a post points at that is not there, or that nobody gets. */
final class DeadReferencesTest {
  private static final String SITE =
      "site: {title: T, url: \"https://ex.org/\", id: \"tag:ex.org,2013\"}\n";
  private static final String ADD = "add it next to the post, or fix the path";
  private static final String ADD_IMAGE =
      "add it next to the post, fix the path, or set posts.image-base";
  private static final String NO_POST = "there is no such post, or it is not published; ";

  @TempDir private Path posts;

  @BeforeEach
  void write() throws IOException {
    write("2014-04-05-two.md", "---\ntitle: Two\n---\nText.\n");
    write("2014-04-06-hidden.md", "---\ntitle: Three\ndraft: true\n---\n![a](own.png)\n");
    for (String file :
        new String[] {
          "chart.png",
          "Photo.JPG",
          "own.png",
          "my file.png",
          "talk.mp3",
          "notes.txt",
          "setup.exe",
          "Makefile",
          "demo.html",
          "images/one.png",
          "images/only.png",
          "deep/er/plan.pdf",
          "bundle/in.png",
          "2014-04-06-hidden/secret.png",
        }) {
      write(file, "x");
    }
  }

  private void write(String path, String text) throws IOException {
    Path file = posts.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private List<String> check(String more, String path, String text) throws IOException {
    write(path, text);
    SettingsResult read =
        SettingsReader.read(SITE + more, "config.yaml", posts, FeedFormats.names());
    Settings settings = ((SettingsResult.Valid) read).settings().withPosts(posts);
    List<String> problems =
        SiteCheck.of(
                settings,
                Clock.systemUTC(),
                CacheStore.none(),
                PublishedPosts.NONE,
                (done, all) -> {})
            .problems()
            .stream()
            .map(Problem::toString)
            .toList();
    try (StaticBuild build =
        StaticBuild.of(settings, Clock.systemUTC(), CacheStore.none(), PublishedPosts.NONE)) {
      int served = build.health().problems().values().stream().mapToInt(each -> each).sum();
      long toFix = problems.stream().filter(each -> !each.contains(": note: ")).count();
      assertThat(served).as("problems of a build").isEqualTo((int) toFix);
    }
    return problems;
  }

  private List<String> check(String body) throws IOException {
    return check("", "2014-04-04-one.md", "---\ntitle: One\n---\n" + body + "\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "![a](missing.png) | the image \"missing.png\" | " + "there is no such file; " + ADD_IMAGE,
        "![a](chrat.png) | the image \"chrat.png\" | there is no such file; did you mean"
            + " \"chart.png\"?",
        "![a](photo.jpg) | the image \"photo.jpg\" | there is no such file; did you mean"
            + " \"Photo.JPG\"?",
        "![a](chart.webp) | the image \"chart.webp\" | there is no such file; did you mean"
            + " \"chart.png\"?",
        "![a](only.png) | the image \"only.png\" | there is no such file; did you mean"
            + " \"images/only.png\"?",
        "![a](images/on.png) | the image \"images/on.png\" | there is no such file; did you mean"
            + " \"images/one.png\"?",
        "![a](<my files.png>) | the image \"my files.png\" | there is no such file; did you mean"
            + " \"my file.png\"?",
        "<img src=\"./chrat.png\"> | the image \"./chrat.png\" | there is no such file; did you"
            + " mean \"chart.png\"?",
        "<video src=\"talk.mp3\" poster=\"poster.jpg\"></video> | the image \"poster.jpg\" | there is"
            + " no such file; "
            + ADD_IMAGE,
        "<img src=\"chart.png\" srcset=\"chart.png 1x, chart2.png 2x\"> | the image \"chart2.png\" |"
            + " there is no such file; did you mean \"chart.png\"?",
        "<picture><source srcset=\"none.webp\"><img src=\"chart.png\" alt=\"a\"></picture> | the"
            + " image \"none.webp\" | there is no such file; "
            + ADD_IMAGE,
        "<video src=\"film.mp4\"></video> | the file \"film.mp4\" | there is no such file; " + ADD,
        "<audio src=\"talk.mp3\"><source src=\"tlak.mp3\"></audio> | the file \"tlak.mp3\" | there is"
            + " no such file; did you mean \"talk.mp3\"?",
        "<audio src=\"talk.mp3\"><track src=\"words.vtt\"></audio> | the file \"words.vtt\" | there"
            + " is no such file; "
            + ADD,
        "<a href='gone.zip'>a</a> | the link \"gone.zip\" | there is no such file; " + ADD,
        "{{< figure src=\"chrat.png\" >}} | the image \"chrat.png\" | there is no such file; did you"
            + " mean \"chart.png\"?",
        "[a](slides.pdf) | the link \"slides.pdf\" | there is no such file; " + ADD,
        "[a](data.zip#part) | the link \"data.zip#part\" | there is no such file; " + ADD,
        "[a](nope.md) | the link \"nope.md\" | " + NO_POST + "fix the path",
        "[a](2014-04-05-too.md) | the link \"2014-04-05-too.md\" | "
            + NO_POST
            + "did you mean \"2014-04-05-two.md\"?",
        "[a](2014-04-06-hidden.md) | the link \"2014-04-06-hidden.md\" | "
            + NO_POST
            + "fix the path",
        "[a](deep/../nope.md) | the link \"deep/../nope.md\" | " + NO_POST + "fix the path",
        "![a](2014-04-06-hidden/secret.png) | the image \"2014-04-06-hidden/secret.png\" | the file belongs to a post"
            + " that is not published; move the file, or publish the post",
        "![a](/images/onee.png) | the image \"/images/onee.png\" | there is no such file; did you"
            + " mean \"/images/one.png\"?",
        "![a](/images/two.png) | the image \"/images/two.png\" | there is no such file; add it,"
            + " or fix the path",
      })
  void aReferenceInATextIsReportedAtItsLine(String body, String what, String fault)
      throws IOException {
    assertThat(check("Text.\n\n" + body))
        .containsExactly("2014-04-04-one.md:6: warning: " + what + " leads nowhere: " + fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[a](setup.exe) | that end in .exe | add \"exe\" to posts.media-types",
        "[a](demo.html#part) [b](demo.html) | that end in .html | add \"html\" to posts.media-types",
        "[a](Makefile) | without an extension | give them one",
      })
  void filesOfATypeThatIsNotServedAreReportedInTheSameWords(
      String body, String which, String remedy) throws IOException {
    String fault = "the post uses files " + which + ", which are not served; " + remedy;
    assertThat(check("Text.\n\n" + body)).containsExactly("2014-04-04-one.md:6: warning: " + fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "enclosure: gone.mp3 | enclosure: \"gone.mp3\" | there is no such file; " + ADD,
        "enclosure: tlak.mp3 | enclosure: \"tlak.mp3\" | there is no such file; did you mean"
            + " \"talk.mp3\"?",
        "enclosure: {url: gone.mp3, length: 5} | enclosure: \"gone.mp3\" | there is no such file; "
            + ADD,
        "image: nope.png | image: \"nope.png\" | there is no such file; " + ADD_IMAGE,
        "images: [nope.png, chart.png] | image: \"nope.png\" | there is no such file; " + ADD_IMAGE,
        "cover: {image: chrat.png} | image: \"chrat.png\" | there is no such file; did you mean"
            + " \"chart.png\"?",
        "image: charts.png | image: \"charts.png\" | there is no such file; did you mean"
            + " \"chart.png\"?",
        "image: /images/onee.png | image: \"/images/onee.png\" | there is no such file; did you"
            + " mean \"/images/one.png\"?",
      })
  void aFieldIsReportedAtItsLine(String field, String what, String fault) throws IOException {
    assertThat(check("", "2014-04-04-one.md", "---\ntitle: One\n" + field + "\n---\nText.\n"))
        .containsExactly("2014-04-04-one.md:3: warning: " + what + " leads nowhere: " + fault);
  }

  @Test
  void aReferenceThatIsDefinedApartIsReportedWhereItIsDefined() throws IOException {
    String body = "[one][a], ![two][b]\n\n[a]: nope.md\n[b]: <chrat.png> \"A chart\"";

    assertThat(check(body))
        .containsExactly(
            "2014-04-04-one.md:6: warning: the link \"nope.md\" leads nowhere: "
                + NO_POST
                + "fix the path",
            "2014-04-04-one.md:7: warning: the image \"chrat.png\" leads nowhere: there is no such"
                + " file; did you mean \"chart.png\"?");
  }

  /** A Mac writes an umlaut as two characters; keyboards write one. */
  @Test
  void aNameIsTheSameInEachSpellingOfUnicode() throws IOException {
    write("u\u0308ber.png", "x");
    write("f\u00fcr.png", "x");
    String body =
        "![a](\u00fcber.png) ![b](u\u0308ber.png) ![c](%C3%BCber.png) ![d](u%CC%88ber.png)\n"
            + "![e](fu\u0308r.png) ![f](fu%CC%88r.png)\n\n![g](fur.png)";

    assertThat(check(body))
        .containsExactly(
            "2014-04-04-one.md:7: warning: the image \"fur.png\" leads nowhere: there is no such"
                + " file; did you mean \"f\u00fcr.png\"?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "![a](chart.png)",
        "![a](Chart.png)",
        "![a](my%20file.png)",
        "[a](notes.txt)",
        "[a](talk.mp3?x=1#t=5)",
        "[a](2014-04-05-two.md#part)",
        "[a](images/)",
        "[a](about)",
        "[a](about.html)",
        "[a](#part)",
        "[a](?page=2)",
        "[a](www.example.org)",
        "[a](github.com/ada)",
        "[a](mailto:a@example.org)",
        "![a](/logo.png)",
        "![a](/assets/logo.png)",
        "[a](/downloads/data.zip)",
        "[a](/nope.md)",
        "![a](../../../images/logo.png)",
        "[a](../README.md)",
        "![a](../nowhere/logo.png)",
        "![a](https://other.example.net/images/none.png)",
        "![a](data:image/png;base64,AAAA)",
        "`![a](missing.png)`",
        "<!-- ![a](missing.png) -->",
      })
  void whatIsThereOrMayBeElsewhereIsNone(String body) throws IOException {
    List<String> problems = check(body);

    assertThat(problems.stream().filter(problem -> problem.contains("leads nowhere")))
        .allMatch(problem -> problem.contains("Chart.png"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"06-a/index.md", "06-a.md", "notes/06-a.md"})
  void filesAreFoundAtTheAddressesOfTheirPosts(String path) throws IOException {
    String flat = "posts: {permalink: /:slug/}\n";
    write("08-paging/index.md", "---\ntitle: P\ndate: 2014-04-04\nslug: paging\n---\nText.\n");
    write("08-paging/tables.png", "x");
    write("08-paging/img/deep.png", "x");
    write("08-paging/data.pdf", "x");
    write("08-paging/talk.mp3", "12345");
    write("09-flat.md", "---\ntitle: F\ndate: 2014-04-04\nslug: flat\n---\nText.\n");
    write("09-flat/own.png", "x");
    write("10-hidden/index.md", "---\ntitle: H\ndraft: true\nslug: hidden\n---\nText.\n");
    write("10-hidden/secret.png", "x");
    String text =
        "---\ntitle: One\ndate: 2014-04-04\nslug: a\nenclosure: ../paging/talk.mp3\n---\n"
            + "![a](../paging/tables.png) ![b](../paging/img/deep.png) [c](../paging/data.pdf)\n"
            + "![d](../flat/own.png) [e](../paging/) <video src=\"../paging/talk.mp3\"></video>\n";

    assertThat(check(flat, path, text)).isEmpty();
  }

  @Test
  void whatIsAtNoAddressOfAPostIsMissing() throws IOException {
    String flat = "posts: {permalink: /:slug/}\n";
    write("08-paging/index.md", "---\ntitle: P\ndate: 2014-04-04\nslug: paging\n---\nText.\n");
    write("08-paging/tables.png", "x");
    write("10-hidden/index.md", "---\ntitle: H\ndraft: true\nslug: hidden\n---\nText.\n");
    write("10-hidden/secret.png", "x");
    String text =
        "---\ntitle: One\ndate: 2014-04-04\n---\n![a](../paging/table.png)\n"
            + "![b](../hidden/secret.png)\n![c](../else/tables.png)\n";

    assertThat(check(flat, "06-a/index.md", text))
        .containsExactly(
            "06-a/index.md:5: warning: the image \"../paging/table.png\" leads nowhere: there is no"
                + " such file; "
                + ADD_IMAGE,
            "06-a/index.md:6: warning: the image \"../hidden/secret.png\" leads nowhere: there is"
                + " no such file; "
                + ADD_IMAGE,
            "06-a/index.md:7: warning: the image \"../else/tables.png\" leads nowhere: there is no"
                + " such file; did you mean \"../08-paging/tables.png\"?");
  }

  @Test
  void whereImagesHaveABaseTheyAreTheSites() throws IOException {
    String text = "---\ntitle: One\nimage: nope.png\n---\n![a](missing.png)\n[b](gone.pdf)\n";

    assertThat(check("posts: {image-base: /images/}\n", "2014-04-04-one.md", text))
        .containsExactly(
            "2014-04-04-one.md:6: warning: the link \"gone.pdf\" leads nowhere: there is no such"
                + " file; "
                + ADD);
  }

  @Test
  void whereAPageIsNoFolderItsNeighboursMayBeTheSites() throws IOException {
    String flat = "posts: {permalink: \"/blog/:slug.html\"}\n";
    String text = "---\ntitle: One\n---\n![a](files/missing.png)\n![b](images/none.png)\n";

    assertThat(check(flat, "2014-04-04-one.md", text))
        .containsExactly(
            "2014-04-04-one.md:5: warning: the image \"images/none.png\" leads nowhere: there is no"
                + " such file; did you mean \"images/one.png\"?");
  }

  @Test
  void whatIsInABundleIsItsOwn() throws IOException {
    String flat = "posts: {permalink: \"/blog/:slug.html\"}\n";
    String text = "---\ntitle: One\ndate: 2014-04-04\n---\n![a](in.png)\n![b](im.png)\n";

    assertThat(check(flat, "bundle/index.md", text))
        .containsExactly(
            "bundle/index.md:6: warning: the image \"im.png\" leads nowhere: there is no such file;"
                + " did you mean \"in.png\"?");
  }

  @Test
  void aGeneratorOfAnotherServerPublishesEveryFileOfABundle() throws IOException {
    String text = "---\ntitle: One\ndate: 2014-04-04\n---\n[a](main.go) [b](demo.html)\n";
    write("bundle/main.go", "x");
    write("bundle/demo.html", "x");

    assertThat(check("feeds: {url: \"https://feeds.ex.org/\"}\n", "bundle/index.md", text))
        .isEmpty();
    assertThat(check("", "bundle/index.md", text)).hasSize(2);
  }

  @Test
  void whereAnotherServerHasTheSitePathsFromItsTopAreItsOwn() throws IOException {
    String text = "---\ntitle: One\n---\n![a](/images/two.png)\n![b](chrat.png)\n";

    assertThat(check("feeds: {url: \"https://feeds.ex.org/\"}\n", "2014-04-04-one.md", text))
        .containsExactly(
            "2014-04-04-one.md:5: warning: the image \"chrat.png\" leads nowhere: there is no such"
                + " file; did you mean \"chart.png\"?");
  }

  @Test
  void oneReferenceIsReportedOnceAndOfManyTheFirst() throws IOException {
    String twice = "---\ntitle: One\nimage: chrat.png\n---\n[![a](chrat.png)](chrat.png)\n\n";
    StringBuilder body = new StringBuilder(twice);
    for (int i = 10; i < 30; i++) {
      body.append("![a](missing-").append(i).append(".png)\n");
    }
    List<String> problems = check("", "2014-04-04-one.md", body + "<script>x</script>\n");

    assertThat(problems).hasSize(11);
    assertThat(problems.stream().filter(problem -> problem.contains("chrat.png"))).hasSize(1);
    assertThat(problems.get(10)).contains("<script>");
  }
}
