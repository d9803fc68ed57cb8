package io.github.feedwright.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.generator.GeneratorChoice;
import io.github.feedwright.generator.program.Hugo;
import io.github.feedwright.generator.rule.PermalinkPatterns;
import io.github.feedwright.i18n.SiteWords;
import io.github.feedwright.settings.scope.Combination;
import io.github.feedwright.settings.scope.Combinations;
import io.github.feedwright.settings.scope.Languages;
import io.github.feedwright.settings.scope.Note;
import io.github.feedwright.settings.scope.Selection;
import io.github.feedwright.text.MediaTypes;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsReaderTest {
  private static final List<String> FORMATS = List.of("rss", "atom", "json");
  private static final Path BASE = Path.of("/srv/blog");

  @Test
  void whatIsNotSaidHasADefault() {
    URI here = URI.create("http://localhost:8080/");

    assertThat(SettingsReader.defaults(BASE, FORMATS))
        .isEqualTo(
            new Settings(
                new SiteSettings(
                    "Feedwright",
                    here,
                    "tag:localhost,2000",
                    false,
                    "",
                    "en",
                    null,
                    null,
                    null,
                    null,
                    SiteWords.of("en", null)),
                new PostsSettings(
                    BASE.resolve("content"),
                    PermalinkPatterns.NONE,
                    null,
                    null,
                    null,
                    MediaTypes.DEFAULT,
                    null,
                    GeneratorChoice.AUTO),
                new FeedsSettings(
                    here,
                    FORMATS,
                    Set.of("category", "tag", "author"),
                    20,
                    FeedContent.FULL,
                    FeedsSettings.Archives.SITE,
                    FeedsSettings.LinkedPosts.TARGET,
                    false,
                    List.of(),
                    Combinations.NONE),
                new ContentSettings(ContentSettings.Formulas.AUTO),
                List.of(),
                Languages.NONE,
                new IdSettings(null, false),
                new GuardSettings(5, List.of()),
                new HttpSettings(
                    "127.0.0.1",
                    8080,
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(1),
                    Duration.ofDays(1),
                    HttpSettings.FeedType.SPECIFIC),
                Map.of(),
                List.of(),
                new WatchSettings(Duration.ofSeconds(30), Duration.ofMillis(250)),
                new LimitSettings(
                    1_048_576, 65_536, 4_194_304, 100, 20_000, 100, Duration.ofSeconds(2)),
                null,
                MonitoringSettings.DEFAULT));
  }

  @Test
  void everyKeyIsMapped() {
    String text =
        """
        site:
          title: Example
            Journal
          url: https://Blog.Example.org
          id: tag:blog.example.org,2013
          description: Notes from the workshop
          language: pt-br
          author: {name: Ada Example, email: ada@example.org, url: https://ada.example.org}
          rights: © Ada
          icon: https://example.org/icon.png?v=2
          logo: https://example.org/logo.png
          words: pt.properties
        posts:
          directory: ../posts
          permalink: pretty
          timezone: Europe/Prague
          authors: authors.yml
          updated: git
          media-types: {.STL: model/stl, zip: none}
          image-base: /images
          generator: hugo
        feeds:
          url: https://feeds.example.org/blog
          formats: [json, rss]
          by: [tag]
          items: 1000
          content: excerpt
          archives: all
          linked-posts: page
          trusted-html: true
          keep: [news, tag/c++, tag/日本語, author/a.b, tag/dot-net, category/~2f]
          main: {not: [category/notes]}
          combinations:
            planet-python:
              all: [tag/python]
              any: [language/pt_BR, author/ada]
              not: [category/work]
              title: Python, in English
          combine: 2
        content: {math: on}
        notes:
          - text: |
              By {author}.
              All rights reserved.
            to: category/work
            not: [tag/x]
            place: start
            in: [feeds, pages]
          - text: Licence
        languages: {fr: {title: Journal}}
        git: {first-commit: true, at-most: 50}
        ids: {template: "https://old.example.org/?p=:wordpress_id", until: 2025-06-01, write: true}
        guard: {entries: 12, accept: [7f3a02c4, "12345678"]}
        http:
          host: 0.0.0.0
          port: 0
          max-age: 15m
          stale-while-revalidate: 30s
          stale-if-error: 7d
          feed-type: xml
        redirects: {/blog/feed.xml: /atom.xml, "/?feed=rss2": https://Feeds.Example.org/rss.xml}
        gone: [/old, "/a b"]
        watch: {scan: 1s, settle: 0ms}
        limits:
          post: 2MiB
          front-matter: 1KiB
          html: 512KiB
          nesting: 20
          lines: 3000
          terms: 250
          render: 2500ms
        metrics: {host: "::1", port: 0}
        log: {level: debug, format: json, access: true}
        """;

    int line = (int) text.substring(0, text.indexOf("redirects:")).lines().count() + 1;
    assertThat(valid(text))
        .isEqualTo(
            new Settings(
                new SiteSettings(
                    "Example Journal",
                    URI.create("https://blog.example.org/"),
                    "tag:blog.example.org,2013",
                    true,
                    "Notes from the workshop",
                    "pt-BR",
                    new Person("Ada Example", "ada@example.org", "https://ada.example.org/"),
                    "© Ada",
                    URI.create("https://example.org/icon.png?v=2"),
                    URI.create("https://example.org/logo.png"),
                    SiteWords.of("pt-BR", BASE.resolve("pt.properties"))),
                new PostsSettings(
                    Path.of("/srv/posts"),
                    PermalinkPatterns.everywhere("/:categories/:year/:month/:day/:title/"),
                    ZoneId.of("Europe/Prague"),
                    BASE.resolve("authors.yml"),
                    new GitSettings(true, 50, null, "config.yaml", 18),
                    MediaTypes.DEFAULT.with(Map.of("stl", "model/stl", "zip", "")),
                    "/images/",
                    GeneratorChoice.of(new Hugo())),
                new FeedsSettings(
                    URI.create("https://feeds.example.org/blog/"),
                    List.of("json", "rss"),
                    Set.of("tag", "combination", "language"),
                    1000,
                    FeedContent.EXCERPT,
                    FeedsSettings.Archives.ALL,
                    FeedsSettings.LinkedPosts.PAGE,
                    true,
                    List.of(
                        "news", "tag/c++", "tag/日本語", "author/a.b", "tag/dot-net", "category/~2f"),
                    new Combinations(
                        new Combination(
                            "main",
                            "",
                            new Selection(List.of(), List.of(), List.of("category/notes")),
                            "config.yaml",
                            32),
                        List.of(
                            new Combination(
                                "planet-python",
                                "Python, in English",
                                new Selection(
                                    List.of("tag/python"),
                                    List.of("language/pt-br", "author/ada"),
                                    List.of("category/work")),
                                "config.yaml",
                                34)),
                        2)),
                new ContentSettings(ContentSettings.Formulas.ON),
                List.of(
                    new Note(
                        "By {author}.\nAll rights reserved.",
                        new Selection(List.of(), List.of("category/work"), List.of("tag/x")),
                        Note.Place.START,
                        Set.of(Note.In.FEEDS, Note.In.PAGES),
                        "config.yaml",
                        43),
                    new Note(
                        "Licence",
                        new Selection(List.of(), List.of(), List.of()),
                        Note.Place.END,
                        Set.of(Note.In.FEEDS),
                        "config.yaml",
                        49)),
                new Languages(
                    List.of(
                        new Languages.Language("pt-BR", null),
                        new Languages.Language("fr", "Journal"))),
                new IdSettings(
                    new AdoptedIds(
                        "https://old.example.org/?p=:wordpress_id", LocalDate.of(2025, 6, 1)),
                    true),
                new GuardSettings(12, List.of("7f3a02c4", "12345678")),
                new HttpSettings(
                    "0.0.0.0",
                    0,
                    Duration.ofMinutes(15),
                    Duration.ofSeconds(30),
                    Duration.ofDays(7),
                    HttpSettings.FeedType.XML),
                Map.of(
                    "/blog/feed.xml",
                    new RedirectTarget("/atom.xml", "config.yaml", line),
                    "/?feed=rss2",
                    new RedirectTarget("https://feeds.example.org/rss.xml", "config.yaml", line)),
                List.of("/old", "/a%20b"),
                new WatchSettings(Duration.ofSeconds(1), Duration.ZERO),
                new LimitSettings(2_097_152, 1024, 524_288, 20, 3000, 250, Duration.ofMillis(2500)),
                null,
                new MonitoringSettings(
                    new MonitoringSettings.Address("::1", 0),
                    new LogSettings(LogSettings.Level.DEBUG, LogSettings.Format.JSON, true))));
  }

  @Test
  void theAddressDecidesWhatIsNotSaid() {
    Settings settings = valid("site:\n  url: https://blog.example.org:8443/journal");

    assertThat(settings.feeds().url()).hasToString("https://blog.example.org:8443/journal/");
    assertThat(settings.site().id()).isEqualTo("tag:blog.example.org,2000");
    assertThat(settings.site().idPinned()).isFalse();
  }

  @Test
  void anAddressOfNumbersMakesAnIdToo() {
    assertThat(valid("site:\n  url: http://[2001:DB8::1]/").site().id())
        .isEqualTo("tag:2001-db8--1,2000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing\n", "\uFEFF", "site:\nposts:\n", "site: {title: }\r\n"})
  void whatIsLeftEmptyHasItsDefault(String text) {
    assertThat(valid(text)).isEqualTo(SettingsReader.defaults(BASE, FORMATS));
  }

  @Test
  void theCommandLineComesLast() {
    Settings settings =
        valid("http: {port: 1, max-age: 9s}\nposts: {permalink: none}")
            .withPosts(Path.of("/posts"))
            .withHost("::1")
            .withPort(0);

    assertThat(settings)
        .isEqualTo(
            valid(
                "http: {port: 0, max-age: 9s, host: '::1'}\n"
                    + "posts: {permalink: none, directory: /posts}"));
  }

  @ParameterizedTest
  @CsvSource({
    "date,     /:categories/:year/:month/:day/:title.html",
    "pretty,   /:categories/:year/:month/:day/:title/",
    "ordinal,  /:categories/:year/:y_day/:title.html",
    "weekdate, /:categories/:year/W:week/:short_day/:title.html",
    "none,     /:categories/:title.html",
    "/:year/:title:output_ext, /:year/:title.html",
    ":year/:month/:title.html, /:year/:month/:title.html",
    "blog/:year/:title/, /blog/:year/:title/",
    "/:i_month-:i_day/:short_year/:filename, /:i_month-:i_day/:short_year/:filename",
  })
  void aPatternMayBeWrittenAsOtherGeneratorsDo(String written, String pattern) {
    assertThat(valid("posts: {permalink: '" + written + "'}").posts().permalinks())
        .isEqualTo(PermalinkPatterns.everywhere(pattern));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tag:example.org,2013",
        "tag:example.org,2013-01",
        "tag:example.org,2013-12-31",
        "tag:ada.b@sub.example.org,2013"
      })
  void anIdIsATagUri(String id) {
    assertThat(valid("site: {id: '" + id + "'}").site().id()).isEqualTo(id);
  }

  static Settings valid(String text) {
    SettingsResult reading = SettingsReader.read(text, "config.yaml", BASE, FORMATS);
    assertThat(reading).isInstanceOf(SettingsResult.Valid.class);
    return ((SettingsResult.Valid) reading).settings();
  }

  @Test
  void anAddressInTheNameOfTheAuthorIsNotPublished() {
    SettingsResult read =
        SettingsReader.read(
            "site: {url: https://ex.org/, author: {name: Ada (ada@ex.org), email: pub@ex.org}}",
            "config.yaml",
            BASE,
            FORMATS);
    assertThat(((SettingsResult.Valid) read).settings().site().author())
        .isEqualTo(new Person("Ada", "pub@ex.org", null));
  }
}
