package io.github.feedwright.library;

import static io.github.feedwright.library.Posts.post;
import static io.github.feedwright.library.Posts.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.library.file.Attachment;
import io.github.feedwright.library.file.FileNames;
import io.github.feedwright.post.AssignedId;
import io.github.feedwright.post.Post;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.Settings;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LibraryTest {
  private static Library library(Settings settings, Post... posts) {
    Library library = Posts.emptyLibrary(settings);
    for (Post post : posts) {
      library = library.with(post);
    }
    return library;
  }

  private static Library library(Post... posts) {
    return library(settings(), posts);
  }

  private static List<String> files(Iterable<Post> posts) {
    return java.util.stream.StreamSupport.stream(posts.spliterator(), false)
        .map(Post::path)
        .toList();
  }

  private static List<Problem> problems(Library library) {
    List<Problem> problems = new ArrayList<>();
    ClashProblems.of(library).addTo(problems);
    return problems;
  }

  @Test
  void postsAreNewestFirstAndThoseOfOneInstantByPath() {
    Library library =
        library(
            post("b.md", "date: 2014-01-01"),
            post("c.md", "date: 2015-01-01"),
            post("a.md", "date: 2014-01-01 00:00:00 +0000"));
    assertThat(files(library.syndicated().all())).containsExactly("c.md", "a.md", "b.md");
  }

  @Test
  void theOrderInWhichPostsArriveDoesNotMatter() {
    Post one = post("one.md", "date: 2014-01-01\ntags: [x]");
    Post two = post("two.md", "date: 2014-01-01\ntags: [X]");
    Term x = new Term(Taxonomy.TAG, "x");
    assertThat(library(one, two).title(x)).isEqualTo(library(two, one).title(x));
    assertThat(files(library(one, two).posts(x).all()))
        .isEqualTo(files(library(two, one).posts(x).all()));
  }

  @Test
  void theCommonestSpellingTitlesATerm() {
    Library library =
        library(
            post("1.md", "date: 2014-01-01\ntags: [ovirt]"),
            post("2.md", "date: 2014-01-02\ntags: [oVirt]"),
            post("3.md", "date: 2014-01-03\ntags: [oVirt]"));
    assertThat(library.title(new Term(Taxonomy.TAG, "ovirt"))).isEqualTo("oVirt");
  }

  @Test
  void ofTwoSpellingsAsCommonTheOldestPostsTitlesTheTerm() {
    Library library =
        library(
            post("2.md", "date: 2014-01-02\ntags: [oVirt]"),
            post("1.md", "date: 2014-01-01\ntags: [OVIRT]"));
    assertThat(library.title(new Term(Taxonomy.TAG, "ovirt"))).isEqualTo("OVIRT");
  }

  @Test
  void aPostThatLeavesTakesItsTermsWithIt() {
    Post post = post("1.md", "date: 2014-01-01\ntags: [x]\ncategories: [y]\nauthor: Ada");
    Library library = library(post).without("1.md");
    assertThat(library.terms(Taxonomy.TAG)).isEmpty();
    assertThat(library.terms(Taxonomy.CATEGORY)).isEmpty();
    assertThat(library.terms(Taxonomy.AUTHOR)).isEmpty();
    assertThat(library.size()).isZero();
  }

  @Test
  void aChangedPostTakesThePlaceOfTheFormerOne() {
    Library library =
        library(
            post("1.md", "date: 2014-01-01\ntags: [x]"),
            post("1.md", "date: 2014-02-01\ntags: [z]"));
    assertThat(library.terms(Taxonomy.TAG)).containsExactly(new Term(Taxonomy.TAG, "z"));
    assertThat(library.syndicated().months()).containsExactly(YearMonth.of(2014, 2));
  }

  @Test
  void anIdIsTheSiteAndTheStemWhateverTheFrontMatterSays() {
    Post post = post("2013-07-12-x.html.md", "date: 2014-01-01\ntitle: T\nslug: other");
    assertThat(library(post).id(post)).isEqualTo("tag:blog.example.org,2013:2013-07-12-x");
  }

  @Test
  void anIdInTheFrontMatterWins() {
    Post post = post("x.md", "date: 2014-01-01\nguid: urn:uuid:5b2a");
    assertThat(library(post).id(post)).isEqualTo("urn:uuid:5b2a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "urn:uuid:5b2a | urn:uuid:5b2a",
        "5f3c9a2be1 | tag:blog.example.org,2013:5f3c9a2be1",
        "http://Ex.org/?p=17&a=b | http://Ex.org/?p=17&a=b",
        "https://ex.org/日本/ | https://ex.org/日本/",
        "https://ex.org/%e6%97%a5/ | https://ex.org/%e6%97%a5/",
        "https://ex.org/a b/ | tag:blog.example.org,2013:https://ex.org/a%20b/",
        "https://ex.org/100% | tag:blog.example.org,2013:https://ex.org/100%25",
        "a post/über | tag:blog.example.org,2013:a%20post/%C3%BCber",
        "/2013/07/<x> | tag:blog.example.org,2013:/2013/07/%3Cx%3E",
      })
  void aGuidIsKeptToTheLetterAndWhatIsNoIriIsMappedForAtomTheSameForEver(String guid, String id) {
    Post post = post("x.md", "date: 2014-01-01\nguid: '" + guid + "'");
    assertThat(library(post).guid(post)).isEqualTo(guid);
    assertThat(library(post).id(post)).isEqualTo(id);
  }

  private static final String ID = "tag:blog.example.org,2013:";

  @Test
  void ofPostsThatShareAStemTheOldestHasItAndTheOthersTakeTheirPaths() {
    Post one = post("a/x.md", "date: 2014-01-01");
    Post two = post("b/x.md", "date: 2015-01-01\npermalink: /b/x/");
    Library library = library(two, one);
    assertThat(library.id(one)).isEqualTo(ID + "x");
    assertThat(library.id(two)).isEqualTo(ID + "b/x.md");
    assertThat(library.affected(library(two), Set.of(), Set.of(one), List.of())).contains(two);
    assertThat(library(two).affected(library, Set.of(one), Set.of(), List.of())).contains(two);
    assertThat(problems(library))
        .extracting(Problem::toString)
        .containsExactly(
            "b/x.md:1: note: the file name gives the id \"x\", which belongs to a/x.md: the id of"
                + " this post comes from its path instead; to keep these ids when a file is renamed"
                + " or its date changes, write guid: tag:blog.example.org,2013:b/x.md into b/x.md,"
                + " guid: tag:blog.example.org,2013:x into a/x.md");
  }

  /** Each was renamed to make room for the next. */
  @Test
  void anIdThatAPathGivesStaysWithThePostThatWasThereAndTheNextHasANumber() {
    Post first = post("a.md", "date: 2014-01-01");
    Post second = recorded("c.md", ID + "b/a.md");
    Post third = recorded("d.md", ID + "b/a.md~2");
    Post newcomer = post("b/a.md", "date: 2015-01-01");
    Library two = library(newcomer, first, second);
    Library three = two.with(third);
    assertThat(two.guid(newcomer)).isEqualTo(ID + "b/a.md~2");
    assertThat(three.guid(newcomer)).isEqualTo(ID + "b/a.md~3");
    assertThat(three.guidByFiles(newcomer)).isEqualTo(ID + "b/a.md~3");
    assertThat(two.affected(library(newcomer, first), Set.of(), Set.of(second), List.of()))
        .contains(newcomer);
    assertThat(two.affected(three, Set.of(third), Set.of(), List.of())).contains(newcomer);
    assertThat(problems(three))
        .extracting(Problem::message)
        .containsExactly(
            "the file name gives the id \"a\", which belongs to a.md: the id of this post comes from"
                + " its path instead; to keep these ids when a file is renamed or its date changes,"
                + " write guid: tag:blog.example.org,2013:b/a.md~3 into b/a.md,"
                + " guid: tag:blog.example.org,2013:a into a.md");
  }

  private static Post recorded(String path, String id) {
    Post post = post(path, "date: 2014-06-01");
    return post.with(post.identity().with(new AssignedId(id, AssignedId.By.FILE)));
  }

  @Test
  void namesakesAreReportedOnceAndThreeOfThemAreNamed() {
    Library library = library();
    for (int each = 1; each <= 6; each++) {
      library = library.with(post(each + "/x.md", "date: 2014-01-0" + each));
    }
    assertThat(problems(library))
        .extracting(Problem::toString)
        .containsExactlyInAnyOrder(
            "6/x.md:1: note: the file name gives the id \"x\", which belongs to 1/x.md: the ids of"
                + " this post and of 5/x.md, 4/x.md, 3/x.md and 1 more come from their paths"
                + " instead; to keep these ids when a file is renamed or its date changes, write"
                + " guid: tag:blog.example.org,2013:6/x.md into 6/x.md,"
                + " guid: tag:blog.example.org,2013:5/x.md into 5/x.md,"
                + " guid: tag:blog.example.org,2013:4/x.md into 4/x.md and 3 more");
  }

  @Test
  void postsThatClaimTheSameIdOrPathAreReportedOnceAndThreeOfThemAreNamed() {
    Library library = library();
    for (int each = 1; each <= 6; each++) {
      String claims = "guid: urn:x:1\naliases: /old/\npermalink: /x/";
      library = library.with(post(each + ".md", "date: 2014-01-0" + each + "\n" + claims));
    }
    assertThat(problems(library))
        .extracting(Problem::toString)
        .containsExactlyInAnyOrder(
            "6.md:3: warning: the id \"urn:x:1\" already belongs to 1.md, which keeps it; give this"
                + " post and 5.md, 4.md, 3.md and 1 more guids of their own",
            "6.md:4: warning: the alias \"/old/\" already redirects to 1.md, which keeps it; remove"
                + " it from this post and 5.md, 4.md, 3.md and 1 more",
            "6.md:5: error: the permalink \"/x/\" already belongs to the older post 1.md, which keeps"
                + " it; give this post and 5.md, 4.md, 3.md and 1 more other slugs or permalinks;"
                + " until then, each is at an address made from its file's path, this one at"
                + " \"/x-5c5ba320/\"");
  }

  @ParameterizedTest
  @CsvSource({"5, 1 more", "14, 10 more", "15, over 10 more", "33, over 20 more"})
  void ofManyNamesakesTheRestIsCountedRoughly(int losers, String rest) {
    Library library = library();
    for (int each = 0; each <= losers; each++) {
      library = library.with(post(each + "/x.md", "date: 2014-01-01\npermalink: /" + each + "/"));
    }
    assertThat(problems(library)).hasSize(1);
    assertThat(problems(library).get(0).message())
        .contains(" and " + rest + " come from their paths");
  }

  @Test
  void anIdThatIsWrittenDownAsAdvisedMovesNoOther() {
    Post one = post("a/x.md", "date: 2014-01-01");
    Post two = post("b/x.md", "date: 2015-01-01\nguid: " + ID + "b/x.md");
    Library library = library(one, two);
    assertThat(library.id(one)).isEqualTo(ID + "x");
    assertThat(library.id(two)).isEqualTo(ID + "b/x.md");
    assertThat(problems(library)).isEmpty();
    Post pinned = post("a/x.md", "date: 2016-01-01\nguid: " + ID + "x");
    Post named = post("b/x.md", "date: 2015-01-01");
    assertThat(library(named, pinned).id(pinned)).isEqualTo(ID + "x");
    assertThat(library(named, pinned).id(named)).isEqualTo(ID + "b/x.md");
  }

  @Test
  void anIdThatIsAssignedYieldsOnlyToTheFrontMatterAndToNobodyElsesClaim() {
    Post post = post("a.md", "date: 2016-01-01");
    Post guided = post("b.md", "date: 2016-01-02\nguid: urn:x:2");
    Post older = post("c.md", "date: 2014-01-01\nguid: urn:x:1");
    for (AssignedId.By by : AssignedId.By.values()) {
      Post assigned = post.with(post.identity().with(new AssignedId("urn:x:1", by)));
      Library library = library(older, assigned);
      assertThat(library.guid(assigned)).isEqualTo("urn:x:1");
      assertThat(library.guid(older)).isEqualTo(ID + "c.md");

      Post both = guided.with(guided.identity().with(new AssignedId("urn:x:3", by)));
      assertThat(library(both).guid(both))
          .isEqualTo(by == AssignedId.By.HELD ? "urn:x:3" : "urn:x:2");
    }
  }

  @Test
  void whatFilesAloneWouldGiveIsKnownBesideWhatWasPublished() {
    Post old = post("a/x.md", "date: 2016-01-01");
    Post kept = old.with(old.identity().with(new AssignedId(ID + "x", AssignedId.By.KEPT)));
    Post newcomer = post("b/x.md", "date: 2015-01-01");
    Library library = library(kept, newcomer);
    assertThat(library.guid(kept)).isEqualTo(ID + "x");
    assertThat(library.guid(newcomer)).isEqualTo(ID + "b/x.md");
    assertThat(library.guidByFiles(kept)).isEqualTo(ID + "a/x.md");
    assertThat(library.guidByFiles(newcomer)).isEqualTo(ID + "x");
    assertThat(library(kept).guidByFiles(kept)).isEqualTo(ID + "x");
    Post written = old.with(old.identity().with(new AssignedId("urn:x:1", AssignedId.By.FILE)));
    assertThat(library(written).guidByFiles(written)).isEqualTo("urn:x:1");
  }

  @Test
  void ofTwoPostsWithOneIdTheOlderKeepsIt() {
    Post old = post("old.md", "date: 2014-01-01\nguid: urn:x:1");
    Post young = post("young.md", "date: 2015-01-01\nguid: urn:x:1");
    Library library = library(young, old);
    assertThat(library.id(old)).isEqualTo("urn:x:1");
    assertThat(library.id(young)).isEqualTo("tag:blog.example.org,2013:young.md");
    assertThat(problems(library))
        .extracting(Problem::toString)
        .containsExactly(
            "young.md:3: warning: the id \"urn:x:1\" already belongs to old.md, which keeps it;"
                + " give this post its own guid");
  }

  @Test
  void anAdoptedIdIsThePreviousGeneratorsUpToItsDate() {
    Settings adopting =
        settings(
            """
            site: {url: https://blog.example.org/, id: "tag:blog.example.org,2013"}
            ids: {template: "https://old.example.org/?p=:wordpress_id", until: 2014-06-01}
            """);
    Post before = post(adopting, "a.md", "date: 2014-05-31\nwordpress_id: 326", "");
    Post after = post(adopting, "b.md", "date: 2014-06-01\nwordpress_id: 400", "");
    Post unknown = post(adopting, "c.md", "date: 2014-05-31", "");
    Library library = library(adopting, before, after, unknown);
    assertThat(library.id(before)).isEqualTo("https://old.example.org/?p=326");
    assertThat(library.id(after)).isEqualTo("tag:blog.example.org,2013:b");
    assertThat(library.id(unknown)).isEqualTo("tag:blog.example.org,2013:c");
  }

  @ParameterizedTest
  @CsvSource({
    // Jekyll's post.id: the folder of the permalink and the post's own name.
    "/:year/:month/:day/:title, permalink: /about-the-trip.html, /trip",
    "/:year/:month/:day/:title, permalink: /on/the road/about/, /on/the%20road/trip",
    "/:year/:month/:day/:title, permalink: /:year/about, /2018/trip",
    "/:title, permalink: /on/about.html, /on/trip",
    // Other keys and templates of another form are not Jekyll's.
    "/:year/:month/:day/:title, url: /on/about/, /2018/02/04/trip",
    "/:year/:month/:title/, permalink: /on/about/, /2018/02/trip/",
    "/:year/:title.html, permalink: /on/about/, /2018/trip.html",
    "/blog/:year/:title, permalink: /on/about/, /blog/2018/trip",
    "/?p=:wordpress_id, permalink: /on/about/, /?p=7",
  })
  void ofAPostWithAPermalinkJekyllsIdIsAdopted(String template, String field, String id) {
    Settings adopting =
        settings("ids: {template: \"https://old.example.org" + template + "\", until: 2025-01-01}");
    Post post = post(adopting, "2018-02-04-trip.md", "wordpress_id: 7\n" + field, "");

    assertThat(library(adopting, post).id(post)).isEqualTo("https://old.example.org" + id);
  }

  @Test
  void anIdKeepsTheCapitalsOfItsFileThoughThePermalinkDoesNot() {
    Post post = post("2014-03-05-My-Post.md", "title: T");
    assertThat(library(post).id(post)).isEqualTo("tag:blog.example.org,2013:2014-03-05-My-Post");
    assertThat(library(post).permalink(post)).isEqualTo("/2014/03/05/my-post/");
  }

  @Test
  void anAdoptedIdHasItsCategoriesAsJekyllWroteThem() {
    Settings adopting =
        settings(
            "ids: {template: \"https://old.example.org/:categories/:slug\", until: 2015-01-01}");
    Post post = post(adopting, "a.md", "date: 2014-05-31\ncategories: [Open Source, 'C#']", "");
    assertThat(library(adopting, post).id(post))
        .isEqualTo("https://old.example.org/open%20source/c%23/a");
  }

  @Test
  void ofTwoPostsOnOnePermalinkTheOlderKeepsItAndBothAreNamed() {
    Post old = post("old.md", "date: 2014-01-01\npermalink: /x/");
    Post young = post("young.md", "date: 2015-01-01\npermalink: x/");
    Library library = library(young, old);
    assertThat(library.permalink(old)).isEqualTo("/x/");
    assertThat(library.permalink(young)).isEqualTo("/x-d880287b/");
    assertThat(problems(library))
        .extracting(Problem::toString)
        .containsExactly(
            "young.md:3: error: the permalink \"/x/\" already belongs to the older post old.md,"
                + " which keeps it; give this post another slug or permalink; until then, it is at"
                + " \"/x-d880287b/\"");
  }

  @Test
  void ofTwoPostsOfOneInstantNeitherIsCalledOlder() {
    Library library =
        library(
            post("a.md", "permalink: /x.html\ndate: 2014-01-01"),
            post("b.md", "permalink: /x.html\ndate: 2014-01-01"));
    assertThat(problems(library))
        .extracting(Problem::toString)
        .containsExactly(
            "a.md:2: error: the permalink \"/x.html\" already belongs to b.md, which keeps it;"
                + " give this post another slug or permalink; until then, it is at"
                + " \"/x-0a81943b.html\"");
  }

  @Test
  void aPathOfTheServersOwnBeatsAPermalink() {
    Library empty = Library.empty(settings(), path -> path.equals("/") || path.equals("/feed/"));
    Post post = post("a.md", "date: 2014-01-01\npermalink: /\naliases: [/feed/, /old/]");
    Library library = empty.with(post);
    assertThat(library.permalink(post)).isEqualTo("/0a81943b/");
    assertThat(library.shadowed(post))
        .extracting(Problem::toString)
        .containsExactly(
            "a.md:3: error: the permalink \"/\" is reserved for the server's own pages and feeds;"
                + " give this post another slug or permalink; until then, it is at \"/0a81943b/\"",
            "a.md:4: warning: the alias \"/feed/\" is reserved for the server's own pages and"
                + " feeds; remove it");
  }

  private static FileNames files(Attachment... files) {
    FileNames names = FileNames.NONE;
    for (Attachment each : files) {
      names = names.plus(each);
    }
    return names;
  }

  @Test
  void aFileNextToPostsBeatsAPermalinkAndAnAlias() {
    Post post = post("a.md", "date: 2014-01-01\npermalink: /b/c.pdf\naliases: [/d.png, /old/]");
    Library library =
        library(post).with(files(Posts.attachment("b/c.pdf", 1), Posts.attachment("d.png", 1)));
    assertThat(library.permalink(post)).isEqualTo("/b/c-0a81943b.pdf");
    assertThat(library.aliases(post)).containsExactly("/old/");
    assertThat(library.shadowed(post))
        .extracting(Problem::toString)
        .containsExactly(
            "a.md:3: error: the permalink \"/b/c.pdf\" is the path of the file b/c.pdf, which is"
                + " served there; give this post another slug or permalink; until then, it is at"
                + " \"/b/c-0a81943b.pdf\"",
            "a.md:4: warning: the alias \"/d.png\" is the path of the file d.png, which is served"
                + " there; remove it");
  }

  @ParameterizedTest
  @CsvSource({"Gr\u00f6\u00dfe, Gro\u0308\u00dfe", "Gro\u0308\u00dfe, Gr\u00f6\u00dfe"})
  void aFileIsFoundInEitherSpellingOfItsName(String spelt, String named) {
    Attachment file = Posts.attachment("f\u00fcr/" + spelt + ".png", 1);
    Post post = post("a.md", "date: 2014-01-01\npermalink: /f\u00fcr/" + named + ".png");
    Library library = library(post).with(files(file));
    assertThat(library.file("fu\u0308r/" + named + ".png")).isEqualTo(file);
    assertThat(library.file("f\u00fcr/" + named + ".png")).isEqualTo(file);
    assertThat(library.shadowed(post)).hasSize(1);
    Library without = library(post);
    List<String> files = List.of(file.path());
    assertThat(library.affected(without, Set.of(), Set.of(), files)).containsExactly(post);
    assertThat(without.affected(library, Set.of(), Set.of(), files)).containsExactly(post);
    assertThat(library.affected(library, Set.of(), Set.of(), files)).isEmpty();
    Library less = library.with(library.files().minus(file.path()));
    assertThat(less.file("f\u00fcr/" + named + ".png")).isNull();
    assertThat(less.shadowed(post)).isEmpty();
  }

  @Test
  void ofTwoSpellingsOfAFileEachIsItselfAndOneStaysForBoth() {
    Attachment composed = Posts.attachment("\u00fc.png", 1);
    Attachment decomposed = Posts.attachment("u\u0308.png", 2);
    Library both = library().with(files(composed, decomposed));
    assertThat(both.file("\u00fc.png")).isEqualTo(composed);
    assertThat(both.file("u\u0308.png")).isEqualTo(decomposed);
    assertThat(both.with(both.files().minus("\u00fc.png")).file("\u00fc.png"))
        .isEqualTo(decomposed);
    assertThat(both.with(both.files().minus("u\u0308.png")).file("u\u0308.png"))
        .isEqualTo(composed);
  }

  @ParameterizedTest
  @CsvSource({"\u00fcbung, u\u0308bung", "u\u0308bung, \u00fcbung"})
  void aPostIsFoundInEitherSpellingOfItsName(String spelt, String named) {
    Post post = post(spelt + "/2020-01-02-" + spelt + ".md", "title: X");
    Library library = library(post);
    assertThat(library.permalink("2020-01-02-" + named)).isEqualTo(library.permalink(post));
    assertThat(library.permalink(named + "/2020-01-02-" + named + ".md"))
        .isEqualTo(library.permalink(post));
    assertThat(library.id(post)).isEqualTo("tag:blog.example.org,2013:2020-01-02-%C3%BCbung");
  }

  @Test
  void wherePostsLiveElsewhereTheServersPathsAreFree() {
    Settings elsewhere =
        settings(
            """
            site: {url: "https://blog.example.org/", id: "tag:blog.example.org,2013"}
            feeds: {url: "https://feeds.example.org/"}
            """);
    Post post = post("a.md", "date: 2014-01-01\npermalink: /feed/");
    Library library = Library.empty(elsewhere, path -> true).with(post);
    assertThat(library.permalink(post)).isEqualTo("/feed/");
    assertThat(library.shadowed(post)).isEmpty();
  }

  @Test
  void anAliasAtAnotherPostsPermalinkIsReported() {
    Post post = post("a.md", "date: 2014-01-01\nredirect_from:\n- /b/\n- /a/\npermalink: /a/");
    Post there = post("b.md", "date: 2015-01-01\npermalink: /b/");
    assertThat(library(post, there).shadowed(post))
        .extracting(Problem::toString)
        .containsExactly(
            "a.md:3: warning: the alias \"/b/\" is the permalink of b.md, which is served there;"
                + " remove it");
  }

  @Test
  void anAliasLeadsToItsPostUnlessAPostLivesThere() {
    Post post = post("a.md", "date: 2014-01-01\naliases: [/old/, /b/]");
    Post there = post("b.md", "date: 2015-01-01\npermalink: /b/");
    assertThat(library(post).aliases(post)).containsExactly("/old/", "/b/");
    assertThat(library(post, there).aliases(post)).containsExactly("/old/");
  }

  @Test
  void aPostIsFoundByPathFileNameAndStem() {
    Post post = post("_posts/2014-01-02-x.md", "title: X");
    Library library = library(post);
    for (String name :
        Arrays.asList(
            "2014-01-02-x", "2014-01-02-x.md", "_posts/2014-01-02-x.md", "/_posts/2014-01-02-x")) {
      assertThat(library.permalink(name)).as(name).isEqualTo("/2014/01/02/x/");
    }
    Library news = library(post("news/_posts/2014-01-02-x.md", "title: X\npermalink: /n/"));
    for (String name :
        Arrays.asList("news/2014-01-02-x", "2014-01-02-x", "news/_posts/2014-01-02-x.md")) {
      assertThat(news.permalink(name)).as(name).isEqualTo("/n/");
    }
    Library bundle = library(post("posts/b/index.md", "date: 2014-01-02\npermalink: /b/"));
    for (String name :
        Arrays.asList("b", "posts/b", "/posts/b", "posts/b/index.md", "posts/b/Index.md")) {
      assertThat(bundle.permalink(name)).as(name).isEqualTo("/b/");
    }
    assertThat(library.permalink("2014-01-02-y")).isNull();
    assertThat(library.permalink("elsewhere/2014-01-02-x")).isNull();
  }

  @Test
  void ofSeveralPostsTheOneAtThePathIsMeantAndFromTheTopNoOther() {
    Library library =
        library(
            post("x/s.md", "date: 2014-01-03\npermalink: /x/"),
            post("y/s.md", "date: 2014-01-02\npermalink: /y/"),
            post("z/x/s/index.md", "date: 2014-01-01\npermalink: /z/"));
    assertThat(library.permalink("x/s.md")).isEqualTo("/x/");
    assertThat(library.permalink("/x/s/")).isEqualTo("/x/");
    assertThat(library.permalink("s")).isEqualTo("/z/");
    assertThat(library.permalink("/s")).isNull();
    assertThat(library.without("x/s.md").permalink("/x/s")).isEqualTo("/z/");
  }

  @Test
  void aPostThatIsKeptOutOfFeedsHasAPermalinkButNoTerm() {
    Post post = post("a.md", "date: 2014-01-01\ntags: [x]\nfeed: false");
    Library library = library(post);
    assertThat(library.size()).isEqualTo(1);
    assertThat(library.syndicated().isEmpty()).isTrue();
    assertThat(library.terms(Taxonomy.TAG)).isEmpty();
    assertThat(library.permalink(post)).isEqualTo("/2014/01/01/a/");
  }

  @Test
  void theMonthsOfAnArchiveAreThoseOfUtc() {
    Post post = post("a.md", "date: 2014-01-01 00:30:00 +0200");
    assertThat(library(post).syndicated().months()).containsExactly(YearMonth.of(2013, 12));
  }

  @Test
  void theChainOfArchivesBeginsWithTheNewestPostOutsideTheWindow() {
    Library library =
        library(
            post("a.md", "date: 2014-03-01"),
            post("b.md", "date: 2014-02-01"),
            post("c.md", "date: 2014-01-01"));
    assertThat(library.syndicated().newestMonthBeyond(1)).isEqualTo(YearMonth.of(2014, 2));
    assertThat(library.syndicated().newestMonthBeyond(3)).isNull();
  }

  @Test
  void thePostAtAnotherOnesAliasIsAffectedByIt() {
    Post holder = post("a.md", "date: 2014-01-01\npermalink: /kept/");
    Post other = post("b.md", "date: 2014-01-02\naliases: [/kept/]");
    Library both = library(holder, other);
    assertThat(library(holder).affected(both, Set.of(other), Set.of(), List.of())).contains(holder);
    assertThat(library(other).affected(both, Set.of(holder), Set.of(), List.of())).contains(other);
  }

  @Test
  void everyPostThatSharesAnAliasIsToldWhenItBecomesAPermalink() {
    Post one = post("a.md", "date: 2014-01-01\naliases: [/kept/]");
    Post two = post("b.md", "date: 2014-01-02\naliases: [/kept/]");
    Post page = post("c.md", "date: 2014-01-03\npermalink: /kept/");
    Library before = library(one, two);
    Library after = before.with(page);
    assertThat(after.affected(before, Set.of(), Set.of(page), List.of())).contains(one, two);
    assertThat(before.affected(after, Set.of(page), Set.of(), List.of())).contains(one, two);
  }

  /** Else a directory of 9,000 files called README.md costs the square of that. */
  @Test
  void ofManyPostsOfOneNameOnlyTheOneThatHasItIsAffected() {
    Library library = library();
    for (int number = 100; number < 300; number++) {
      library = library.with(namesake(number));
    }
    Post another = namesake(300);
    Library more = library.with(another);
    assertThat(files(more.affected(library, Set.of(), Set.of(another), List.of())))
        .containsExactlyInAnyOrder("300/README.md", "100/README.md");
    assertThat(files(library.affected(more, Set.of(another), Set.of(), List.of())))
        .containsExactlyInAnyOrder("300/README.md", "100/README.md");
    Library fewer = more.without("100/README.md");
    assertThat(files(fewer.affected(more, Set.of(namesake(100)), Set.of(), List.of())))
        .containsExactlyInAnyOrder("100/README.md", "101/README.md");
  }

  private static Post namesake(int number) {
    String time = "10:%02d:%02d".formatted(number / 60, number % 60);
    return post(number + "/README.md", "title: T\ndate: 2014-01-01 " + time + "\naliases: [/old/]");
  }

  @Test
  void aPostThatIsNamedInFullIsFoundAmongManyOfItsName() {
    Library library = library();
    for (int number = 100; number < 130; number++) {
      library = library.with(namesake(number));
    }
    Post moved = post("_posts/x/index.md", "date: 2014-02-01\npermalink: /x/");
    library = library.with(moved);
    String oldest = library.permalink(namesake(100));
    assertThat(library.permalink("117/README.md")).isEqualTo(library.permalink(namesake(117)));
    assertThat(library.permalink("/117/README")).isEqualTo(library.permalink(namesake(117)));
    assertThat(library.permalink("README.md")).isEqualTo(oldest);
    assertThat(library.permalink("/README.md")).isNull();
    assertThat(library.permalink("none/README.md")).isNull();
    assertThat(library.permalink("x")).isEqualTo("/x/");
    assertThat(library.permalink("x/index.md")).isEqualTo("/x/");
    assertThat(library.permalink("_posts/x/index.md")).isEqualTo("/x/");
  }

  /** Else thousands of references of this kind cost the square of the posts of one name. */
  @Test
  @Timeout(20)
  void aReferenceByTheEndOfAPathDoesNotGoThroughAllPostsOfItsName() {
    Library library = library();
    for (int number = 0; number < 1000; number++) {
      String path = "a" + number + "/b/c/README.md";
      library = library.with(post(path, "date: 2014-01-01\npermalink: /" + number + "/"));
    }
    for (int reference = 0; reference < 100_000; reference++) {
      assertThat(library.permalink("none/c/README.md") == null).isTrue();
    }
    assertThat(library.permalink("c/README")).isEqualTo(library.permalink("README"));
    assertThat(library.permalink("b/c/README.md")).isEqualTo(library.permalink("README"));
    assertThat(library.permalink("/c/README.md")).isNull();
    assertThat(library.permalink("a/a7/b/c/README")).isNull();
  }

  @Test
  void aPostIsFoundByTheEndOfALongPath() {
    Library library =
        library(
            post("0/1/2/3/4/5/6/7/8/9/x.md", "date: 2014-01-01\npermalink: /old/"),
            post("a/1/2/3/4/5/6/7/8/9/x.md", "date: 2015-01-01\npermalink: /new/"),
            post("y/_posts/z/x.md", "date: 2013-01-01\npermalink: /z/"));
    assertThat(library.permalink("a/1/2/3/4/5/6/7/8/9/x")).isEqualTo("/new/");
    assertThat(library.permalink("1/2/3/4/5/6/7/8/9/x")).isEqualTo("/old/");
    assertThat(library.permalink("/1/2/3/4/5/6/7/8/9/x")).isNull();
    assertThat(library.permalink("2/2/3/4/5/6/7/8/9/x")).isNull();
    assertThat(library.permalink("9/x.md")).isEqualTo("/old/");
    assertThat(library.permalink("y/z/x")).isEqualTo("/z/");
    assertThat(library.permalink("_posts/z/x")).isEqualTo("/z/");
    assertThat(library.permalink("/z/x.md")).isEqualTo("/z/");
  }
}
