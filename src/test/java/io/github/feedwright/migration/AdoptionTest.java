package io.github.feedwright.migration;

import static io.github.feedwright.library.Posts.post;
import static io.github.feedwright.library.Posts.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.library.Library;
import io.github.feedwright.library.Posts;
import io.github.feedwright.post.Post;
import io.github.feedwright.settings.Settings;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AdoptionTest {
  private static final OffsetDateTime DATE = OffsetDateTime.parse("2013-07-12T23:35:41Z");

  private static FormerEntry entry(String id, String... links) {
    return new FormerEntry(id, List.of(links), "", null, null, null, "");
  }

  private static Adoption adopt(Settings settings, List<FormerEntry> entries, Post... posts) {
    Library library = Posts.emptyLibrary(settings);
    for (Post post : posts) {
      library = library.with(post);
    }
    return Adoption.of(library, settings, entries);
  }

  private static Map<String, String> matched(Adoption adoption) {
    Map<String, String> matched = new TreeMap<>();
    adoption.matched().forEach((entry, post) -> matched.put(entry.id(), post.path()));
    return matched;
  }

  @ParameterizedTest
  @CsvSource({
    "http://old/2013/07/A%20b/, '/2013/07/A b/'",
    "https://old.example.org/2013/07/x, /2013/07/x/",
    "http://old/2013/07/x.html, /2013/07/x/",
    "http://old/2013/07/x/index.html, /2013/07/x/",
    "http://old/2013/07/x/#more, /2013/07/x.html",
    "http://old/2013/07/x/?utm_source=rss, /2013/07/x/",
    "//old/2013/07/x/, /2013/07/x/",
    "/2013/07/x/, /2013/07/x/",
    "http://old/gr%C3%B6%C3%9Fe/, /gro\u0308\u00dfe/",
  })
  void anEntryIsThePostThatItsLinkLeadsTo(String link, String permalink) {
    Post post = post("a.md", "date: 2013-07-12\npermalink: '" + permalink + "'");
    Post other = post("b.md", "date: 2013-07-13");
    assertThat(matched(adopt(settings(), List.of(entry("x:1", link)), post, other)))
        .containsExactly(Map.entry("x:1", "a.md"));
  }

  /** A feed of ours that is adopted changes nothing, whatever its addresses lead to now. */
  @Test
  void anIdThatAPostHasAlreadyStaysWithIt() {
    Post post = post("a.md", "date: 2013-07-12\npermalink: /a/\nguid: x:1");
    Post other = post("b.md", "date: 2013-07-13\npermalink: /b/");
    assertThat(
            matched(
                adopt(settings(), List.of(entry("x:1", "/b/"), entry("x:2", "/b/")), post, other)))
        .containsOnly(Map.entry("x:1", "a.md"), Map.entry("x:2", "b.md"));
  }

  @Test
  void anAliasAndAFormerFolderOfTheWholeSiteCountToo() {
    Settings below = settings("site: {url: https://ex.org/blog/, id: 'tag:ex.org,2013'}");
    Post one = post(below, "a.md", "date: 2013-07-12\naliases: [/old/a/]", "");
    Post two = post(below, "b.md", "date: 2013-07-12\npermalink: /b/", "");
    Adoption adoption =
        adopt(
            below,
            List.of(entry("x:1", "http://old/old/a"), entry("x:2", "http://old/blog/b/")),
            one,
            two);
    assertThat(matched(adoption)).isEqualTo(Map.of("x:1", "a.md", "x:2", "b.md"));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "http://old/?p=326, http://old/somewhere/, -",
        "x:1, http://old/?p=326, -",
        "x:1, http://old/?cat=2&p=326#more, -",
        "x:1, http://old/somewhere/, 326",
      })
  void elseItIsThePostOfItsNumber(String id, String link, @Nullable String number) {
    Post post = post("a.md", "date: 2013-07-12\nwordpress_id: 326");
    FormerEntry entry = new FormerEntry(id, List.of(link), "", null, null, number, "");
    assertThat(matched(adopt(settings(), List.of(entry), post)))
        .containsExactly(Map.entry(id, "a.md"));
  }

  @Test
  void elseItIsThePostOfItsDayAndTitle() {
    Post post = post("a.md", "date: 2013-07-13 01:35:41 +0200\ntitle: Tips & <b>Tricks</b>");
    FormerEntry same = new FormerEntry("x:1", List.of(), "tips &amp; tricks", DATE, null, null, "");
    FormerEntry later =
        new FormerEntry("x:2", List.of(), "Tips & Tricks", DATE.plusDays(3), null, null, "");
    Adoption adoption = adopt(settings(), List.of(same, later), post);
    assertThat(matched(adoption)).containsExactly(Map.entry("x:1", "a.md"));
    assertThat(adoption.unmatched()).containsExactly(later);
  }

  @Test
  void whereSeveralFitNoneIsTakenAndAllAreNamed() {
    Post one = post("a.md", "date: 2013-07-12\naliases: [/x/]");
    Post two = post("b.md", "date: 2013-07-12\npermalink: /x.html");
    FormerEntry both = entry("x:1", "http://old/x");
    Adoption adoption = adopt(settings(), List.of(both), one, two);
    assertThat(adoption.matched()).isEmpty();
    assertThat(adoption.unmatched()).isEmpty();
    assertThat(adoption.ambiguous().get(both)).containsExactly("a.md", "b.md");

    FormerEntry again = entry("x:2", "https://new/x/");
    Adoption doubled = adopt(settings(), List.of(both, again), two);
    assertThat(doubled.matched()).isEmpty();
    assertThat(doubled.ambiguous().keySet()).containsExactly(both, again);
  }

  @Test
  void whatOneRuleLeavesOpenAnotherMayDecide() {
    Post one = post("a.md", "date: 2013-07-12\naliases: [/x/]\nwordpress_id: 7");
    Post two = post("b.md", "date: 2013-07-12\npermalink: /x.html\nwordpress_id: 8");
    FormerEntry entry = entry("http://old/?p=8", "http://old/x");
    Adoption adoption = adopt(settings(), List.of(entry), one, two);
    assertThat(matched(adoption)).containsExactly(Map.entry("http://old/?p=8", "b.md"));
    assertThat(adoption.ambiguous()).isEmpty();
  }

  @Test
  void anEntryThatStandsInTwoFilesIsOne() {
    Post post = post("a.md", "date: 2013-07-12\npermalink: /x/");
    FormerEntry entry = entry("x:1", "http://old/x");
    assertThat(matched(adopt(settings(), List.of(entry, entry("x:1", "https://old/x/")), post)))
        .containsExactly(Map.entry("x:1", "a.md"));
  }

  @Test
  void anAddressThatIsAWholeSiteIsNoPosts() {
    Post post = post("a.md", "date: 2013-07-12\npermalink: /index.html");
    FormerEntry entry = entry("x:1", "http://old/");
    assertThat(adopt(settings(), List.of(entry), post).unmatched()).containsExactly(entry);
  }
}
