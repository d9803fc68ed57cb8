package io.github.feedwright.post.reading;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.feedwright.format.FeedFormats;
import io.github.feedwright.permalink.Permalinks;
import io.github.feedwright.post.Post;
import io.github.feedwright.post.author.Authors;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.settings.SettingsReader;
import io.github.feedwright.settings.SettingsResult;
import io.github.feedwright.source.search.GeneratorSearch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the configuration of a generator says of posts by their paths counts. */
final class ConfiguredPathsTest {
  @TempDir private Path site;

  private void write(String path, String text) throws IOException {
    Path file = site.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Settings settings() {
    Settings settings =
        ((SettingsResult.Valid)
                SettingsReader.read("site: {title: A}", "c.yaml", site, FeedFormats.names()))
            .settings();
    return GeneratorSearch.resolved(settings.withPosts(site));
  }

  private @Nullable Post read(String path, String fields) throws IOException {
    Files.createDirectories(site.resolve(path).getParent());
    String text = "---\ntitle: A\ndate: 2020-01-02\n" + fields + "---\nText\n";
    ParsedPost parsed =
        new PostParser(settings(), Authors.none())
            .parse(path, text.getBytes(StandardCharsets.UTF_8));
    return parsed instanceof ParsedPost.Understood understood ? understood.post() : null;
  }

  private boolean isShown(String path) throws IOException {
    Post post = read(path, "");
    return post != null && post.visibility().visible();
  }

  private static final String JEKYLL =
      "exclude: ['*.wip.md', _posts/old, news/]\ndefaults:\n"
          + "- scope: {path: _posts/soon}\n  values: {published: false}\n"
          + "- scope: {path: '_posts/g*', type: posts}\n  values: {draft: true}\n"
          + "- scope: {path: '', type: pages}\n  values: {published: false}\n";
  private static final String PELICAN =
      "ARTICLE_EXCLUDES = ['secret']\nIGNORE_FILES = ['.#*', '*.wip.md', 'wip']\n"
          + "EXTRA_PATH_METADATA = {\n  # soon\n  'soon/': {'status': 'draft'},  # not yet\n"
          + "  'one/x.md': {'status': 'hidden'},\n}\n"
          + "PATH_METADATA = r'(?P<status>draft|published)/.*'\n";
  private static final String ELEVENTY = "module.exports=(c)=>{c.ignores.add('posts/priv/**')}";
  private static final String DOCUSAURUS =
      "module.exports={presets:[['classic',{docs:{exclude:['**/x.md']},\n"
          + "blog:{feedOptions:{type:['rss']},exclude:['**/secret/**', '**/*.wip.md']}}]]}";

  /** Each as the generator itself does, of those that were run. */
  @ParameterizedTest
  @CsvSource({
    "jekyll, _posts/2020-01-02-ok.md, true",
    "jekyll, _posts/2020-01-02-a.wip.md, false",
    "jekyll, _posts/old/2020-01-02-a.md, false",
    "jekyll, news/_posts/2020-01-02-a.md, false",
    "jekyll, _posts/soon/2020-01-02-a.md, false",
    "jekyll, _posts/g1/2020-01-02-a.md, false",
    "jekyll, _posts/_x/2020-01-02-a.md, false",
    "jekyll, _posts/a/~2020-01-02-a.md, false",
    "jekyll, _old/_posts/2020-01-02-a.md, false",
    "jekyll, a/_posts/_2020-01-02-a.md, false",
    "jekyll, a/_posts/b/2020-01-02-a.md, true",
    "hugo, content/posts/ok.md, true",
    "hugo, content/posts/a.wip.md, false",
    "hugo, content/secret/a.md, false",
    "hugo, content/posts/old/b/a.md, false",
    "hugo, content/posts/never/a.md, false",
    "hugo, content/posts/section/a.md, true",
    "zola, content/blog/ok.md, true",
    "zola, content/blog/a.wip.md, false",
    "zola, content/blog/secret/a.md, false",
    "zola, content/a/old/b/a.md, false",
    "pelican, content/ok.md, true",
    "pelican, content/secret/a.md, false",
    "pelican, content/a/secret/a.md, true",
    "pelican, content/a.wip.md, false",
    "pelican, content/wip/a.md, false",
    "pelican, content/soon/a.md, false",
    "pelican, content/sooner/a.md, true",
    "pelican, content/one/x.md, false",
    "pelican, content/draft/a.md, false",
    "pelican, content/published/a.md, true",
    "hexo, source/_posts/ok.md, true",
    "hexo, source/_posts/a/wip/a.md, false",
    "hexo, source/_posts/raw/a.md, false",
    "hexo, source/_posts/raw/b/a.md, true",
    "hexo, source/_posts/y/skip-1.md, false",
    "eleventy, posts/ok.md, true",
    "eleventy, posts/priv/b/a.md, false",
    "eleventy, posts/one.md, false",
    "eleventy, posts/old/a.md, false",
    "eleventy, posts/git.md, false",
    "eleventy, posts/a.wip.md, true",
    "docusaurus, blog/2020-01-02-ok.md, true",
    "docusaurus, blog/2020-01-02-a.wip.md, false",
    "docusaurus, blog/a/secret/2020-01-02-a.md, false",
    "docusaurus, blog/x.md, true",
    "middleman, source/blog/2020-01-02-ok.html.md, true",
    "middleman, source/blog/secret/2020-01-02-a.html.md, false",
    "middleman, source/blog/2020-01-02-wip.html.md, false",
  })
  void whatItIgnoresOrHidesIsNotPublished(String generator, String path, boolean isShown)
      throws IOException {
    configure(generator);

    assertThat(isShown(path)).as(path).isEqualTo(isShown);
  }

  private void configure(String generator) throws IOException {
    switch (generator) {
      case "jekyll" -> write("_config.yml", JEKYLL);
      case "hugo" ->
          write(
              "hugo.toml",
              "baseURL='x'\nignoreFiles=['\\.wip\\.md$', '/secret/']\n[[cascade]]\ndraft=true\n"
                  + "[cascade._target]\npath='/posts/old/**'\n[[cascade]]\n[cascade._build]\n"
                  + "list='never'\n[cascade._target]\npath='/posts/never/*'\nkind='page'\n"
                  + "[[cascade]]\ndraft=true\n[cascade._target]\nkind='section'\n");
      case "zola" ->
          write(
              "config.toml",
              "base_url='x'\nignored_content=['*.wip.md', 'blog/secret/*', '**/old/**']\n");
      case "pelican" -> write("pelicanconf.py", PELICAN);
      case "hexo" ->
          write(
              "_config.yml",
              "new_post_name: :title.md\nignore: '**/wip'\n"
                  + "skip_render: ['_posts/raw/*', '_posts/**/skip-*.md']\n");
      case "eleventy" -> {
        write("eleventy.config.js", ELEVENTY);
        write(".eleventyignore", "# old\nposts/one.md\nposts/old/\n*.wip.md\n");
        write(".gitignore", "/posts/git.md\n");
      }
      case "docusaurus" -> write("docusaurus.config.js", DOCUSAURUS);
      default ->
          write("config.rb", "activate :blog\nignore \"blog/secret/*\"\nignore /-wip\\.html/\n");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pelicanconf.py | DEFAULT_METADATA = {'status': 'draft'}",
        "pelicanconf.py | DEFAULT_METADATA = dict(status='draft')",
        "pelicanconf.py | DEFAULT_METADATA['status'] = 'draft'",
        "hugo.yaml | cascade: {draft: true}",
        ".eleventy.js | module.exports = (c) => {c.addGlobalData('permalink', false)}",
      })
  void whatAllPostsHaveHidesThoseThatDoNotSayOtherwise(String file, String text)
      throws IOException {
    write(file, text + "\n");

    Post shown =
        requireNonNull(read("content/a.md", "status: published\ndraft: false\npermalink: /a/\n"));

    assertThat(isShown("content/a.md")).isFalse();
    assertThat(shown.visibility().visible()).isTrue();
  }

  @Test
  void defaultsOfJekyllAreFieldsOfPostsTheLongestPathFirst() throws IOException {
    write(
        "_config.yml",
        "defaults:\n- {scope: {path: _posts/n}, values: {permalink: '/n/:title'}}\n"
            + "- {scope: {path: ''}, values: {permalink: '/a/', layout: page, author: Ada}}\n");

    Post post = requireNonNull(read("_posts/n/2020-01-02-a.md", ""));

    assertThat(post.address().permalink()).isEqualTo("/n/:title");
    assertThat(post.authors()).extracting("name").containsExactly("Ada");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "('blog/*.md', 'blog', 't'), | blog/s/a.md | /blog/s/a/",
        "('blog/*.md', 'blog', 't'), | pages/a.md |",
        "['posts/*.md', '', 't'] | posts/a.md | /a/",
        "('posts/*.md', {'fr': 'articles', DEFAULT_LANG: 'en'}, 't') | posts/a.md | /en/a/",
        "('posts/*.md', 'posts', 't'), ('notes/*.md', 'n', 't') | posts/s/a.md | /posts/s/a/",
        "('posts/*.md', 'posts', 't'), ('notes/*.md', 'n', 't') | notes/a.md | /n/a/",
        "('posts/*.md', 'posts', 't'), ('notes/*.md', 'n', 't') | pages/a.md |",
        "('src/a/*.md', 'x', 't'), ('src/b/*.txt', 'y', 't') | src/b/s/a.md | /y/s/a/",
      })
  void nikolasPostsAreInTheFoldersThatItNames(String entries, String path, @Nullable String address)
      throws IOException {
    Files.createDirectories(site.resolve("blog"));
    write(
        "conf.py",
        "BLOG_TITLE = 'A'\nPOSTS = (\n    # ('old/*.md', 'old', 't'),\n" + entries + ")\n");

    Post post = read(path, "");

    assertThat(post == null ? null : new Permalinks(settings()).of(post)).isEqualTo(address);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "build: {list: never, render: never} | false",
        "{target: {kind: page}, build: {list: never}} | false",
        "{target: {kind: section}, build: {list: never}} | true",
        "{_target: {kind: Term}, hidden: true} | true",
      })
  void aCascadeOfASectionHidesWhatIsBelow(String cascade, boolean isShown) throws IOException {
    write("hugo.toml", "title = 'A'\n");
    String text = "---\ntitle: A\ncascade:\n  " + cascade + "\n---\n";
    ParsedPost section =
        new PostParser(settings(), Authors.none())
            .parse("content/n/_index.md", text.getBytes(StandardCharsets.UTF_8));

    boolean isHidden =
        section instanceof ParsedPost.Understood understood
            && !understood.post().visibility().visible();
    assertThat(isHidden).isEqualTo(!isShown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "_config.yml | title: A | _posts/2020-01-02-a.md |",
        "_config.yml | title: A | news/b/_posts/2020-01-02-a.md | news,b",
        "_config.yml | source: src | src/news/_posts/2020-01-02-a.md | news",
        "_config.yml | collections_dir: all | all/_posts/2020-01-02-a.md |",
        "_config.yml | new_post_name: :title.md | source/_posts/a.md |",
        ".eleventy.js | x | src/_posts/a.md |",
        "astro.config.mjs | x | src/content/_posts/a.md |",
      })
  void onlyJekyllsFoldersAbovePostsAreCategories(
      String file, String text, String path, @Nullable String categories) throws IOException {
    write(file, text + "\n");

    assertThat(requireNonNull(read(path, "")).categories())
        .isEqualTo(categories == null ? List.of() : List.of(categories.split(",")));
  }

  @Test
  void aHostileExpressionHidesWhatItTakesTooLongFor() throws IOException {
    write("hugo.toml", "baseURL='x'\nignoreFiles=['((((a*)*)*)*)*b$', '(', '[[:alpha:]']\n");

    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> assertThat(isShown("content/" + "a".repeat(200) + ".md")).isFalse());
    assertThat(isShown("content/x.md")).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "if (process.env.NODE_ENV === 'production') { # } | false",
        "if (process.env.NODE_ENV !== 'production') { # } | true",
        "if (process.env.NODE_ENV === \"production\") { f({}); } else { # } | true",
        "if (process.env.ELEVENTY_RUN_MODE === 'serve') { if (x) { # } } | true",
        "if (process.env.ELEVENTY_RUN_MODE === 'serve') { f(); } # | false",
        "if(!process.env.PRODUCTION_BUILD) { # } | true",
        "if (isProduction) # | false",
        "if (isDev) # | true",
        "if (!isDev) { # } else { f(); } | false",
        "if (device) { # } | false",
        "if (!product) { # } | false",
        "if (process.env.X === 'serve' && y) { # } | false",
        "if (x) { f(); } else { # } | false",
        "} } if (isDev) f(); # | false",
      })
  void whatEleventyIgnoresOnlyWhileOneWritesIsPublished(String around, boolean isShown)
      throws IOException {
    write(
        "eleventy.config.js",
        "export default function (c) {\n"
            + around.replace("#", "c.ignores.add('posts/big/*');")
            + "\n}\n");

    assertThat(isShown("posts/big/a.md")).isEqualTo(isShown);
  }
}
