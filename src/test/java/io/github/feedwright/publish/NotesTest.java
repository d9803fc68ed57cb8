package io.github.feedwright.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.identity.PublishedPosts;
import io.github.feedwright.library.Posts;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.publish.once.SiteCheck;
import io.github.feedwright.store.CacheStore;
import io.github.feedwright.web.cache.CacheLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Notes that are added to posts. */
final class NotesTest {
  private static final String SITE =
      """
      site: {title: Journal, url: "https://blog.example.org/", id: "tag:blog.example.org,2013"}
      """;

  private static final String LICENCE = SITE + "notes: {text: \"Licence: *CC BY*.\"}\n";

  @TempDir private Path posts;

  private SteppedSite on(String yaml) {
    return SteppedSite.on(posts, yaml, CacheLimits.USUAL);
  }

  private void write(String name, String fields) throws IOException {
    SteppedSite.write(
        posts, name + ".md", "---\ndate: 2020-01-01\n" + fields + "\n---\nText.\n\nMore.\n");
  }

  /** The HTML of the only entry, as JSON Feed has it. */
  private String html(String yaml) {
    try (SteppedSite site = on(yaml)) {
      return html(site);
    }
  }

  private static String html(SteppedSite site) {
    String json = site.body("/feed.json");
    int from = json.indexOf("\"content_html\"");
    return from < 0
        ? "none"
        : json.substring(json.indexOf(": \"", from) + 3, json.indexOf("\",", from))
            .replace("\\n", "\n")
            .replace("\\\"", "\"");
  }

  @Test
  void aNoteFollowsTheTextOfAWholeEntryAfterARule() throws Exception {
    write("a", "title: A");
    assertThat(html(LICENCE))
        .isEqualTo(
            """
            <p>Text.</p>
            <p>More.</p>
            <hr>
            <p class="note">Licence: <em>CC BY</em>.</p>
            """);
    try (SteppedSite site = on(LICENCE)) {
      assertThat(site.body("/rss.xml")).contains("Licence: &lt;em&gt;CC BY&lt;/em&gt;.");
      assertThat(site.body("/atom.xml")).contains("Licence: &lt;em&gt;CC BY&lt;/em&gt;.");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'[x](file.pdf)', '<a href=\"https://blog.example.org/file.pdf\">x</a>'",
    "'![x](<a b/c.png>)', '<img src=\"https://blog.example.org/a%20b/c.png\" alt=\"x\">'",
    "'[x](about/)', '<a href=\"https://blog.example.org/about/\">x</a>'",
    "'[x](/about.html)', '<a href=\"https://blog.example.org/about.html\">x</a>'",
    "'[x](#y)', '<a href=\"https://blog.example.org/#y\">x</a>'",
  })
  void aRelativeAddressBeginsAtTheRootOfThePostsAndOfTheSite(String text, String html)
      throws Exception {
    write("essays/a", "title: A");
    SteppedSite.write(posts, "file.pdf", "");
    SteppedSite.write(posts, "a b/c.png", "");
    try (SteppedSite site = on(SITE + "notes: {text: '" + text + "'}\n")) {
      assertThat(html(site)).contains(html);
      assertThat(site.problems()).isEmpty();
    }
  }

  @Test
  void anImageOfANoteBelongsToTheImageBaseAndAPostIsNamedByItsAddress() throws Exception {
    write("a", "title: A");
    String yaml =
        SITE + "posts: {image-base: /img/}\n" + "notes: {text: \"![x](c.png) [y](a.md)\"}\n";
    assertThat(html(yaml)).contains("src=\"https://blog.example.org/img/c.png\"");
    try (SteppedSite site = on(yaml)) {
      assertThat(site.problems().stream().map(Problem::message))
          .containsExactly(
              "notes: the link \"a.md\" leads nowhere: there is no such post, or it is not"
                  + " published; fix the path");
    }
  }

  @Test
  void summariesExcerptsAndPagesAreWithoutIt() throws Exception {
    write("a", "title: A");
    try (SteppedSite site = on(LICENCE)) {
      assertThat(site.body("/2020/01/01/a/")).doesNotContain("Licence");
      assertThat(site.body("/feed.json")).contains("\"summary\": \"Text.\"");
      assertThat(site.body("/atom.xml")).doesNotContain("<summary type=\"text\">Text. Licence");
    }
    write("a", "title: A\nfeed_content: excerpt");
    assertThat(html(LICENCE)).doesNotContain("Licence");
    write("a", "title: A");
    assertThat(html(LICENCE + "feeds: {content: excerpt}\n")).doesNotContain("Licence");
  }

