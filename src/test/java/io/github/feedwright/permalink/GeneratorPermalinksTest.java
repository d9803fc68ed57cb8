package io.github.feedwright.permalink;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.library.Posts;
import io.github.feedwright.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The permalinks of generators that were not run for this test: Zola, middleman-blog, Nikola, Astro
 * and Docusaurus. No run of the generator confirms the values yet.
 */
final class GeneratorPermalinksTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zola | posts/Some File.md | title: A | /posts/some-file/",
        "zola | posts/2019-01-05-dated.md | title: A | /posts/dated/",
        "zola | posts/2019-01-05_bundle/index.md | title: A | /posts/bundle/",
        "zola | posts/café_Über.md | title: A | /posts/cafe-uber/",
        "zola | a.md | slug: Other | /other/",
        "zola | posts/a.md | path: special/place | /special/place/",
        "middleman | 2019-01-05-some-words.html.md | title: A | /2019/01/05/some-words.html",
        "nikola | 2019/some_file.md | title: A | /posts/2019/some_file/",
        "nikola | a.md | slug: other | /posts/other/",
        "nikola | a.md | slug: ipython-8.0-in-GitHub | /posts/ipython-8.0-in-GitHub/",
        "astro | blog/Some File.mdx | title: A | /blog/some-file/",
        "astro | blog/2019/A.md | title: A | /blog/2019/a/",
        "astro | blog/b/index.md | title: A | /blog/b/",
        "astro | blog/2019/a.md | slug: other | /blog/other/",
        "docusaurus | 2019-01-05-welcome.md | title: A | /blog/2019/01/05/welcome",
        "docusaurus | 2019/01/05/welcome.mdx | title: A | /blog/2019/01/05/welcome",
        "docusaurus | 2019-01-05-bundle/index.md | title: A | /blog/2019/01/05/bundle",
        "docusaurus | notes/2019-01-05-a.md | title: A | /blog/2019/01/05/notes/a",
        "docusaurus | undated.md | title: A | /blog/undated",
        "docusaurus | 2019-01-05-a.md | slug: b | /blog/b",
        "docusaurus | 2019-01-05-a.md | slug: /b/c | /blog/b/c",
        "docusaurus | 2019-01-05-release/notes.md | title: A | /blog/2019/01/05/release/notes",
        "gatsby | 2019-01-05-a/index.mdx | title: A | /2019-01-05-a/",
        "gatsby | notes/a.md | slug: /b/c | /b/c/",
        "next | notes/a.mdx | title: A | /notes/a",
        "hugo | posts/a.md | slug: Deep/My Slug | /posts/deep/my-slug/",
        "jekyll | _posts/2019-01-05-a.md | slug: /x/y | /2019/01/05/x-y.html",
        "pelican | a.md | slug: x/y | /x/y.html",
        "zola | posts/a.md | slug: x/y | /posts/x-y/",
        "nikola | a.md | slug: x/y/ | /posts/x/y/",
        "none | a.md | slug: x/y | /2019/01/05/y/",
        "wordpress | 2019-01-05-a.md | title: A | /2019/01/05/a/",
        "none | 2019-01-05-A.md | title: A | /2019/01/05/a/",
        "none | posts/café.md | title: A | /2019/01/05/café/",
      })
  void aPostIsWhereItsGeneratorPutsIt(
      String generator, String path, String field, String permalink) {
    Settings settings = Posts.settings("posts: {generator: " + generator + "}");

    assertThat(
            new Permalinks(settings)
                .of(Posts.post(settings, path, "date: 2019-01-05\n" + field, "Text.\n")))
        .isEqualTo(permalink);
  }

  /** As Hexo 8.1.2 does. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "categories: [Foo Bar, Baz] | /Foo-Bar/Baz/a/",
        "category: 日 本 | /日-本/a/",
        "title: A | /uncategorized/a/",
      })
  void hexosCategoriesAreFolders(String field, String permalink) {
    Settings settings = Posts.settings("posts: {generator: hexo, permalink: ':category/:title/'}");

    assertThat(
            new Permalinks(settings)
                .of(Posts.post(settings, "a.md", "date: 2019-01-05\n" + field, "Text.\n")))
        .isEqualTo(permalink);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hugo | posts/a.fr.md | title: A | /fr/posts/a/",
        "hugo | posts/a.en.md | title: A | /posts/a/",
        "hugo | posts/b/index.fr.md | title: A | /fr/posts/b/",
        "hugo | posts/b/index.pt-BR.md | title: A | /pt-br/posts/b/",
        "hugo | posts/a.es.md | title: A | /posts/a.es/",
        "hugo | fr/posts/a.md | title: A | /fr/posts/a/",
        "hugo | posts/fr/z.fr.md | title: A | /fr/posts/fr/z/",
        "zola | posts/a.fr.md | title: A | /fr/posts/a/",
        "zola | 2019-01-05-a/index.fr.md | title: A | /fr/a/",
        "zola | posts/a.fr.md | path: own | /own/",
        "nikola | sub/a.fr.md | title: A | /fr/posts/sub/a/",
        "jekyll | _posts/2019-01-05-a.fr.md | title: A | /2019/01/05/a.fr.html",
        "none | a.fr.md | title: A | /2019/01/05/a.fr/",
        "none | fr/a.md | title: A | /fr/2019/01/05/a/",
        "none | fr/a.md | lang: en | /2019/01/05/a/",
      })
  void aTranslationIsWhereItsGeneratorPutsIt(
      String generator, String path, String field, String permalink) {
    Settings settings =
        Posts.settings("posts: {generator: " + generator + "}\nlanguages: [en, fr, pt_BR]");

    assertThat(
            new Permalinks(settings)
                .of(Posts.post(settings, path, "date: 2019-01-05\n" + field, "Text.\n")))
        .isEqualTo(permalink);
  }

  @Test
  void thePatternOfALanguagesFolderIsTakenAsItIs() {
    Settings settings =
        Posts.settings(
            "posts: {permalink: {fr: /f/:slug/, '*': /:slug/}}\nlanguages: [en, fr, de]");
    Permalinks permalinks = new Permalinks(settings);

    assertThat(permalinks.of(Posts.post(settings, "fr/a.md", "date: 2019-01-05", "Text.\n")))
        .isEqualTo("/f/a/");
    assertThat(permalinks.of(Posts.post(settings, "DE/a.md", "date: 2019-01-05", "Text.\n")))
        .isEqualTo("/de/a/");
    assertThat(permalinks.of(Posts.post(settings, "de/a.md", "date: 2019-01-05", "Text.\n")))
        .isEqualTo("/de/a/");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "posts/a.md | /p/a/",
        "posts/2018/a.md | /p/a/",
        "notes/2018-a.md | /2019/2018-a/",
        "notes/b.md | /notes/b.html",
        "a.md | /top/a",
        "other/sub/a.md | /other/sub/2019/",
      })
  void aPermalinkMayDependOnTheFolder(String path, String permalink) {
    Settings settings =
        Posts.settings(
            """
            posts:
              permalink:
                posts: /p/:slug/
                notes/2018*: /:year/:filename/
                /notes/: /:path.html
                .: /top/:name
                "*": /:sections/:year/
            """);

    assertThat(
            new Permalinks(settings).of(Posts.post(settings, path, "date: 2019-01-05", "Text.\n")))
        .isEqualTo(permalink);
  }
}
