package io.github.feedwright.source.search;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.feedwright.format.FeedFormats;
import io.github.feedwright.generator.GeneratorChoice;
import io.github.feedwright.settings.Person;
import io.github.feedwright.settings.PostsSettings;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.settings.SettingsReader;
import io.github.feedwright.settings.SettingsResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GeneratorSearchTest {
  @TempDir private Path site;

  private void write(String path, String text) throws IOException {
    Path file = site.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Settings settings(String posts, String configuration) throws IOException {
    Files.createDirectories(site.resolve(posts));
    Settings settings =
        ((SettingsResult.Valid)
                SettingsReader.read(configuration, "config.yaml", site, FeedFormats.names()))
            .settings();
    return GeneratorSearch.resolved(settings.withPosts(site.resolve(posts)));
  }

  private PostsSettings search(String posts, String configuration) throws IOException {
    return settings(posts, configuration).posts();
  }

  private PostsSettings search(String posts) throws IOException {
    return search(posts, "site: {title: A}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "_posts | _config.yml | title: A | jekyll",
        "source/_posts | _config.yml | new_post_name: :title.md | hexo",
        "content | hugo.toml | title = 'A' | hugo",
        "content/posts | config.toml | baseURL = 'https://example.org/' | hugo",
        "content | config/_default/hugo.yaml | title: A | hugo",
        "content | config.toml | base_url = 'https://example.org' | zola",
        "source | config.rb | activate :blog | middleman",
        "content | pelicanconf.py | AUTHOR = 'A' | pelican",
        "posts | conf.py | BLOG_TITLE = 'A' | nikola",
        "posts | .eleventy.js | x | eleventy",
        "src/posts | eleventy.config.mjs | x | eleventy",
        "src/content/blog | astro.config.mjs | x | astro",
        "blog | docusaurus.config.ts | x | docusaurus",
        "content/blog | gatsby-config.js | x | gatsby",
        "posts | next.config.mjs | x | next",
      })
  void aConfigurationInOrAboveThePostsDirectoryShowsTheGenerator(
      String posts, String file, String text, String name) throws IOException {
    write(file, text + "\n");

    PostsSettings found = search(posts);

    assertThat(found.generator().name()).isEqualTo(name);
    assertThat(found.written().why()).startsWith("because there is " + site.resolve(file));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "_posts | _config.yml | author: Ada Example",
        "_posts | _config.yml | author: {name: Ada Example, email: ada@example.org}",
        "source/_posts | _config.yml | new_post_name: :title.md\\nauthor: Ada Example",
        "content | hugo.toml | [params]\\nauthor = 'Ada Example'",
        "content | hugo.yaml | params: {author: {name: Ada Example}}",
        "content | config.toml | base_url = 'https://example.org'\\nauthor = 'Ada Example'",
        "content | pelicanconf.py | AUTHOR = u'Ada Example'",
        "posts | conf.py | BLOG_TITLE = 'A'\\nBLOG_AUTHOR = \"Ada Example\"  # (translatable)",
      })
  void theAuthorOfAGeneratorIsThatOfPostsWithoutOne(String posts, String file, String text)
      throws IOException {
    write(file, text.replace("\\n", "\n") + "\n");

    Settings found = settings(posts, "site: {title: A}");

    assertThat(found.site().author()).isEqualTo(new Person("Ada Example", null, null));
    assertThat(found.posts().written().why())
        .startsWith("because there is " + site.resolve(file) + ", which states the ")
        .endsWith(" author \"Ada Example\"")
        .contains(" the author ");
  }

  @Test
  void anAuthorWhoIsConfiguredCountsMoreThanThatOfAGenerator() throws IOException {
    write("pelicanconf.py", "AUTHOR = 'Ada Example'\nARTICLE_URL = 'a/{slug}/'\n");

    Settings own = settings("content", "site: {title: A, author: {name: Bob}}");

    assertThat(own.site().author()).isEqualTo(new Person("Bob", null, null));
    assertThat(own.posts().written().why()).doesNotContain("author");
    assertThat(settings("content", "site: {title: A}").posts().written().why())
        .endsWith(", which states the permalinks /a/:slug/ and the author \"Ada Example\"");
    assertThat(settings("content", "posts: {generator: none}").site().author()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "_posts | _config.yml | author: [Ada, Bob]",
        "content | hugo.toml | author = ''",
        "content | pelicanconf.py | AUTHOR = names[0]",
        "posts | .eleventy.js | author: 'Ada'",
      })
  void whatIsNoNameIsNoAuthor(String posts, String file, String text) throws IOException {
    write(file, text + "\n");

    assertThat(settings(posts, "site: {title: A}").site().author()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "config.toml | title = 'A'",
        "conf.py | project = 'Sphinx'",
        "config.rb | css_dir = 'css'",
        "config.yaml | site: {title: A}",
      })
  void aFileOfTheSameNameThatIsAnotherProgramsShowsNone(String file, String text)
      throws IOException {
    write(file, text + "\n");

    assertThat(search("content").generator().name()).isEqualTo("unknown");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ".. title: A\\n.. date: 2020-01-01\\n\\nText | nikola",
        "Title: A\\nDate: 2020-01-01\\n\\nText | pelican",
        "+++\\ntitle = 'A'\\n[taxonomies]\\ntags = ['a']\\n+++ | zola",
        "+++\\ntitle = 'A'\\n+++ | hugo",
        "---\\nwordpress_id: 7\\n--- | wordpress",
        "---\\ntitle: A\\n--- | unknown",
      })
  void withoutAConfigurationThePostsShowIt(String text, String name) throws IOException {
    write("content/a.md", text.replace("\\n", "\n"));
    write("content/sub/b.md", text.replace("\\n", "\n"));

    assertThat(search("content").generator().name()).isEqualTo(name);
  }

  @Test
  void theSearchEndsAtTheRootOfTheRepository() throws IOException {
    write("_config.yml", "title: A\n");
    Files.createDirectories(site.resolve("inner/.git"));

    assertThat(search("inner/posts").generator().name()).isEqualTo("unknown");
  }

  @Test
  void whatTheConfigurationNamesIsNotSearched() throws IOException {
    write("_config.yml", "title: A\n");

    assertThat(search("_posts", "posts: {generator: none}").written())
        .isEqualTo(search("content", "posts: {generator: none}").written());
    assertThat(search("_posts", "posts: {generator: pelican}").generator().name())
        .isEqualTo("pelican");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "_posts | _config.yml | collections: {posts: {permalink: /news/:title/}} | /news/:title/",
        "_posts | _config.yml | permalink: pretty # short | /:categories/:year/:month/:day/:title/",
        "source/_posts | _config.yml | permalink: :year/:title/\\nnew_post_name: :title.md |"
            + " /:year/:path/",
        "source/_posts | _config.yml | permalink: :year/:title/\\nnew_post_name:"
            + " :year-:month-:day-:title.md | /:year/:title/",
        "content | pelicanconf.py | ARTICLE_URL = '{date:%Y}/{date:%m}/{slug}/' |"
            + " /:year/:month/:slug/",
        "content | pelicanconf.py | FILENAME_METADATA ="
            + " r'(?P<date>\\d{4}-\\d{2}-\\d{2})-(?P<slug>.*)'\\nARTICLE_URL = 'b/{slug}/' |"
            + " /b/:slugorfilename/",
        "content | pelicanconf.py | SLUGIFY_SOURCE = 'basename' | /:slugorcontentbasename.html",
        "content | hugo.toml | [permalinks]\\nposts = '/:year/:slug/'\\n[params]\\na = '/:b/' |"
            + " posts: /:year/:slug/",
        "content | hugo.yaml | permalinks:\\n  page:\\n    posts: /p/:slug/\\n  section:\\n    posts:"
            + " /s/:slug/\\nx: 1 | posts: /p/:slug/",
        "source | config.rb | activate :blog\\n  blog.permalink ="
            + " '{year}/{title}.html'\\nend | /:year/:title.html",
        "source | config.rb | activate :blog\\n  blog.prefix = '/blog/'\\nend |"
            + " /blog/:year/:month/:day/:title.html",
        "posts | conf.py | BLOG_TITLE = 'A'\\nPOSTS = (('posts/*.md', 'blog', 'post.tmpl'),) |"
            + " /blog/:sections/:slug/",
      })
  void theConfigurationStatesThePermalinks(String posts, String file, String text, String patterns)
      throws IOException {
    write(file, text.replace("\\n", "\n") + "\n");

    PostsSettings found = search(posts);

    assertThat(found.permalinks()).hasToString(patterns);
    assertThat(found.written().why()).endsWith(", which states the permalinks " + patterns);
  }

  @Test
  void theTimeZoneIsTheGeneratorsUnlessItIsConfigured() throws IOException {
    write("_config.yml", "title: A\ntimezone: America/Los_Angeles\n");

    assertThat(search("_posts").timezone()).hasToString("America/Los_Angeles");
    assertThat(search("_posts", "posts: {timezone: UTC}").timezone()).hasToString("UTC");
    assertThat(search("_posts", "posts: {generator: none}").timezone()).hasToString("UTC");
  }

  @Test
  void aTimeZoneThatIsNoneIsIgnored() throws IOException {
    write("_config.yml", "title: A\ntimezone: Nowhere\n");

    assertThat(search("_posts").timezone()).hasToString("UTC");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "_config.yml | collections:¶  docs:¶    permalink: /docs/:path/",
        "hugo.toml | [module]¶permalinks = '/x/:slug/'",
        "hugo.json | {\"params\": {\"permalinks\": {\"posts\": \"/:slug/\"}}}",
      })
  void whatIsFurtherInsideAConfigurationIsSomethingElse(String file, String text)
      throws IOException {
    write(file, text.replace('¶', '\n') + "\n");

    assertThat(search("content").permalinks().rules()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hugo.yaml | languages:¶  en:¶    contentDir: content/en¶  fr:¶    contentDir: content/fr",
        "hugo.toml | contentDir = 'content/en'",
        "hugo.json | {\"contentDir\": \"content/en\"}",
      })
  void hugosContentMayBeInAFolderOfItsLanguage(String file, String text) throws IOException {
    write(file, text.replace('¶', '\n') + "\n");
    Files.createDirectories(site.resolve("content/en"));

    assertThat(search("content").written().content())
        .isEqualTo(new GeneratorChoice.Content("en/", ""));
    assertThat(search("content/en/blog").written().content())
        .isEqualTo(new GeneratorChoice.Content("", "blog/"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "export default function (c) {¶  return {dir: {input: 'site', output: '_site'}}¶}",
        "module.exports = {¶  dir: {¶    output: \"_site\",¶    input: \"./site\",¶  },¶}",
        "export default (c) => {¶  c.setInputDirectory(\"site\");¶};",
      })
  void eleventysContentMayBeInAFolder(String text) throws IOException {
    write("eleventy.config.js", text.replace('¶', '\n') + "\n");
    Files.createDirectories(site.resolve("site/blog"));

    assertThat(search("site").written().content()).isEqualTo(new GeneratorChoice.Content("", ""));
    assertThat(search("site/blog").written().content())
        .isEqualTo(new GeneratorChoice.Content("", "blog/"));
    assertThat(search(".").written().content()).isEqualTo(new GeneratorChoice.Content("site/", ""));
    write("eleventy.config.js", "export default { files: { input: 'site' } };\n");
    assertThat(search("site/blog").written().content())
        .isEqualTo(new GeneratorChoice.Content("", "site/blog/"));
  }

  @Test
  void hugosTranslationsInFoldersOfTheirOwnAreContentWhereLanguagesAreConfigured()
      throws IOException {
    write(
        "hugo.toml",
        "[languages.en]\ncontentDir = 'content/en'\n[languages.fr]\ncontentDir = 'content/fr'\n");
    Files.createDirectories(site.resolve("content/en"));

    GeneratorChoice.Content content = search("content", "languages: [en, fr]").written().content();
    assertThat(content).isEqualTo(new GeneratorChoice.Content("en/", "", List.of("fr/")));
    assertThat(content.path("fr/posts/a.md")).isEqualTo("posts/a.md");
    assertThat(content.path("de/posts/a.md")).isNull();
    assertThat(search("content").written().content().path("fr/posts/a.md")).isNull();
  }

  @Test
  void aConfigurationThatIsNotWellFormedIsReadByItsLines() throws IOException {
    write("_config.yml", "title: A: B\npermalink: /:year/:title/\n");

    assertThat(search("_posts").permalinks()).hasToString("/:year/:title/");
  }

  @Test
  void aConfigurationOfOneLongLineDoesNoHarm() throws IOException {
    write("pelicanconf.py", "A = '" + "\\\\'".repeat(50_000) + "'\nARTICLE_URL = '{slug}/'\n");

    assertThat(search("content").permalinks()).hasToString("/:slug/");
  }

  @Test
  void middlemanLooksForImagesWhereItsRenderersDo() throws IOException {
    write("config.rb", "activate :blog\n");

    assertThat(search("source").imageBase()).isEqualTo("/images/");
    assertThat(search("source", "posts: {image-base: /pictures/}").imageBase())
        .isEqualTo("/pictures/");
  }

  @Test
  void theOwnPermalinksComeBeforeThoseThatAreStated() throws IOException {
    write("hugo.toml", "[permalinks]\nposts = '/:year/:slug/'\nnotes = '/n/:slug/'\n");

    assertThat(search("content", "posts: {permalink: {posts: '/p/:slug/'}}").permalinks())
        .hasToString("posts: /p/:slug/, posts: /:year/:slug/, notes: /n/:slug/");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'.' | content/ | ''",
        "content | '' | ''",
        "content/posts/en | '' | posts/en/",
      })
  void thePlaceOfTheContentIsKnown(String posts, String inside, String around) throws IOException {
    write("hugo.toml", "title = 'A'\n");
    Files.createDirectories(site.resolve("content"));

    assertThat(search(posts).written().content())
        .isEqualTo(new GeneratorChoice.Content(inside, around));
  }

  @Test
  void hugosConfigurationMayHaveAFileForEachKey() throws IOException {
    write(
        "config/_default/hugo.toml",
        """
        baseURL = 'https://example.org/'
        [uglyURLs]
        post = true
        notes = true
        [permalinks]
        post = '/:year/:slug/'
        """);
    write("config/_default/languages.en.toml", "contentDir = 'content/en'\n");
    write("content/en/post/a.md", "+++\ntitle = 'A'\n+++\n");

    GeneratorChoice found = search("content/en/post").written();

    assertThat(found.content()).isEqualTo(new GeneratorChoice.Content("", "post/"));
    assertThat(found.why())
        .endsWith(
            "which states the permalinks post: /:year/:slug.html, notes:"
                + " /:sections/:slugorcontentbasename.html");
  }

  @Test
  void theDataOfEleventysFoldersAreRead() throws IOException {
    write("eleventy.config.js", "export default { dir: { input: 'src' } };\n");
    write("src/blog/blog.json", "{\n\t\"permalink\": \"/b/{{ page.fileSlug }}/\"\n}\n");
    write("src/blog/old/old.11tydata.json", "{\"permalink\": \"{{ page.filePathStem }}/\"}");
    write("src/blog/old/other.json", "{\"permalink\": \"/other/\"}");
    write("src/hidden/hidden.json", "{\"eleventyExcludeFromCollections\": true}");
    write("src/node_modules/a/a.json", "{\"permalink\": \"/a/\"}");
    write("src/blog/broken/broken.json", "{");

    PostsSettings posts = search("src");
    GeneratorChoice choice = posts.written();

    assertThat(choice.why())
        .endsWith("states the permalinks blog/old: /:name/, blog: /b/:contentbasename/");
    assertThat(choice.generator().hides("hidden/a/b.md", choice.values(), List.of("title")))
        .isEqualTo("the data of its folder hide it");
    assertThat(choice.generator().hides("hidden.md", choice.values(), List.of())).isNull();
    assertThat(choice.generator().hides("blog/a.md", choice.values(), List.of())).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "a/x.md,      permalink, false",
    "a/y.md,      title,     true",
    "a/deep/p.md, title,     false",
    "b/x.md,      eleventyExcludeFromCollections, false",
    "b/y.md,      permalink, true",
    "b/deep/p.md, title,     false",
    "c/p.md,      title,     true",
    "f/p.md,      title,     true",
    "f/p.md,      permalink, false",
    "f/p/q.md,    title,     false",
    "f/q.md,      title,     false",
    "g/deep/p.md, title,     true",
    "drafts.md,   title,     true",
    "drafts.md,   draft,     false",
  })
  void theInnermostOfEleventysDataAndAPostsOwnFieldsWin(String path, String own, boolean isHidden)
      throws IOException {
    write("eleventy.config.js", "export default { dir: { input: 'src' } };\n");
    write("src/a/a.json", "{\"permalink\": false}");
    write("src/a/deep/deep.json", "{\"permalink\": \"/d/{{ page.fileSlug }}/\"}");
    write("src/b/b.json", "{\"eleventyExcludeFromCollections\": true}");
    write("src/b/deep/deep.json", "{\"eleventyExcludeFromCollections\": false}");
    write("src/c/c.json", "{\"permalink\": false}");
    write("src/c/c.11tydata.json", "{\"layout\": \"post\"}");
    write("src/f/p.json", "{\"permalink\": false}");
    write("src/f/p.md", "Text");
    write("src/g/g.json", "{\"permalink\": \"/g/{{ page.fileSlug }}/\"}");
    write("src/g/deep/deep.json", "{\"permalink\": false}");
    write("src/drafts.md", "Text");
    write("src/drafts.11tydata.json", "{\"draft\": true}");

    GeneratorChoice choice = search("src").written();

    assertThat(choice.generator().hides(path, choice.values(), List.of(own)) != null)
        .isEqualTo(isHidden);
  }

  @Test
  void theDataOfEleventysFoldersThatScriptsWriteOutAreRead() throws IOException {
    write("eleventy.config.js", "export default { dir: { input: 'src' } };\n");
    write(
        "src/blog/blog.11tydata.js",
        "export default {\n\ttags: ['a'],\n\tpermalink: '/b/{{ page.fileSlug }}/',\n};\n");
    write("src/n/n.11tydata.cjs", "module.exports = {permalink: (data) => '/x/'}\n");

    assertThat(search("src").written().why())
        .endsWith("states the permalinks blog: /b/:contentbasename/");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "site.js    | export default { a: 'x', b: { c: 2 } }; | a=x b.c=2",
        "site.cjs   | module.exports = {\"a\": \"x \\\"y\\\"\", 'b': `z`}; | a=x \"y\" b=z",
        "site.js    | import x from 'y';¶export default {¶ // a: '1'¶ a: 'x', /* b: 2, */¶}; | a=x",
        "site.js    | export default { a: new Date(), b: f('c', {d: 1}), e: 'x' + y, g: 1 }; | g=1",
        "site.js    | export default { a: 1, ...b, c: 2, d() { return {e: 1}; }, f, }; | c=2",
        "site.js    | export default { a: `${b}`, c: [1, '}'], d: true }; | d=true",
        "site.js    | export default { a: {b: 1}, a: c, d: null }; | d=null",
        "site.js    | export default { a: {b: {c: 'deep' }, e: -1.5 }, f: 'g' | a.b.c=deep a.e=-1.5",
        "site.js    | export default async function() { return { a: 1 }; } | a=1",
        "site.js    | export default async function() { return f({ a: 1 }); } |",
        "site.json  | {\"a\": {\"b\": 1}, \"c\": [{\"d\": 1}]} | a.b=1",
        "site.njk   | a: 1 |",
      })
  void eleventysDataOfAllTemplatesAreRead(String name, String script, @Nullable String values)
      throws IOException {
    write("eleventy.config.js", "export default { dir: { input: 'src', data: '../_data' } };\n");
    write("src/a.md", "Text");
    write("_data/" + name, script.replace('¶', '\n'));

    GeneratorChoice choice = search("src").written();

    assertThat(
            choice.values().entrySet().stream()
                .filter(each -> each.getKey().startsWith("data/_data.site."))
                .map(
                    each ->
                        each.getKey().substring("data/_data.site.".length())
                            + "="
                            + each.getValue())
                .sorted()
                .toList())
        .isEqualTo(values == null ? List.of() : splitValues(values));
  }

  @Test
  void muchDataOfEleventyIsReadAtOnce() throws IOException {
    write("eleventy.config.js", "export default { dir: { input: 'src' } };\n");
    write("src/a.md", "Text");
    String keys =
        IntStream.range(0, 250).mapToObj(each -> "k" + each + ": 1").collect(joining(","));
    for (int file = 0; file < 200; file++) {
      write("src/_data/d" + file + ".js", "export default {" + keys + "}");
    }

    GeneratorChoice choice =
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> search("src").written());

    assertThat(choice.values()).containsEntry("data/_data.d199.k249", "1");
  }

  private static List<String> splitValues(String values) {
    return List.of(values.split(" (?=[\\w.]+=)"));
  }

  @Test
  void eleventysDataOfAllContentAndOfOneFileAreRead() throws IOException {
    write("eleventy.config.js", "export default { dir: { input: 'src' } };\n");
    write("src/src.json", "{\"permalink\": \"/all/{{ page.fileSlug }}/\"}");
    write("src/blog/one.11tydata.json", "{\"permalink\": \"/one/\"}");
    write("src/blog/one.md", "Text");
    write("src/blog/other.json", "{\"permalink\": \"/other/\"}");
    write("src/blog/two/two.json", "{\"permalink\": \"/j/{{ page.fileSlug }}/\"}");
    write("src/blog/two/two.11tydata.json", "{\"permalink\": \"/k/{{ page.fileSlug }}/\"}");

    assertThat(search("src").written().why())
        .endsWith(
            "states the permalinks blog/two: /k/:contentbasename/, blog/one.*: /one/,"
                + " /all/:contentbasename/");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "config.toml | base_url = 'https://e.org'¶[markdown]¶render_emoji = true | true",
        "config.toml | base_url = 'https://e.org'¶[extra]¶render_emoji = true | false",
        "hugo.toml | enableEmoji = true | true",
        "hugo.toml | title = 'A' | false",
      })
  void emojiAreOnWhereTheConfigurationSaysSo(String name, String text, boolean isOn)
      throws IOException {
    write(name, text.replace('¶', '\n') + "\n");
    assertThat(search("content").written().markdown().emoji()).isEqualTo(isOn);
  }
}