  @Test
  void aPostMayRefuseNotes() throws Exception {
    write("a", "title: A\nnote: false");
    assertThat(html(LICENCE)).isEqualTo("<p>Text.</p>\n<p>More.</p>\n");
    write("a", "title: A\nnote: to myself");
    assertThat(html(LICENCE)).contains("Licence");
  }

  @Test
  void twoNotesAreBothThereOnceEachInTheirOrder() throws Exception {
    write("a", "title: A\ncategory: Work\nauthor: Ada\ntags: x");
    String yaml =
        SITE
            + """
            notes:
              - {text: One, to: [category/work, tag/x]}
              - {text: Two, to: author/ada}
              - {text: Three, to: tag/y}
              - {text: Four, not: [tag/x]}
              - {text: Zero, place: start}
            """;
    assertThat(html(yaml))
        .isEqualTo(
            """
            <p class="note">Zero</p>
            <hr>
            <p>Text.</p>
            <p>More.</p>
            <hr>
            <p class="note">One</p>
            <p class="note">Two</p>
            """);
  }

  @Test
  void aNoteCanBeOnPagesToo() throws Exception {
    write("a", "title: A");
    try (SteppedSite site = on(SITE + "notes: {text: Licence, in: pages}\n")) {
      assertThat(site.body("/2020/01/01/a/")).contains("<p class=\"note\">Licence</p>");
      assertThat(html(site)).doesNotContain("Licence");
    }
  }

  @Test
  void aNoteIsCleanedAsAPostIsAndItsProblemNamesItsLine() throws Exception {
    write("a", "title: A");
    String yaml =
        SITE
            + """
            notes:
              - text: Fine
              - text: "**Bold <script>alert(1)</script>"
            """;
    try (SteppedSite site = on(yaml)) {
      assertThat(html(site)).contains("<p class=\"note\">**Bold </p>").doesNotContain("script");
      assertThat(site.problems())
          .extracting(Problem::toString)
          .singleElement()
          .asString()
          .startsWith("config.yaml:4: warning: notes: ")
          .contains("script");
    }
    assertThat(
            SiteCheck.of(
                    Posts.settings(yaml).withPosts(posts),
                    Clock.systemUTC(),
                    CacheStore.none(),
                    PublishedPosts.NONE,
                    (done, all) -> {})
                .problems())
        .singleElement()
        .asString()
        .startsWith("config.yaml:4: warning: notes: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{title}| &lt;b&gt;&amp; \"x",
        "{date}| 2020-01-01",
        "{author}| Ada &amp; Co",
        "{category}| R&amp;D",
        "[here]({url})| <a href=\"https://blog.example.org/2020/01/01/a/\">here</a>",
        "<{url}>| <a href=\"https://blog.example.org/2020/01/01/a/\">https://blog.example.org/2020/01/01/a/</a>",
        "[r](mailto:a@b.org?subject={title})| <a href=\"mailto:a@b.org?subject=%3Cb%3E%26%20%22x\">r</a>",
        "[a](https://x.org/?u={url}&y=1)| <a href=\"https://x.org/?u=https://blog.example.org/2020/01/01/a/&amp;y=1\">a</a>",
        "{unknown}| {unknown}",
        "\\{title}| {title}",
      })
  void placeholdersAreFilledInAndEscaped(String text, String html) throws Exception {
    write("a", "title: '&lt;b&gt;&amp; \"x'\nauthor: Ada & Co\ncategories: [R&D, other]");
    String note = html(SITE + "notes:\n  - text: '" + text + "'\n");
    assertThat(note.replace("&quot;", "\"")).contains("<p class=\"note\">" + html + "</p>");
  }

  @ParameterizedTest
  @CsvSource({
    "'[Comments]({url}#comments)', '%C3%BC/#comments\">Comments</a>'",
    "'[Comments]({url}?reply=1)', '%C3%BC/?reply=1\">Comments</a>'",
    "'[x](https://x.org/?u={url})', '%25C3%25BC/\">x</a>'",
  })
  void anAddressIsEncodedOnlyInAnotherOne(String text, String html) throws Exception {
    write("\u00fc", "title: A");
    assertThat(html(SITE + "notes: {text: '" + text + "'}\n")).contains(html);
  }

