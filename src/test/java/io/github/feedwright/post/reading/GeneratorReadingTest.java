package io.github.feedwright.post.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.format.FeedFormats;
import io.github.feedwright.library.Posts;
import io.github.feedwright.post.Author;
import io.github.feedwright.post.Post;
import io.github.feedwright.post.author.Authors;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.settings.SettingsReader;
import io.github.feedwright.settings.SettingsResult;
import io.github.feedwright.source.search.GeneratorSearch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a generator publishes, is published as it does. */
final class GeneratorReadingTest {
  private static ParsedPost read(String generator, String path, String text) {
    Settings settings =
        ((SettingsResult.Valid)
                SettingsReader.read(
                    "posts: {generator: " + generator + "}",
                    "config.yaml",
                    Path.of(""),
                    FeedFormats.names()))
            .settings();
    return new PostParser(settings, Authors.none())
        .parse(path, text.getBytes(StandardCharsets.UTF_8));
  }

  private static Post post(String generator, String fields) {
    String text = "---\ndate: 2020-01-01\n" + fields + "\n---\nText\n";
    return ((ParsedPost.Understood) read(generator, "2020-01-01-a.md", text)).post();
  }

  @Test
  void jekyllIgnoresAZoneAfterASecondYear() {
    String fields = "---\ndate: 2023-01-29 18:30:22 2023 -0800\n---\nText\n";

    ParsedPost.Understood read =
        (ParsedPost.Understood) read("jekyll", "_posts/2023-01-29-a.md", fields);

    assertThat(read.post().dates().published()).isEqualTo("2023-01-29T18:30:22Z");
    assertThat(read("none", "a.md", fields)).isInstanceOf(ParsedPost.Refused.class);
  }

  @Test
  void inHexoTabsMayIndentFrontMatter() {
    String text = "---\ntitle: A\ndate: 2020-01-01\ntags:\n\t- One\n\t- Two\n---\nText\n";

    ParsedPost.Understood read = (ParsedPost.Understood) read("hexo", "_posts/a.md", text);

    assertThat(read.post().tags()).containsExactly("One", "Two");
    assertThat(read("none", "a.md", text)).isInstanceOf(ParsedPost.Refused.class);
  }

  @ParameterizedTest
  @CsvSource({"hugo, warning", "eleventy, warning", "middleman, warning", "none, error"})
  void aFileWithoutADateIsAPageWhereItsGeneratorHasSuchPages(String generator, String level) {
    ParsedPost.Refused read =
        (ParsedPost.Refused) read(generator, "about.md", "---\ntitle: A\n---\nText\n");

    assertThat(read.problems()).hasSize(1);
    assertThat(read.problems().get(0).toString()).startsWith("about.md:1: " + level + ": date: is");
    assertThat(read.isUndated()).isTrue();
  }

  @Test
  void docusaurusDoesNotShowTheHeadingThatAPostBeginsWith() {
    String text = "---\ntitle: A title\n---\n\n# Another\n\nText\n";

    ParsedPost.Understood read =
        (ParsedPost.Understood) read("docusaurus", "2020-01-01-a.md", text);

    assertThat(read.post().title()).isEqualTo("A title");
    assertThat(read.post().body().text()).doesNotContain("Another").endsWith("\n\nText\n");
  }

  @Test
  void jekyllPublishesAPostWithoutFrontMatter() {
    String path = "_posts/2020-01-02-some-words.md";

    ParsedPost.Understood read = (ParsedPost.Understood) read("jekyll", path, "# A\n\nText\n");

    assertThat(read.post().title()).isEqualTo("Some Words");
    assertThat(read.post().body().text()).isEqualTo("# A\n\nText\n");
    assertThat(read("none", path, "# A\n\nText\n"))
        .isInstanceOf(ParsedPost.WithoutFrontMatter.class);
    assertThat(read("jekyll", "notes.md", "# A\n"))
        .isInstanceOf(ParsedPost.WithoutFrontMatter.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import a from 'a'\n\nexport const meta = {\n  title: 'A'\n}\n\nText\n",
        "export const frontmatter = { title: 'A' }\n",
        "export let metadata = { title: 'A' }\n",
      })
  void aPostWhoseFieldsAreJavaScriptIsReportedInTheSameWordsEverywhere(String text) {
    ParsedPost.Refused read = (ParsedPost.Refused) read("next", "a/index.mdx", text);

    assertThat(read.problems())
        .containsExactly(
            Problem.error(
                "a/index.mdx",
                1,
                Kind.TEMPLATE,
                "the fields of the post are JavaScript, which is not run, so it is not published;"
                    + " write them as front matter: ---, title: Its title, date: 2026-01-31, ---"));
    assertThat(read("next", "a/part.mdx", "export const Part = () => 1\n"))
        .isInstanceOf(ParsedPost.WithoutFrontMatter.class);
    assertThat(read("none", "a/index.mdx", text)).isNotInstanceOf(ParsedPost.Refused.class);
  }

