package io.github.feedwright.intake.state;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.github.feedwright.library.Posts;
import io.github.feedwright.post.author.Authors;
import io.github.feedwright.post.reading.ParsedPost;
import io.github.feedwright.post.reading.PostParser;
import io.github.feedwright.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which posts the index of a page bundle keeps back. */
final class PageBundlesTest {
  private static final Instant NOW = Instant.parse("2030-05-05T12:00:00Z");
  private static final String DATED = "title: T\ndate: 2020-01-01";
  private static final String DRAFT = DATED + "\ndraft: true";
  private static final String BROKEN = "title: T: T";

  private final PostParser parser = new PostParser(Posts.settings(), Authors.none());
  private final FileState fileState = new FileState();

  private void put(String path, String frontMatter) {
    fileState.put(path, read(path, frontMatter), "");
  }

  private ParsedPost read(String path, String frontMatter) {
    String lines = frontMatter.replace(" / ", "\n");
    String text = lines.matches("(?s)[a-z_]+: .*") ? "---\n" + lines + "\n---\nText.\n" : lines;
    return parser.parse(path, text.getBytes(StandardCharsets.UTF_8));
  }

  private Set<String> turn(Instant now) {
    Set<String> refreshed = fileState.refresh(now);
    fileState.markPublished(now);
    return refreshed;
  }

  private boolean shows(String path) {
    return fileState.showing(path, NOW) != null;
  }

