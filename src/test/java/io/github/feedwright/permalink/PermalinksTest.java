package io.github.feedwright.permalink;

import static io.github.feedwright.library.Posts.post;
import static io.github.feedwright.library.Posts.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.post.Post;
import io.github.feedwright.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PermalinksTest {
  private static final String FRONT_MATTER =
      """
      title: A Title
      date: 2014-03-05 23:30:00 +0000
      slug: my-slug
      categories: [Open Source, C++]
      wordpress_id: 326
      """;

  @ParameterizedTest
  @CsvSource({
    "/:year/:month/:day/:slug/, /2014/03/06/my-slug/",
    "/:year/:month/:title.html, /2014/03/my-slug.html",
    "/:i_month/:i_day/:slug, /3/6/my-slug",
    "/:categories/:slug/, /open source/c++/my-slug/",
    "/:category/:slug/, /open-source/my-slug/",
    "/:section/:filename/, /news/2014-03-05-x/",
    "/archives/:id, /archives/326",
    "/:short_year/:short_month/:long_month/:y_day, /14/Mar/March/065",
    "/:w_year/:week/:w_day/:short_day/:long_day, /2014/10/4/Thu/Thursday",
    "/:slugified_categories/:slug, /open-source/c++/my-slug",
  })
  void aPatternIsFilledInFromThePostInTheConfiguredZone(String pattern, String path) {
    Settings settings =
        settings("posts: {permalink: \"" + pattern + "\", timezone: Europe/Prague}");
    Post post = post(settings, "news/2014-03-05-x.md", FRONT_MATTER, "");
    assertThat(new Permalinks(settings).of(post)).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/:categories/ | [Open Source, open source, 'C#'] | /open source/c#/",
        "/:categories/ | ['100%25', 'a/B?'] | /100%25/a/b?/",
        "/:slugified_categories/ | [Open Source, open-source, C++] | /open-source/c++/",
        "/:category/ | [Open Source, Blog] | /open-source/",
      })
  void categoriesAreJekylls(String pattern, String categories, String path) {
    Settings settings = settings("posts: {permalink: \"" + pattern + "\"}");
    Post post = post(settings, "x.md", "date: 2014-03-05\ncategories: " + categories, "");
    assertThat(new Permalinks(settings).of(post)).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/:slug/ | 2014-03-05-My-Post.md | | /my-post/",
        "/:slug/ | x.md | Éire Today | /éire-today/",
        "/:title/ | 2014-03-05-My-Post.md | | /My-Post/",
        "/:filename/ | 2014-03-05-My-Post.md | | /2014-03-05-My-Post/",
      })
  void aSlugIsInLowerCaseAndATitleAsWritten(
      String pattern, String file, @Nullable String slug, String path) {
    Settings settings = settings("posts: {permalink: \"" + pattern + "\"}");
    String key = slug == null ? "" : "\nslug: " + slug;
    Post post = post(settings, file, "date: 2014-03-05" + key, "");
    assertThat(new Permalinks(settings).of(post)).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource({
    "/about/, /about/",
    "about, /about",
    "/a//b/, /a/b/",
    "https://blog.example.org/x/y, /x/y",
    "/caf%C3%A9/, /café/",
    "/:year/own/, /2014/own/",
  })
  void aPostsOwnPermalinkWins(String own, String path) {
    Post post = post("x.md", "date: 2014-03-05\npermalink: \"" + own + "\"");
    assertThat(new Permalinks(settings()).of(post)).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource({
    "none, /:post_title/, /a-b/",
    "hugo, /:title/, /a-b/",
    "pelican, /:slug.html, /a-b.html",
  })
  void whatIsHiddenInATitleIsInNoAddress(String generator, String pattern, String path) {
    Settings settings =
        settings("posts: {generator: " + generator + ", permalink: \"" + pattern + "\"}");
    String title = "title: A <!-- x --> B{::comment}x{:/}<i hidden>x</i>";
    Post post = post(settings, "x.md", "date: 2014-03-05\n" + title, "");
    assertThat(new Permalinks(settings).of(post)).isEqualTo(path);
  }

  @Test
  void manyPlaceholdersOfALongSlugMakeAPathThatIsCut() {
    String own = "/" + ":slug".repeat(300) + "/";
    Post post = post("x.md", "date: 2014-03-05\nslug: " + "s".repeat(999) + "\npermalink: " + own);
    assertThat(new Permalinks(settings()).of(post)).startsWith("/sss").hasSize(8192);
  }

  @Test
  void aMissingCategoryLeavesNoEmptySegment() {
    Settings settings = settings("posts: {permalink: \"/:category/:slug/\"}");
    Post post = post(settings, "x.md", "date: 2014-03-05", "");
    assertThat(new Permalinks(settings).of(post)).isEqualTo("/x/");
  }
}