  @ParameterizedTest
  @CsvSource({
    "2019-01-21-x/index.md",
    "2019/01/21/x.md",
    "2019-01-21.a.b.md",
    "2019-1-21x.md",
    "2019-01-21-release/notes.md",
    "notes/2019-01/21-x.md",
  })
  void docusaurusDatesAPostByAnyDateInItsPath(String path) {
    String text = "---\ntitle: A\n---\nText\n";

    ParsedPost.Understood read = (ParsedPost.Understood) read("docusaurus", path, text);

    assertThat(read.post().dates().published())
        .isEqualTo(OffsetDateTime.parse("2019-01-21T00:00Z"));
  }

  @Test
  void docusaurusReadsEveryMarkdownFileAsOneWithComponents() {
    String text =
        "---\ntitle: A\ndate: 2020-01-01\n---\nimport B from 'b';\n\n<B x={1}>\n\n*T*\n\n</B>\n";

    ParsedPost.Understood read = (ParsedPost.Understood) read("docusaurus", "a.md", text);

    assertThat(read.post().body().text()).contains("*T*").doesNotContain("import", "<B", "{1}");
    read = (ParsedPost.Understood) read("gatsby", "a.md", text);
    assertThat(read.post().body().text()).contains("import B");
    read = (ParsedPost.Understood) read("gatsby", "a.mdx", text);
    assertThat(read.post().body().text()).doesNotContain("import", "<B");
  }

  @Test
  void aFieldThatIsRepeatedWithItsValueIsANote() {
    String text = "---\ntitle: A\ndate: 2020-01-01\ntitle: A\n---\nText\n";

    assertThat(((ParsedPost.Understood) read("jekyll", "a.md", text)).problems())
        .extracting(Problem::toString)
        .containsExactly(
            "a.md:2: note: title: is given again on line 4, and the last one counts; remove one");
  }

