package io.github.feedwright.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.problem.Problem;
import io.github.feedwright.web.LinkedFile;
import io.github.feedwright.web.cache.CacheLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files and posts that come and go: what is served, and what is reported, follows them. */
final class LinkedFilesTest {
  private static final String SITE =
      """
      site: {title: T, url: "https://example.org/", id: "tag:example.org,2013"}
      """;
  private static final String NO_FILE =
      "2014-01-02-one.md:4: warning: the link \"data.zip\" leads nowhere: there is no such file; add"
          + " it next to the post, or fix the path";

  @TempDir private Path posts;

  @BeforeEach
  void write() throws IOException {
    SteppedSite.write(posts, "2014-01-02-one.md", post("One", "[a](data.zip)"));
    SteppedSite.write(posts, "2014-01-01-two.md", post("Two", "Text."));
  }

  private static String post(String head, String body) {
    return "---\ntitle: " + head + "\n---\n" + body + "\n";
  }

  private static boolean isServed(SteppedSite site, String path) {
    return site.snapshot().find(path, null) instanceof LinkedFile linked
        && linked.file().join().isPresent();
  }

  private static List<String> problems(SteppedSite site) {
    return site.problems().stream().map(Problem::toString).toList();
  }

  @Test
  void aMissingFileIsReportedUntilItComesAndAfterItHasGone() throws IOException {
    try (SteppedSite site = SteppedSite.on(posts, SITE, CacheLimits.USUAL)) {
      assertThat(problems(site)).containsExactly(NO_FILE);
      assertThat(site.body("/atom.xml")).contains("https://example.org/2014/01/02/one/data.zip");
      site.write("data.zip", "data");
      assertThat(problems(site)).isEmpty();
      assertThat(isServed(site, "/data.zip")).isTrue();
      assertThat(site.body("/atom.xml")).contains("\"https://example.org/data.zip\"");
      site.delete("data.zip");
      assertThat(problems(site)).containsExactly(NO_FILE);
      assertThat(isServed(site, "/data.zip")).isFalse();
    }
  }

  @Test
  void anAddressIsReportedUntilItsPostComesAndAfterItHasGone() throws IOException {
    String links = "[a](/2014/01/03/three/) [b](/tags/new/) [c](/2015/five/)";
    SteppedSite.write(posts, "2014-01-02-one.md", post("One", links));
    String noPost = " leads nowhere: there is no such post, or it is not published; fix the path";
    String noTag =
        " leads nowhere: no post has the tag \"new\"; fix the path, or give a post this tag";
    String one = "2014-01-02-one.md:4: warning: the link \"/2014/01/03/three/\"" + noPost;
    String tag = "2014-01-02-one.md:4: warning: the link \"/tags/new/\"" + noTag;
    String five = "2014-01-02-one.md:4: warning: the link \"/2015/five/\"" + noPost;
    try (SteppedSite site = SteppedSite.on(posts, SITE, CacheLimits.USUAL)) {
      assertThat(problems(site)).containsExactlyInAnyOrder(one, tag);
      site.write("2014-01-03-three.md", post("Three", "Text."));
      assertThat(problems(site)).containsExactly(tag);
      site.write("2014-01-03-three.md", post("Three\ntags: [new]", "Text."));
      assertThat(problems(site)).isEmpty();
      site.write("2014-01-01-two.md", post("Two\npermalink: /2014/two/", "Text."));
      assertThat(problems(site)).containsExactly(five);
      site.write("2014-01-01-two.md", post("Two\naliases: [/2015/five/]", "Text."));
      assertThat(problems(site)).isEmpty();
      site.delete("2014-01-03-three.md");
      assertThat(problems(site)).containsExactlyInAnyOrder(one, tag);
    }
  }

  @Test
  void aFileIsServedUntilTheLastLinkToItIsGone() throws IOException {
    SteppedSite.write(posts, "data.zip", "data");
    try (SteppedSite site = SteppedSite.on(posts, SITE, CacheLimits.USUAL)) {
      assertThat(isServed(site, "/data.zip")).isTrue();
      site.write("2014-01-01-two.md", post("Two\nenclosure: data.zip", "Text."));
      site.write("2014-01-02-one.md", post("One", "`data.zip`"));
      assertThat(isServed(site, "/data.zip")).isTrue();
      site.write("2014-01-01-two.md", post("Two\nenclosure: data.zip\ndraft: true", "Text."));
      assertThat(isServed(site, "/data.zip")).isFalse();
      site.write("2014-01-01-two.md", post("Two\nenclosure: data.zip", "Text."));
      assertThat(isServed(site, "/data.zip")).isTrue();
      site.delete("2014-01-01-two.md");
      assertThat(isServed(site, "/data.zip")).isFalse();
    }
  }

  @Test
  void aFileOfAnotherPostIsServedWhileThatPostIsShown() throws IOException {
    String hidden =
        "2014-01-02-one.md:4: warning: the link \"2014-01-01-two/data.zip\" leads nowhere: the file"
            + " belongs to a post that is not published; move the file, or publish the post";
    SteppedSite.write(posts, "2014-01-01-two/data.zip", "data");
    SteppedSite.write(posts, "2014-01-02-one.md", post("One", "[a](2014-01-01-two/data.zip)"));
    try (SteppedSite site = SteppedSite.on(posts, SITE, CacheLimits.USUAL)) {
      assertThat(problems(site)).isEmpty();
      assertThat(isServed(site, "/2014-01-01-two/data.zip")).isTrue();
      site.write("2014-01-01-two.md", post("Two\ndraft: true", "Text."));
      assertThat(problems(site)).containsExactly(hidden);
      assertThat(isServed(site, "/2014-01-01-two/data.zip")).isFalse();
      site.write("2014-01-01-two.md", post("Two", "Text."));
      assertThat(problems(site)).isEmpty();
      assertThat(isServed(site, "/2014-01-01-two/data.zip")).isTrue();
    }
  }