  @Test
  void theProblemOfANoteOfManyLinesNamesTheLine() throws Exception {
    write("a", "title: A");
    String text = "notes:\n  - text: |\n      One\n\n      Two\n\n      <script>x</script>\n";
    try (SteppedSite site = on(SITE + text)) {
      assertThat(site.problems())
          .extracting(Problem::toString)
          .singleElement()
          .asString()
          .startsWith("config.yaml:8: warning: notes: ");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{tittle}| did you mean {title}?",
        "{Title}| did you mean {title}?",
        "{ url }| did you mean {url}?",
        "{{date}}| did you mean {date}?",
        "{post.category}| did you mean {category}?",
        "{tags}| placeholders are {title}, {url}, {date}, {author}, {category};"
            + " write \\{ before a text that is none",
      })
  void whatLooksLikeAPlaceholderAndIsNoneIsReportedWithItsLine(String text, String advice)
      throws Exception {
    write("a", "title: A");
    try (SteppedSite site = on(SITE + "notes:\n  - text: |\n      One\n\n      " + text + "\n")) {
      assertThat(site.problems())
          .extracting(Problem::toString)
          .containsExactly(
              "config.yaml:6: warning: notes: \"" + text + "\" is no placeholder; " + advice);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\\{tags}",
        "a {b, c}",
        "x{",
        "{}",
        "{two words}",
        "{title}{url}",
        "`{tags}`",
        "[x]({title}.pdf)",
        "$\\frac{a}{b}$"
      })
  void otherBracesAreText(String text) throws Exception {
    write("a", "title: A");
    try (SteppedSite site = on(SITE + "notes:\n  - text: '" + text + "'\n")) {
      assertThat(site.problems()).isEmpty();
    }
  }

  @Test
  void aTermOfANoteThatNoPostHasIsReportedUntilAPostHasIt() throws Exception {
    write("a", "title: A\ntags: python");
    String yaml =
        SITE
            + "notes:\n  - {text: One, to: tag/pyton}\n  - {text: Two, not: [author/ada, tag/python]}\n";
    try (SteppedSite site = on(yaml)) {
      assertThat(site.problems())
          .extracting(Problem::toString)
          .containsExactlyInAnyOrder(
              "config.yaml:3: warning: notes: no post has tag/pyton; did you mean tag/python?",
              "config.yaml:4: warning: notes: no post has author/ada; correct it, or leave it until a"
                  + " post has it");
      site.write("b.md", "---\ndate: 2020-01-02\nauthor: Ada\ntags: pyton\n---\nText.\n");
      assertThat(site.problems()).isEmpty();
    }
  }

  @Test
  void checkKnowsTheTermsOfPostsWithoutAnythingPublished() throws Exception {
    write("a", "title: A\ncategory: c\ntags: a");
    assertThat(
            SiteCheck.of(
                    Posts.settings(SITE + "notes: {text: hi, to: [tag/a], not: [category/c]}\n")
                        .withPosts(posts),
                    Clock.systemUTC(),
                    CacheStore.none(),
                    PublishedPosts.NONE,
                    (done, all) -> {})
                .problems())
        .isEmpty();
  }

  @Test
  void aFileThatANoteShowsAndThatIsNotThereIsReportedUntilItIs() throws Exception {
    write("a", "title: A");
    try (SteppedSite site = on(SITE + "notes: {text: \"![i](pics/no.png)\"}\n")) {
      assertThat(site.problems())
          .extracting(Problem::toString)
          .containsExactly(
              "config.yaml:2: warning: notes: \"pics/no.png\" leads nowhere: there is no such file in"
                  + " the posts directory that is served; add it, or fix the path");
      site.write("pics/no.png", "");
      assertThat(site.problems()).isEmpty();
    }
  }

  @Test
  void aHeadingOfANoteHasNoIdBecauseManyEntriesOnOnePageMayShowIt() throws Exception {
    write("a", "title: A");
    assertThat(html(SITE + "notes: [{text: \"## Sponsor\"}, {text: \"## Sponsor\"}]\n"))
        .contains("<h2>Sponsor</h2>")
        .doesNotContain("id=");
  }

  @Test
  void aNoteCanBeForALanguage() throws Exception {
    write("a", "title: A\nlang: fr");
    String yaml = SITE + "languages: [en, fr]\nnotes: {text: Licence, to: language/%s}\n";
    assertThat(html(yaml.formatted("fr"))).contains("<p class=\"note\">Licence</p>");
    assertThat(html(yaml.formatted("en"))).doesNotContain("Licence");
  }

  @Test
  void severalBlocksAreInOneElement() throws Exception {
    write("a", "title: A");
    assertThat(html(SITE + "notes:\n  - text: |\n      One\n\n      - two\n"))
        .endsWith("<hr>\n<div class=\"note\">\n<p>One</p>\n<ul>\n<li>two</li>\n</ul>\n</div>\n");
  }

  @Test
  void anEditedNoteChangesFeedsAndNoDates() throws Exception {
    write("a", "title: A\nmodified: 2020-02-02");
    try (SteppedSite site = on(LICENCE)) {
      String before = site.body("/atom.xml");
      site.reconfigure(LICENCE.replace("CC BY", "CC BY-SA"));
      String after = site.body("/atom.xml");
      assertThat(after).contains("CC BY-SA").isEqualTo(before.replace("CC BY", "CC BY-SA"));
      assertThat(site.held().count()).isZero();
    }
  }
}