  private List<String> problems() {
    return fileState.problems().stream().map(Problem::toString).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // The index does not show, or nobody can tell.
        "trip/index.md | title: T / date: 2020-01-01 / draft: true | trip/a.md | date: 2020-01-01 | no",
        "trip/index.html | title: T / published: false | trip/a.md | date: 2020-01-01 | no",
        "trip/index.de.md | title: T / draft: true | trip/a.md | date: 2020-01-01 | no",
        "trip/Index.md | title: T / draft: true | trip/a.md | date: 2020-01-01 | no",
        "trip/INDEX.de.MD | title: T / draft: true | trip/b/a.md | date: 2020-01-01 | no",
        "trip/index.html.md | title: T / draft: true | trip/a.md | date: 2020-01-01 | no",
        "trip/index.md | title: T / draft: true | trip/b/c/a.md | date: 2020-01-01 | no",
        "trip/index.md | title: T / draft: true | trip/b/index.md | date: 2020-01-01 | no",
        "trip/index.md | title: T / draft: true | trip/2020-01-01-a.md | title: A | no",
        "trip/index.md | layout: page / draft: true | trip/a.md | date: 2020-01-01 | no",
        "trip/index.md | title: T / date: 2031-01-01 | trip/a.md | date: 2020-01-01 | no",
        "trip/index.md | date: 2020-01-01 / expiryDate: 2021-01-01 | trip/a.md | date: 2020-01-01 | no",
        "trip/index.md | title: T: T | trip/a.md | date: 2020-01-01 | no",
        "trip/index.md | title: T / date: TBD | trip/a.md | date: 2020-01-01 | no",
        "2020-13-01-trip/index.md | title: T | 2020-13-01-trip/a.md | date: 2020-01-01 | no",
        "a\u0308/index.md | title: T / draft: true | \u00e4/a.md | date: 2020-01-01 | no",
        // It shows.
        "trip/index.md | title: T / date: 2020-01-01 | trip/a.md | date: 2020-01-01 | yes",
        "trip/index.md | title: T / date: 2020-01-01 | trip/a.md | pubdate: 2020-01-01 | yes",
        "trip/index.md | title: T / date: 2020-01-01 | trip/2020-01-01-a.md | title: A | yes",
        "trip/index.md | title: T / date: 2020-01-01 | trip/2020/01/01/a.md | title: A | yes",
        "trip/index.md | title: T / date: 2020-01-01 | trip/a.md | path: 2020/01/01/a | yes",
        "2020/01/01/trip/index.md | title: T | 2020/01/01/trip/a.md | title: A | no",
        "2020/01/01/trip/index.md | title: T | 2020/01/01/trip/b/index.md | title: A | no",
        // It is no post.
        "trip/index.md | title: T | trip/a.md | date: 2020-01-01 | yes",
        "trip/index.md | layout: page | trip/a.md | date: 2020-01-01 | yes",
        // It is none of that folder.
        "trip/index.md | title: T / draft: true | trip/index.de.md | date: 2020-01-01 | yes",
        "trip/index.md | title: T / draft: true | trips/a.md | date: 2020-01-01 | yes",
        "trip/index.md | title: T / draft: true | trip.md | date: 2020-01-01 | yes",
        "index.md | title: T / draft: true | a.md | date: 2020-01-01 | yes",
        "index.md | title: T / draft: true | trip/a.md | date: 2020-01-01 | yes",
        "_posts/index.md | title: T / draft: true | _posts/a.md | date: 2020-01-01 | yes",
        "a/_posts/b/index.md | title: T / draft: true | a/_posts/b/a.md | date: 2020-01-01 | yes",
        "trip/reindex.md | title: T / draft: true | trip/a.md | date: 2020-01-01 | yes",
        // A section says that it is a draft, or nobody can tell.
        "blog/_index.md | draft: true | blog/a.md | date: 2020-01-01 | no",
        "blog/_Index.md | draft: true | blog/a.md | date: 2020-01-01 | no",
        "blog/_index.html | draft: yes | blog/b/c/2020-01-01-a.md | title: A | no",
        "blog/_index.de.md | draft: true | blog/b/index.md | date: 2020-01-01 | no",
        "blog/_index.md | draft: true | blog/index.md | date: 2020-01-01 | no",
        "blog/_index.md | draft: true | blog/_posts/a.md | date: 2020-01-01 | no",
        "blog/_posts/_index.md | draft: true | blog/_posts/a.md | date: 2020-01-01 | no",
        "a\u0308/_index.md | draft: true | \u00e4/a.md | date: 2020-01-01 | no",
        "_index.md | draft: true | a.md | date: 2020-01-01 | no",
        "_index.md | draft: true | index.md | date: 2020-01-01 | no",
        "_index.md | draft: true | blog/b/a.md | date: 2020-01-01 | no",
        "blog/_index.md | +++ / draft = true / +++ | blog/a.md | date: 2020-01-01 | no",
        "blog/_index.md | {\"draft\": true} | blog/a.md | date: 2020-01-01 | no",
        "blog/_index.md | cascade: {draft: true} | blog/a.md | date: 2020-01-01 | no",
        "blog/_index.md | cascade: [{type: x}, {draft: true}] | blog/a.md | date: 2020-01-01 | no",
        "blog/_index.md | +++ / [cascade] / draft = true / +++ | blog/a.md | date: 2020-01-01 | no",
        "blog/_index.md | +++ / [[cascade]] / draft = true / +++ | blog/a.md | date: 2020-01-01 | no",
        "blog/_index.md | cascade: {_target: {path: x}, draft: true} | blog/a.md | date: 2020-01-01 | no",
        "blog/_index.md | cascade: [{target: {path: x}, draft: true}] | blog/a.md | date: 2020-01-01 | no",
        "blog/_index.md | cascade: [{target: {kind: page}, draft: true}] | blog/a.md | date: 2020-01-01 | no",
        "blog/_index.md | cascade: [{target: {kind: '{page,section}'}, draft: true}] | blog/a.md | date: 2020-01-01 | no",
        "blog/_index.md | +++ / [[cascade]] / draft = true / [cascade._target] / path = 'x' / +++ | blog/a.md | date: 2020-01-01 | no",
        "blog/_index.md | {\"cascade\": {\"target\": {\"path\": \"x\"}, \"draft\": true}} | blog/a.md | date: 2020-01-01 | no",
        "_index.md | cascade: {target: {path: x}, draft: true} | blog/a.md | date: 2020-01-01 | no",
        "blog/_index.md | draft: maybe | blog/a.md | date: 2020-01-01 | no",
        "blog/_index.md | draft: !!x true | blog/a.md | date: 2020-01-01 | no",
        "blog/_index.md | published: false | blog/a.md | date: 2020-01-01 | no",
        "blog/_index.md | status: Draft | blog/a.md | date: 2020-01-01 | no",
        "blog/_index.md | title: T: T | blog/a.md | date: 2020-01-01 | no",
        // It does not, or is none of that folder.
        "blog/_index.md | title: T | blog/a.md | date: 2020-01-01 | yes",
        "blog/_index.md | Text: without front matter. | blog/a.md | date: 2020-01-01 | yes",
        "blog/_index.md | '' | blog/a.md | date: 2020-01-01 | yes",
        "blog/_index.md | draft: false | blog/a.md | date: 2020-01-01 | yes",
        "blog/_index.md | date: 2031-01-01 | blog/a.md | date: 2020-01-01 | yes",
        "blog/_index.md | expiryDate: 2001-01-01 | blog/a.md | date: 2020-01-01 | yes",
        "blog/_index.md | status: odd / published: 2031-01-01 | blog/a.md | date: 2020-01-01 | yes",
        "blog/_index.md | cascade: {draft: false} | blog/a.md | date: 2020-01-01 | yes",
        "blog/_index.md | cascade: {_target: {path: x}, draft: false} | blog/a.md | date: 2020-01-01 | yes",
        "blog/_index.md | cascade: [{target: {path: x}, type: x}] | blog/a.md | date: 2020-01-01 | yes",
        "blog/_index.md | cascade: draft | blog/a.md | date: 2020-01-01 | yes",
        "blog/_index.md | cascade: {_target: {kind: taxonomy}, draft: true} | blog/a.md | date: 2020-01-01 | yes",
        "blog/_index.md | cascade: [{target: {kind: Term}, draft: true}] | blog/a.md | date: 2020-01-01 | yes",
        "blog/_index.md | draft: true | a.md | date: 2020-01-01 | yes",
        "blog/_index.md | draft: true | blogs/a.md | date: 2020-01-01 | yes",
        "_index.md | title: T: T | a.md | date: 2020-01-01 | yes",
      })
  void anIndexKeepsBackWhatMayBeAPartOfIt(
      String index, String ofIndex, String path, String ofPath, String shows) {
    put(path, ofPath);
    turn(NOW);
    put(index, ofIndex);
    turn(NOW);

    assertThat(shows(path)).isEqualTo(shows.equals("yes"));
    assertThat(problems().stream().filter(problem -> problem.startsWith(path + ":1: warning: ")))
        .hasSize(shows.equals("yes") ? 0 : 1);
  }

  /** Hugo 0.111.3 was run on these. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "date: 2031-01-01 | no",
        "publishDate: 2031-01-01 | no",
        "date: 2020-01-01 / publishDate: 2031-01-01 | no",
        "expiryDate: 2001-01-01 | no",
        "cascade: {publishDate: 2031-01-01} | no",
        "cascade: {date: 2031-01-01} | no",
        "cascade: {expiryDate: 2001-01-01} | no",
        "cascade: [{expirydate: 2001-01-01}] | no",
        "date: 2020-01-01 / pubdate: 2031-01-01 | no",
        "date: 2020-01-01 / published: 2031-01-01 | no",
        "cascade: {pubdate: 2031-01-01} | no",
        "cascade: {published: 2031-01-01} | no",
        "cascade: {_target: {kind: page}, expiryDate: 2001-01-01} | no",
        "created: 2031-01-01 | yes",
        "date: {created: 2031-01-01} | yes",
        "cascade: {_target: {kind: section}, expiryDate: 2001-01-01} | no",
        "cascade: {_target: {kind: section}, draft: true} | no",
        "cascade: {_target: {kind: term}, draft: true} | yes",
        "url: /2031/01/02/ | yes",
        "date: 2029-01-01 | yes",
        "title: T / tags: {a: b} / publishDate: 2029-01-01 / expiryDate: 2031-01-01 | yes",
        "cascade: {expiryDate: 2031-01-01} | yes",
      })
  void inHugoTheDatesOfASectionHoldForAllBelow(String section, String shows) {
    PostParser hugo = new PostParser(Posts.settings("posts: {generator: hugo}"), Authors.none());
    String text = "---\n" + section.replace(" / ", "\n") + "\n---\n";
    fileState.put(
        "blog/_index.md", hugo.parse("blog/_index.md", text.getBytes(StandardCharsets.UTF_8)), "");
    put("blog/b/a.md", DATED);
    turn(NOW);

    assertThat(shows("blog/b/a.md")).isEqualTo(shows.equals("yes"));
    assertThat(shows("blog/_index.md")).isFalse();
    assertThat(problems()).hasSize(shows.equals("yes") ? 0 : 1);
  }

  @Test
  void aSectionOpensAndClosesAtItsTimes() {
    PostParser hugo = new PostParser(Posts.settings("posts: {generator: hugo}"), Authors.none());
    String text = "---\npublishDate: 2030-06-01\nexpiryDate: 2030-07-01\n---\n";
    fileState.put(
        "blog/_index.md", hugo.parse("blog/_index.md", text.getBytes(StandardCharsets.UTF_8)), "");
    put("blog/a.md", DATED);
    turn(NOW);
    assertThat(shows("blog/a.md")).isFalse();
    assertThat(fileState.nextChange()).isEqualTo(Instant.parse("2030-06-01T00:00:00Z"));
    assertThat(turn(Instant.parse("2030-06-01T00:00:00Z"))).contains("blog/a.md");
    assertThat(shows("blog/a.md")).isTrue();
    assertThat(turn(Instant.parse("2030-07-01T00:00:00Z"))).contains("blog/a.md");
    assertThat(shows("blog/a.md")).isFalse();
    fileState.put(
        "blog/_index.md",
        hugo.parse("blog/_index.md", "hi\n".getBytes(StandardCharsets.UTF_8)),
        "");
    turn(NOW);
    assertThat(shows("blog/a.md")).isTrue();
    assertThat(problems()).isEmpty();
  }

  @Test
  void aSectionIsNoPostAndOnlyWhatItKeepsBackIsReported() {
    put("open/_index.md", "title: T\ntags: {a: b}\nweight: x");
    put("blog/_index.md", "draft: true");
    put("blog/b/_index.md", "title: T");
    put("blog/b/a.md", DATED);
    turn(NOW);

    assertThat(problems())
        .containsExactly(
            "blog/b/a.md:1: warning: the file is not published: the _index page above it, in"
                + " blog/, is a draft or may be one, or is not shown at this time; publish that page,"
                + " or move this file elsewhere");
    assertThat(fileState.posts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cascade: [{target: {path: x}, draft: yes}, {target: {path: y}, draft: true}] | yes",
        "cascade: [{draft: false}, {_target: {path: x}, draft: maybe}] | maybe",
      })
  void aCascadeThatHidesSomeHidesAllAndSaysSoOnce(String cascade, String value) {
    put("blog/_index.md", cascade);
    turn(NOW);

    assertThat(problems())
        .containsExactly(
            "blog/_index.md:2: warning: cascade.draft: \""
                + value
                + "\" applies only to the posts that the target selects, but targets are not"
                + " supported, so all posts below are hidden; write draft: true into those posts,"
                + " and remove it from the cascade to publish the others");
  }

  @Test
  void aSectionThatIsADraftAnywayNeedsNoWordAboutATarget() {
    put("blog/_index.md", "draft: true\ncascade: {target: {path: x}, draft: true}");
    turn(NOW);

    assertThat(problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"_index.md, a.md", "blog/_index.md, blog/a.md"})
  void aSectionThatCanNoLongerBeReadIsAsItWas(String section, String path) {
    put(path, DATED);
    put(section, "title: T");
    put(section, BROKEN);
    turn(NOW);
    assertThat(shows(path)).isTrue();
    assertThat(problems()).singleElement(as(STRING)).startsWith(section + ":2: error: ");

    put(section, "draft: true");
    put(section, BROKEN);
    turn(NOW);
    assertThat(shows(path)).isFalse();
    put(section, "");
    turn(NOW);
    assertThat(shows(path)).isFalse();
    fileState.delete(section);
    turn(NOW);
    assertThat(shows(path)).isTrue();
    assertThat(problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"title: T, yes", "draft: true, no"})
  void underAnotherConfigurationASectionThatCannotBeReadIsAsItWas(String before, String shows) {
    FileState former = new FileState();
    former.put("blog/_index.md", read("blog/_index.md", before), "");
    put("blog/a.md", DATED);
    fileState.keep("blog/_index.md", former);
    fileState.expect("blog/_index.md", true);
    turn(NOW);
    assertThat(shows("blog/a.md")).isEqualTo(shows.equals("yes"));
    put("blog/_index.md", BROKEN);
    turn(NOW);
    assertThat(shows("blog/a.md")).isEqualTo(shows.equals("yes"));
  }

  @Test
  void aSectionThatIsExpectedMayBeADraftButForTheWholeDirectory() {
    put("blog/a.md", DATED);
    fileState.expect("_index.md", true);
    turn(NOW);
    assertThat(shows("blog/a.md")).isTrue();
    fileState.expect("blog/_index.md", true);
    turn(NOW);
    assertThat(shows("blog/a.md")).isFalse();
  }

  @Test
  void anIndexThatBecomesTheSectionsIsStillADraft() {
    put("trip/index.md", DRAFT);
    put("trip/a.md", DATED);
    turn(NOW);
    put("trip/_index.md", DRAFT);
    turn(NOW);
    fileState.delete("trip/index.md");
    turn(NOW);
    assertThat(shows("trip/a.md")).isFalse();
  }

  @Test
  void whatIsKeptBackIsReportedOnce() {
    put("trip/index.md", DRAFT);
    put("trip/2020-01-01-a.md", "title: A\ntags: {a: b}");
    put("trip/undated.md", "title: A");
    put("trip/broken.md", BROKEN);
    put("trip/draft.md", DRAFT);
    turn(NOW);

    String secret =
        ":1: warning: the file is not published: it is in the page bundle trip/, whose index is"
            + " not published and may be a draft; publish the index, or move this file out of the"
            + " folder"
            + " if it is a post of its own";
    assertThat(problems())
        .containsExactlyInAnyOrder(
            "trip/2020-01-01-a.md" + secret, "trip/undated.md" + secret, "trip/broken.md" + secret);
    assertThat(fileState.posts())
        .extracting(post -> post.path())
        .containsExactlyInAnyOrder("trip/index.md", "trip/draft.md");
  }

  @Test
  void aFileWithoutADateIsPartOfAPageThatShows() {
    put("trip/index.md", DATED);
    put("trip/a.md", "title: A");
    put("trip/broken.md", BROKEN);
    turn(NOW);

    assertThat(problems())
        .hasSize(2)
        .contains(
            "trip/a.md:1: note: the file is not published: it is in the page bundle trip/ and"
                + " has no date of its own, so it is part of that page; if it is a post, write"
                + " date: 2013-07-12 13:35:41 +0000 in its front matter")
        .anyMatch(problem -> problem.startsWith("trip/broken.md:2: error: "));
  }

  @Test
  void theLastGoodVersionOfAnIndexCounts() {
    put("open/index.md", DATED);
    put("open/a.md", DATED);
    put("draft/index.md", DRAFT);
    put("draft/a.md", DATED);
    put("open/index.md", BROKEN);
    put("draft/index.md", BROKEN);
    turn(NOW);

    assertThat(shows("open/a.md")).isTrue();
    assertThat(shows("draft/a.md")).isFalse();
  }

  @Test
  void anIndexThatIsExpectedMayBeADraft() {
    put("trip/a.md", DATED);
    fileState.expect("trip/index.md", true);
    turn(NOW);
    assertThat(shows("trip/a.md")).isFalse();

    fileState.expect("trip/index.md", false);
    fileState.expect("trip/b.md", true);
    turn(NOW);
    assertThat(shows("trip/a.md")).isTrue();
    assertThat(fileState.posts()).hasSize(1);
  }

  @Test
  void aChangeOfTheIndexTouchesItsFolderAndNothingElse() {
    for (String path : List.of("a.md", "trip/a.md", "trip/b/a.md", "trips/a.md")) {
      put(path, DATED);
    }
    put("trip/index.md", DATED);
    turn(NOW);

    put("trip/index.md", DATED + "\ntags: [a]");
    assertThat(turn(NOW)).containsExactly("trip/index.md");
    put("trip/index.md", DRAFT);
    assertThat(turn(NOW)).containsExactlyInAnyOrder("trip/index.md", "trip/a.md", "trip/b/a.md");
    fileState.delete("trip/index.md");
    assertThat(turn(NOW)).containsExactlyInAnyOrder("trip/index.md", "trip/a.md", "trip/b/a.md");
    assertThat(shows("trip/a.md")).isTrue();
    assertThat(fileState.isBehind()).isFalse();
  }

  @Test
  void anIndexTurnsItsFolderAtItsTime() {
    put("trip/index.md", "title: T\ndate: 2030-05-05 12:00:00 +0000");
    put("trip/a.md", DATED);
    turn(NOW.minusSeconds(1));
    assertThat(shows("trip/a.md")).isFalse();

    turn(NOW);
    assertThat(shows("trip/a.md")).isTrue();
    turn(NOW.minusSeconds(1));
    assertThat(shows("trip/a.md")).isFalse();
  }
}
