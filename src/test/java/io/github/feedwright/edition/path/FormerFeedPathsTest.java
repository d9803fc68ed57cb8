package io.github.feedwright.edition.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.library.Library;
import io.github.feedwright.library.Posts;
import io.github.feedwright.settings.Settings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Other software leaves out or replaces the signs of a term's name, each by its own rules. */
final class FormerFeedPathsTest {
  private final Settings settings = Posts.settings();

  private FormerFeedPaths addresses(String... frontMatters) {
    Library library = Posts.emptyLibrary(settings);
    for (int day = 0; day < frontMatters.length; day++) {
      String date = "2014-04-0" + (day + 1);
      library = library.with(Posts.post(date + "-x.md", "title: X\n" + frontMatters[day]));
    }
    return new FormerFeedPaths(settings, new SitePaths(settings), library);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        // WordPress.
        "R&D, tag/rd/feed/",
        "R & D, tag/r-d/feed/",
        "C++, tag/c/feed/",
        ".NET, tag/net/feed/",
        "Node.js, tag/node-js/feed/",
        "O'Reilly, tag/oreilly/feed/",
        "O\u2019Reilly, tag/oreilly/feed/",
        "Caf\u00e9, tag/cafe/feed/",
        "K\u00fcche, tag/kuche/feed/",
        "K\u00fcche, tag/kueche/feed/",
        "Stra\u00dfe, tag/strasse/feed/",
        "\u0141\u00f3d\u017a, tag/lodz/feed/",
        "snake_case, tag/snake_case/feed/",
        "50 % off, tag/50-off/feed/",
        "\u65e5\u672c\u8a9e!, tag/\u65e5\u672c\u8a9e/feed/",
        // Ghost.
        "R&D, tag/r-d/rss/",
        "O'Reilly, tag/oreilly/rss/",
        "Node.js, tag/node-js/rss/",
        // Hugo, Pelican, Nikola.
        "R&D, tags/rd/index.xml",
        "C#, tags/c#/index.xml",
        "Node.js, tags/node.js/index.xml",
        "Node.js, tags/nodejs/index.xml",
        "Node.js, categories/nodejs.xml",
        // Octopress leaves a hyphen at the end; Eleventy writes a word.
        "C++, tag/c-/feed/",
        "R&D, tag/r-and-d/feed/",
        // Blogger, Tumblr and Jekyll write names as they are.
        "R&D, feeds/posts/default/-/R&D",
        "R&D, tagged/r&d/rss",
        "AC/DC, tag/ac-dc/feed/",
        "C++, feed/by_tag/C++.xml",
      })
  void aTermIsFoundByItsSlugElsewhere(String name, String path) {
    FormerFeedPaths addresses = addresses("tags: [\"" + name + "\"]");
    String feed = addresses.feeds("/tag/" + name.replace('/', ' ') + "/feed/").toList().get(0);

    assertThat(addresses.feeds("/" + path).map(each -> each.replaceAll("[^/]*$", "")))
        .contains(feed.replaceAll("[^/]*$", ""));
  }

  @Test
  void categoriesAndAuthorsAreFoundToo() {
    FormerFeedPaths addresses =
        addresses("categories: [\"Ch\u00e2teaux & Parks\"]\nauthor: Jo d'Arc\n");

    assertThat(addresses.feeds("/category/all/chateaux-parks/feed/"))
        .contains("/categories/ch\u00e2teaux-and-parks/rss.xml");
    assertThat(addresses.feeds("/feeds/chateaux-parks.atom.xml"))
        .contains("/categories/ch\u00e2teaux-and-parks/atom.xml");
    assertThat(addresses.feeds("/author/jo-darc/feed/")).contains("/authors/jo-d-arc/rss.xml");
  }

  @Test
  void whatATermIsCalledHereComesFirst() {
    FormerFeedPaths addresses = addresses("tags: [C++]", "tags: [C]");

    assertThat(addresses.feeds("/tag/c/feed/"))
        .containsExactly("/tags/c/rss.xml", "/tags/c++/rss.xml");
  }

  @Test
  void ofSeveralTermsThatWhoseOldestPostIsOlderHasTheSlug() {
    List<String> sharp = List.of("/tags/c/rss.xml", "/tags/c-sharp/rss.xml");

    assertThat(addresses("tags: ['C#']", "tags: [C++]").feeds("/tag/c/feed/")).isEqualTo(sharp);
    assertThat(addresses("tags: ['C#']", "tags: [C++, 'C#']").feeds("/tag/c/feed/"))
        .isEqualTo(sharp);
    assertThat(addresses("tags: [C++]", "tags: ['C#']").feeds("/tag/c/feed/"))
        .containsExactly("/tags/c/rss.xml", "/tags/c++/rss.xml");
    assertThat(addresses("tags: ['C#', C++]").feeds("/tag/c/feed/"))
        .as("as old as each other")
        .containsExactly("/tags/c/rss.xml", "/tags/c++/rss.xml");
  }

  @Test
  void aNameOfSignsAloneHasNoSlugElsewhere() {
    assertThat(addresses("tags: ['!!!']").feeds("/tag/-/feed/"))
        .containsExactly("/tags/~2d/rss.xml");
  }
}
