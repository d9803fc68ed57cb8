package io.github.feedwright.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Links to pages of a site that are no posts lead to where its generator puts these pages. */
final class SitePagesTest {
  private static final String SITE =
      "site: {title: T, url: \"https://ex.org/\", id: \"tag:ex.org,2013\"}\n";

  @TempDir private Path site;

  private void write(String path, String text) throws IOException {
    SteppedSite.write(site, path, text.replace('¶', '\n') + "\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Pelican
        "pelicanconf.py | A = 1 | content/pages/me.md | Title: About Me | {filename}/pages/me.md"
            + " | pages/about-me.html",
        "pelicanconf.py | A = 1 | content/pages/me.md | Title: Me¶Slug: own | {filename}pages/me.md#x"
            + " | pages/own.html#x",
        "pelicanconf.py | PAGE_URL = '{slug}/' | content/pages/me.md | Title: Me¶Date: 2020-01-01"
            + " | {filename}/pages/me.md | me/",
        "pelicanconf.py | PAGE_PATHS = ['pages', 'more/'] | content/more/me.md | Title: Me"
            + " | FN/more/me.md | pages/me.html",
        "pelicanconf.py | PATH_METADATA = 'pages/(?P<full>.+)[.].+'¶PAGE_URL = '{full}/'"
            + " | content/pages/toys/a-b.md | Title: Me | {filename}/pages/toys/a-b.md | toys/a-b/",
        "pelicanconf.py | PATH_METADATA = r'(?P<bare>.*)\\..*'¶PAGE_URL = '{bare}.html'"
            + " | content/pages/Me.md | Title: X | {filename}/pages/Me.md | pages/Me.html",
        // Jekyll
        "_config.yml | title: A | about.md | ---¶title: A¶layout: page¶--- | {% link about.md %}"
            + " | about.html",
        "_config.yml | permalink: pretty | about.md | ---¶title: A¶--- | {% link about.md %} | about/",
        "_config.yml | permalink: /:title/ | info/me.md | ---¶title: A¶--- | {% link info/me.md %}"
            + " | info/me/",
        "_config.yml | title: A | info/index.md | ---¶title: A¶--- | {% link info/index.md %} | info/",
        "_config.yml | permalink: /:title | about.md | ---¶title: A¶--- | {% link about.md %} | about",
        "_config.yml | title: A | about.md | ---¶title: A¶permalink: /me/¶--- | {% link about.md %}"
            + " | me/",
        "_config.yml | collections: {docs: {output: true}} | _docs/in/x.md | ---¶title: A¶---"
            + " | {% link _docs/in/x.md %} | docs/in/x.html",
        "_config.yml | collections: {docs: {output: true, permalink: /d/:title/}} | _docs/A_b.md"
            + " | ---¶title: A¶--- | {% link _docs/A_b.md %} | d/A_b/",
        "_config.yml | {collections_dir: all, collections: {docs: {output: true}}}"
            + " | all/_docs/x.md | ---¶title: A¶--- | {% link _docs/x.md %} | docs/x.html",
        // Nikola
        "conf.py | BLOG_TITLE = 'A' | pages/Über uns.md | .. title: A | link://slug/uber-uns"
            + " | pages/uber-uns/",
        "conf.py | BLOG_TITLE = 'A'¶PAGES = (('pages/*.md', '', 'p.tmpl'),)¶PRETTY_URLS = False"
            + " | pages/a.md | .. title: A¶.. slug: me | link://slug/me#x | me.html#x",
        // Hugo
        "hugo.toml | title = 'A' | content/about.md | ---¶title: A¶--- | {{< ref \"about.md\" >}}"
            + " | about/",
        "hugo.toml | title = 'A' | content/about/index.md | ---¶title: A¶--- | {{< relref \"/about\" >}}"
            + " | about/",
        "hugo.toml | title = 'A' | content/about.md | ---¶title: A¶url: /me/¶---"
            + " | {{< ref \"about\" >}} | me/",
        // Zola
        "config.toml | base_url = 'https://ex.org' | content/pages/about.md | +++¶title = 'A'¶+++"
            + " | @/pages/about.md#x | pages/about/#x",
      })
  void aLinkToAPageLeadsToItsAddress(
      String file, String configuration, String page, String text, String link, String expected)
      throws IOException {
    write(file, configuration);
    write(page, text + "¶¶Text.");
    String folder =
        file.equals("_config.yml") ? "_posts" : file.equals("conf.py") ? "posts" : "content";
    write(
        folder + "/2020-01-02-a.md",
        "---¶title: P¶date: 2020-01-02¶---¶¶[x](" + link.replace("FN", "|filename|") + ")");

    try (SteppedSite published = SteppedSite.ofGenerator(site, SITE)) {
      assertThat(published.body("/rss.xml")).contains("href=\"https://ex.org/" + expected + "\"");
      assertThat(published.problems().stream().map(Problem::toString))
          .noneMatch(line -> line.contains("link") || line.contains("ref"));
    }
  }