  @Test
  void inJekyllTheLastOfTwoEqualKeysCountsAndThisIsReported() {
    String text = "---\ntitle: A\ndate: 2020-01-01\ntitle: B\n---\nText\n";

    ParsedPost.Understood read = (ParsedPost.Understood) read("jekyll", "a.md", text);

    assertThat(read.post().title()).isEqualTo("B");
    assertThat(read.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "a.md:2: warning: title: is given again on line 4, and the last one counts; remove"
                + " one");
    assertThat(read("hugo", "a.md", text)).isInstanceOf(ParsedPost.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"published: false\npublished: true", "draft: true\ndraft: false"})
  void ofTwoEqualKeysOneThatHidesIsEnough(String fields) {
    assertThat(post("jekyll", fields).visibility().visible()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC.", "UTC-00:00,", ".", "Z ."})
  void nikolaIgnoresSignsAtTheEndOfADate(String end) {
    String text = ".. title: A\n.. date: 2020-01-01 10:00" + end + "\n\nText\n";

    Post post = ((ParsedPost.Understood) read("nikola", "a.md", text)).post();

    assertThat(post.dates().published()).isEqualTo(OffsetDateTime.parse("2020-01-01T10:00Z"));
  }

  @Test
  void nikolaIgnoresLinesThatAreNoFields() {
    String text = ".. title: A\n.. date: 2020-01-01 10:00 UTC-05:00.\nstray\n\nText\n";

    Post post = ((ParsedPost.Understood) read("nikola", "a.md", text)).post();

    assertThat(post.dates().published()).isEqualTo(OffsetDateTime.parse("2020-01-01T10:00-05:00"));
    assertThat(read("none", "a.md", text)).isInstanceOf(ParsedPost.Refused.class);
    assertThat(read("nikola", "a.md", text.replace("stray", "status draft")))
        .isInstanceOf(ParsedPost.Refused.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pubDatetime: 2020-02-01 | ",
        "publishedAt: 2020-02-01 | ",
        "createdAt: 2020-02-01 | ",
        "published_at: 2020-02-01 | ",
        "date: 2020-02-01\\nupdatedAt: 2020-03-01 | 2020-03-01",
        "date: 2020-02-01\\nlastUpdated: 2020-03-01 | 2020-03-01",
        "created: 2020-02-01\\nupdated: 2020-03-01 | 2020-03-01",
        "date: {created: 2020-02-01, updated: 2020-03-01} | 2020-03-01",
        "pubDate: 2020-02-01\\nupdatedDate: 2020-03-01 | 2020-03-01",
        "pubDatetime: 2020-02-01\\nmodDatetime: 2020-03-01 | 2020-03-01",
        "date: 2020-02-01\\nupdated_at: 2020-03-01 | 2020-03-01",
      })
  void datesHaveTheNamesThatGeneratorsGiveThem(String fields, String modified) {
    String text = "---\n" + fields.replace("\\n", "\n") + "\n---\nText\n";

    Post post = ((ParsedPost.Understood) read("astro", "a.md", text)).post();

    assertThat(post.dates().published().toLocalDate()).hasToString("2020-02-01");
    OffsetDateTime changed = post.dates().modified();
    assertThat(changed == null ? null : changed.toLocalDate().toString()).isEqualTo(modified);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jekyll | author: Ada Example, Director of Trust | Ada Example, Director of Trust",
        "hugo | authors: [Ada, 'Bob, Jr.'] | Ada; Bob, Jr.",
        "pelican | author: Ada Example, Director of Trust | Ada Example, Director of Trust",
        "pelican | authors: Ada, Bob, and Cem | Ada; Bob; Cem",
        "pelican | authors: EXAMPLE, Ada; Example, Bob | EXAMPLE, Ada; Example, Bob",
        "pelican | authors: '\"EXAMPLE, Ada\", Bob' | EXAMPLE, Ada; Bob",
        "pelican | authors: Ada Example, Jr., Bob | Ada Example, Jr.; Bob",
        "nikola | author: Ada, Bob | Ada, Bob",
        "none | author: Ada, Bob | Ada; Bob",
      })
  void commasSeparateAuthorsWhereTheGeneratorSaysSo(
      String generator, String field, String authors) {
    assertThat(post(generator, field).authors().stream().map(Author::name))
        .containsExactly(authors.split("; "));
  }

  @Test
  void commasSeparateAuthorsOfNikolaIfItsConfigurationSaysSo(@TempDir Path site)
      throws IOException {
    Files.writeString(
        site.resolve("conf.py"),
        "BLOG_TITLE = 'A'\nPOSTS = ()\nMULTIPLE_AUTHORS_PER_POST = True\n");
    Settings settings = GeneratorSearch.resolved(Posts.settings("").withPosts(site));
    String text = ".. title: A\n.. date: 2020-01-01\n.. author: Ada, Bob\n\nText\n";

    ParsedPost.Understood read =
        (ParsedPost.Understood)
            new PostParser(settings, Authors.none())
                .parse("a.md", text.getBytes(StandardCharsets.UTF_8));

    assertThat(read.post().authors()).extracting(Author::name).containsExactly("Ada", "Bob");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pelican | tags: making things | making things",
        "pelican | tags: making things, Mario | making things; Mario",
        "nikola | tags: making things | making things",
        "jekyll | tags: making things | making; things",
        "none | tags: making things | making; things",
      })
  void blanksSeparateTagsWhereTheGeneratorSaysSo(String generator, String field, String tags) {
    assertThat(post(generator, field).tags()).containsExactly(tags.split("; "));
  }

  @Test
  void aDayAndTimeOfPelicanMayHaveAHyphenBetweenThem() {
    String text = "Title: A\nDate: 2019-12-01-19:48\n\nText\n";

    Post post = ((ParsedPost.Understood) read("pelican", "2020-01-02-a.md", text)).post();

    assertThat(post.dates().published()).hasToString("2019-12-01T19:48Z");
  }

  @Test
  void aPostWithComponentsIsReadWhereItsGeneratorReadsThem() {
    String text =
        "---\ntitle: A\ndate: 2020-01-01\n---\nimport B from './b'\n\n<B>Words</B> of {it}.\n";

    ParsedPost.Understood read = (ParsedPost.Understood) read("astro", "a.mdx", text);

    assertThat(read.post().stem()).isEqualTo("a");
    assertThat(read.post().body().text()).isEqualTo("\n\nWords of .\n");
  }

  @Test
  void aPostOfProgramsIsReported() {
    String text = "---\ntitle: A\ndate: 2020-01-01\n---\n{all.map(each => each.words)}\n\nEnd\n";

    ParsedPost.Understood read = (ParsedPost.Understood) read("astro", "a.mdx", text);

    assertThat(read.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "a.mdx:5: warning: most of the post consists of components and expressions, which are"
                + " not run, so readers see little of it; write what they should see as Markdown");
  }
}