  @Test
  void aFileIsFoundAtTheAddressOfItsPostWhileThatPostHasIt() throws IOException {
    SteppedSite.write(posts, "2014-01-01-two/data.zip", "data");
    SteppedSite.write(posts, "2014-01-02-one.md", post("One", "[a](../../01/two/data.zip)"));
    try (SteppedSite site = SteppedSite.on(posts, SITE, CacheLimits.USUAL)) {
      assertThat(isServed(site, "/2014-01-01-two/data.zip")).isTrue();
      assertThat(site.body("/atom.xml"))
          .contains("\"https://example.org/2014-01-01-two/data.zip\"");
      site.write("2014-01-01-two.md", post("Two\nslug: other", "Text."));
      assertThat(isServed(site, "/2014-01-01-two/data.zip")).isFalse();
      site.write("2014-01-01-two.md", post("Two", "Text."));
      assertThat(isServed(site, "/2014-01-01-two/data.zip")).isTrue();
    }
  }

  @Test
  void aLinkToAPostIsReportedWhileThatPostIsNotShown() throws IOException {
    SteppedSite.write(posts, "2014-01-02-one.md", post("One", "[a](2014-01-01-two.md)"));
    try (SteppedSite site = SteppedSite.on(posts, SITE, CacheLimits.USUAL)) {
      assertThat(problems(site)).isEmpty();
      site.delete("2014-01-01-two.md");
      assertThat(problems(site))
          .containsExactly(
              "2014-01-02-one.md:4: warning: the link \"2014-01-01-two.md\" leads nowhere: there is"
                  + " no such post, or it is not published; fix the path");
      site.write("2014-01-01-two.md", post("Two", "Text."));
      assertThat(problems(site)).isEmpty();
    }
  }

  @Test
  void aTypeThatIsAddedIsServedFromThenOnAndNoLongerReported() throws IOException {
    SteppedSite.write(posts, "2014-01-02-one.md", post("One", "[a](model.stl) [b](demo.html)"));
    SteppedSite.write(posts, "model.stl", "model");
    SteppedSite.write(posts, "demo.html", "<p>demo");
    try (SteppedSite site = SteppedSite.on(posts, SITE, CacheLimits.USUAL)) {
      assertThat(problems(site)).hasSize(2);
      assertThat(isServed(site, "/model.stl")).isFalse();
      site.reconfigure(SITE + "posts: {media-types: {stl: model/stl, html: text/html}}\n");
      assertThat(problems(site)).isEmpty();
      assertThat(isServed(site, "/model.stl")).isTrue();
      assertThat(isServed(site, "/demo.html")).isTrue();
      site.reconfigure(SITE);
      assertThat(problems(site)).hasSize(2);
      assertThat(isServed(site, "/model.stl")).isFalse();
    }
  }

  @Test
  void htmlThatBecomesAPostIsNoFileAnyMore() throws IOException {
    SteppedSite.write(posts, "2014-01-02-one.md", post("One", "[a](2014-01-03-demo.html)"));
    SteppedSite.write(posts, "2014-01-03-demo.html", "<p>demo");
    String types = SITE + "posts: {media-types: {html: text/html}}\n";
    try (SteppedSite site = SteppedSite.on(posts, types, CacheLimits.USUAL)) {
      assertThat(isServed(site, "/2014-01-03-demo.html")).isTrue();
      site.write("2014-01-03-demo.html", post("Draft\ndraft: true", "<p>secret"));
      assertThat(isServed(site, "/2014-01-03-demo.html")).isFalse();
      // Its front matter was lost: what a post was is never served as a file.
      site.write("2014-01-03-demo.html", "<p>secret");
      assertThat(isServed(site, "/2014-01-03-demo.html")).isFalse();
    }
  }

  /** Which posts may link to a file is looked up by a part of its name. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "data.zip | [a](data.zip)",
        "data.zip | [a](./data.zip#part)",
        "data.zip | [a](<data.zip>)",
        "data.zip | <a href='data.zip'>a</a>",
        "data.zip | https://example.org/data.zip.",
        "data.zip | [a]: data.zip",
        "data.zip | [a](%64ata.zip) data.zip",
        "my data.zip | [a](my%20data.zip)",
        "my data.zip | [a](<my data.zip>)",
        "my_data-1.zip | [a](my\\_data-1.zip)",
        "-a & b-.zip | [a](-a%20&amp;%20b-.zip)",
        "50%data.zip | [a](50%25data.zip)",
        "50%data.zip | [a](50%data.zip)",
        "cafés.zip | [a](caf%C3%A9s.zip)",
        "日本.zip | [a](日本.zip)",
        "日本.zip | [a](%E6%97%A5%E6%9C%AC.zip)",
        "files/data.zip | [a](/files/data.zip?x=1)",
      })
  void aLinkIsFoundInEachNotation(String file, String body) throws IOException {
    SteppedSite.write(posts, "2014-01-02-one.md", post("One", body + "\n\n[a]"));
    SteppedSite.write(posts, file, "data");
    try (SteppedSite site = SteppedSite.on(posts, SITE, CacheLimits.USUAL)) {
      assertThat(isServed(site, "/" + file)).isTrue();
    }
  }
}