  @Test
  void aLinkFollowsAPageThatMovesOrGoes() throws IOException {
    write("pelicanconf.py", "A = 1");
    write("content/a.md", "Title: P¶Date: 2020-01-02¶¶[x]({filename}/pages/me.md)");
    try (SteppedSite published = SteppedSite.ofGenerator(site, SITE)) {
      assertThat(published.body("/rss.xml")).contains("&gt;x&lt;/a");
      published.write("content/pages/me.md", "Title: One\n\nText.\n");
      assertThat(published.body("/rss.xml")).contains("https://ex.org/pages/one.html");
      published.write("content/pages/me.md", "Title: Two\n\nText.\n");
      assertThat(published.body("/rss.xml")).contains("https://ex.org/pages/two.html");
      published.delete("content/pages/me.md");
      assertThat(published.body("/rss.xml")).contains("&gt;x&lt;/a");
    }
  }

  @Test
  void aPageThatIsADraftHasNoAddress() throws IOException {
    write("pelicanconf.py", "A = 1");
    write("content/pages/me.md", "Title: Me¶Status: draft¶¶Text.");
    write("content/a.md", "Title: P¶Date: 2020-01-02¶¶[x]({filename}/pages/me.md)");

    try (SteppedSite published = SteppedSite.ofGenerator(site, SITE)) {
      assertThat(published.body("/rss.xml")).contains("&gt;x&lt;/a").doesNotContain("me.html");
    }
  }

  @Test
  void filesOutsideOfTheFoldersOfArticlesAreNoPosts() throws IOException {
    write("pelicanconf.py", "ARTICLE_PATHS = ['blog', 'news']");
    for (String path : List.of("blog/a", "news/b", "other/c", "d")) {
      write("content/" + path + ".md", "Title: " + path + "¶Date: 2020-01-02¶¶Text.");
    }

    try (SteppedSite published = SteppedSite.ofGenerator(site, SITE)) {
      assertThat(published.ids().keySet())
          .containsExactly("content/blog/a.md", "content/news/b.md");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hugo.toml | title = 'A' | content | true",
        "config.toml | base_url = 'https://ex.org' | content | true",
        "pelicanconf.py | A = 1 | content | true",
        "conf.py | BLOG_TITLE = 'A' | posts | true",
        "config.rb | activate :blog | source | true",
        "docusaurus.config.js | x | blog | true",
        "_config.yml | title: A | content | false",
      })
  void aPostsFolderMeansSomethingOnlyToItsGenerator(
      String file, String configuration, String folder, boolean isPost) throws IOException {
    write(file, configuration);
    write(folder + "/2020-01-02-a.md", "---¶title: Shown¶date: 2020-01-02¶---¶¶Text.");
    write("old/_posts/2019-01-02-b.md", "---¶title: Old¶date: 2019-01-02¶---¶¶Text.");

    try (SteppedSite published = SteppedSite.ofGenerator(site, SITE)) {
      assertThat(published.body("/rss.xml").contains("<title>Shown<")).isEqualTo(isPost);
    }
  }
}
