package io.github.feedwright.edition.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.content.Content;
import io.github.feedwright.content.ContentRenderer;
import io.github.feedwright.edition.path.SitePaths;
import io.github.feedwright.format.FeedFormats;
import io.github.feedwright.library.Library;
import io.github.feedwright.library.Posts;
import io.github.feedwright.page.Pages;
import io.github.feedwright.page.PostSummary;
import io.github.feedwright.post.Post;
import io.github.feedwright.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** A note without a title: no page shows its words twice. */
final class UntitledPostTest {
  private static final String LONG =
      "I went to the market this morning, and all the apples that I wanted had been sold.";

  private final Settings settings =
      Posts.settings("site: {title: Notes, url: \"https://example.org/\"}\n");
  private final SitePaths paths = new SitePaths(settings);
  private final ContentRenderer renderer = new ContentRenderer(settings);
  private final PageLinks links =
      new PageLinks(settings, FeedFormats.of(settings.feeds().formats()), paths);

  private Library library(Post post) {
    return Library.empty(settings, paths::isOurs).with(post);
  }

  private Content render(Library library, Post post) {
    return renderer.render(post, "https://example.org/", library, () -> false);
  }

  private Document page(String frontMatter, String text) {
    Post post = Posts.post(settings, "2014-04-04-17.md", frontMatter, text);
    Library library = library(post);
    byte[] html =
        new PageDocuments(settings, paths, links, this::render, new Pages()::write)
            .post(library, "/note/", post, render(library, post))
            .body()
            .toArray();
    return Jsoup.parse(new String(html, StandardCharsets.UTF_8));
  }

  private PostSummary listed(String frontMatter, String text) {
    Post post = Posts.post(settings, "2014-04-04-17.md", frontMatter, text);
    return new Summaries(settings, links, this::render).whole(library(post), post);
  }

  @Test
  void itsPageHasTheDateAsItsHeadingAndTheWordsAsItsTitle() {
    Document page = page("author: Ada", LONG);
    assertThat(page.select("h1").eachText()).containsExactly("4 April 2014 · Ada");
    assertThat(page.select("h1 time").attr("datetime")).startsWith("2014-04-04");
    assertThat(page.select("main").text()).containsOnlyOnce("I went to the market");
    assertThat(page.select("main").text()).containsOnlyOnce("4 April 2014");
    assertThat(page.title())
        .isEqualTo("I went to the market this morning, and all the apples that… · Notes");
  }

  @Test
  void aTitleIsTheHeadingAsBefore() {
    Document page = page("title: Apples", LONG);
    assertThat(page.select("h1").eachText()).containsExactly("Apples");
    assertThat(page.select("main .byline").text()).isEqualTo("4 April 2014");
  }

  @Test
  void aPostWithoutWordsIsCalledByItsFile() {
    assertThat(page("tags: [x]", "![](https://example.org/a.jpg)").select("h1").text())
        .isEqualTo("2014-04-04-17");
  }

  @Test
  void aListContinuesWhereTheHeadingEnds() {
    PostSummary listed = listed("tags: [x]", LONG);
    assertThat(List.of(listed.title(), listed.summary()))
        .containsExactly(
            "I went to the market this morning, and all the apples that…",
            "…I wanted had been sold.");
    assertThat(listed("tags: [x]", "Rain again.").summary()).isEmpty();
    assertThat(listed("title: Apples", LONG).summary()).isEqualTo(LONG);
  }
}
