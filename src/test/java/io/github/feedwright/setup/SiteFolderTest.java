package io.github.feedwright.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.format.FeedFormats;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.settings.SettingsReader;
import io.github.feedwright.settings.SettingsResult;
import io.github.feedwright.settings.scope.Languages;
import io.github.feedwright.site.RunningSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SiteFolderTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

  @TempDir private Path directory;

  private List<String> init() throws IOException {
    return SiteFolder.init(directory, TODAY);
  }

  private Settings settings(String file) throws IOException {
    String text = Files.readString(directory.resolve(file));
    SettingsResult reading = SettingsReader.read(text, file, directory, FeedFormats.names());
    assertThat(reading).as(text).isInstanceOf(SettingsResult.Valid.class);
    return ((SettingsResult.Valid) reading).settings();
  }

  @Test
  void aNewSiteHasAConfigurationTwoPostsAndAnAuthorsFile() throws Exception {
    assertThat(init())
        .containsExactly(
            "Wrote " + directory.resolve("config.yaml"),
            "Wrote " + directory.resolve("authors.yml"),
            "Wrote " + directory.resolve("content/2026-11-28-hello.md"),
            "Wrote " + directory.resolve("content/2026-11-29-how-to-write.md"),
            "Next: feedwright serve --config " + directory.resolve("config.yaml"));
    Settings settings = settings("config.yaml");
    assertThat(settings.site().title()).isEqualTo("A new site");
    assertThat(settings.site().id()).isEqualTo("tag:localhost,2026");
    assertThat(settings.posts().authors()).isEqualTo(directory.resolve("authors.yml"));
  }

  @Test
  void nothingIsOverwritten() throws Exception {
    Files.writeString(directory.resolve("config.yaml"), "site: {title: Mine}\nposts: {}\n");
    RunningSite.write(directory, "content/2014-04-04-one.md", "mine");
    assertThat(init())
        .contains(directory.resolve("config.yaml") + " already exists; it is unchanged");
    assertThat(directory.resolve("config.yaml")).hasContent("site: {title: Mine}\nposts: {}");
    assertThat(directory.resolve("content")).isDirectoryContaining("glob:**/2014*");
    assertThat(directory.resolve("authors.yml")).doesNotExist();
    List<String> again = init();
    assertThat(again).noneMatch(line -> line.startsWith("Wrote "));
  }

  @Test
  void jekyll() throws Exception {
    Files.writeString(
        directory.resolve("_config.yml"),
        """
        title: "Ada's \\"Journal\\""
        url: "https://blog.example.org"
        baseurl: "/notes"
        description: >-
          Notes from
          the workshop
        lang: de
        timezone: Europe/Berlin
        author:
          name: Ada Example
          email: ada@example.org
        permalink: /:year/:month/:title/
        plugins: [jekyll-feed]
        """);
    Files.createDirectories(directory.resolve("_posts"));
    assertThat(init())
        .contains(
            "This is a site of Jekyll.",
            "_config.yml:1: title is site.title: Ada's \"Journal\"",
            "_config.yml:8: timezone is posts.timezone: Europe/Berlin",
            "_config.yml:12: permalink is posts.permalink: /:year/:month/:title/");
    Settings settings = settings("config.yaml");
    assertThat(settings.site().title()).isEqualTo("Ada's \"Journal\"");
    assertThat(settings.site().url()).hasToString("https://blog.example.org/notes/");
    assertThat(settings.site().description()).isEqualTo("Notes from the workshop");
    assertThat(settings.site().language()).isEqualTo("de");
    assertThat(settings.site().author())
        .hasToString("Person[name=Ada Example, email=ada@example.org, url=null]");
    assertThat(settings.posts().timezone()).hasToString("Europe/Berlin");
    assertThat(settings.posts().directory()).isEqualTo(directory.resolve("_posts"));
    assertThat(Files.readString(directory.resolve("config.yaml")))
        .contains("permalink: \"/:year/:month/:title/\"");
  }

  @Test
  void hugo() throws Exception {
    Files.writeString(
        directory.resolve("hugo.toml"),
        """
        baseURL = 'https://blog.example.org/'
        languageCode = 'en-us'
        title = "Notes"
        timeZone = "America/New_York"
        [permalinks]
          posts = "/:year/:slug/"
        [params]
          description = "From the workshop"
          [params.author]
            name = "Ada Example"
            email = "ada@example.org"
        """);
    Files.createDirectories(directory.resolve("content"));
    init();
    Settings settings = settings("config.yaml");
    assertThat(settings.site().title()).isEqualTo("Notes");
    assertThat(settings.site().url()).hasToString("https://blog.example.org/");
    assertThat(settings.site().language()).isEqualTo("en-US");
    assertThat(settings.site().description()).isEqualTo("From the workshop");
    assertThat(settings.site().author()).isNotNull();
    assertThat(settings.posts().timezone()).hasToString("America/New_York");
    assertThat(Files.readString(directory.resolve("config.yaml")))
        .contains("    \"posts\": \"/:year/:slug/\"\n");
  }

  @Test
  void aConfigurationOfHugoInAFileOfOurNameStays() throws Exception {
    String theirs = "baseURL: https://blog.example.org/\nlanguageCode: en\ntitle: Notes\n";
    Files.writeString(directory.resolve("config.yaml"), theirs);
    Files.createDirectories(directory.resolve("content"));
    assertThat(init()).contains("Wrote " + directory.resolve("feedwright.yaml"));
    assertThat(directory.resolve("config.yaml")).hasContent(theirs);
    assertThat(settings("feedwright.yaml").site().title()).isEqualTo("Notes");
  }

  @Test
  void languagesOfASiteThatHasSeveral() throws Exception {
    Files.writeString(
        directory.resolve("hugo.toml"),
        """
        baseURL = 'https://blog.example.org/'
        defaultContentLanguage = 'de'
        [languages.de]
          title = "Notizen"
        [languages.pt-BR]
          title = "Notas"
          weight = 2
        """);
    Files.createDirectories(directory.resolve("content"));
    assertThat(init()).contains("hugo.toml:4: languages is languages: de, pt-BR");
    assertThat(settings("config.yaml").languages().all())
        .extracting(Languages.Language::tag)
        .containsExactly("de", "pt-BR");
  }

  @Test
  void pelican() throws Exception {
    Files.writeString(
        directory.resolve("pelicanconf.py"),
        """
        import os
        AUTHOR = 'Ada Example'
        SITENAME = 'Notes'
        SITEURL = os.environ.get('SITEURL', '')
        TIMEZONE = 'Europe/Rome'
        DEFAULT_LANG = 'it'
        PATH = 'content'
        """);
    Files.createDirectories(directory.resolve("content"));
    assertThat(init())
        .contains(
            "pelicanconf.py:3: SITENAME is site.title: Notes",
            "pelicanconf.py:4: SITEURL is not taken: it is no plain text; write site.url yourself");
    Settings settings = settings("config.yaml");
    assertThat(settings.site().title()).isEqualTo("Notes");
    assertThat(settings.site().language()).isEqualTo("it");
    assertThat(settings.posts().timezone()).hasToString("Europe/Rome");
    assertThat(settings.site().url()).hasToString("http://localhost:8080/");
  }

  @Test
  void zola() throws Exception {
    Files.writeString(
        directory.resolve("config.toml"),
        """
        base_url = "https://blog.example.org"
        title = "Notes"
        default_language = "fr"
        generate_feeds = true
        taxonomies = [{name = "tags"}]
        compile_sass = true
        [extra]
        author = "Ada Example"
        """);
    Files.createDirectories(directory.resolve("content"));
    assertThat(init()).contains("This is a site of Zola.");
    Settings settings = settings("config.yaml");
    assertThat(settings.site().url()).hasToString("https://blog.example.org/");
    assertThat(settings.site().language()).isEqualTo("fr");
  }

  @Test
  void hexo() throws Exception {
    Files.writeString(
        directory.resolve("_config.yml"),
        """
        title: Notes
        subtitle: From the workshop
        author: Ada Example
        language: en
        timezone: ''
        url: https://blog.example.org
        root: /notes/
        permalink: :year/:month/:day/:title/
        source_dir: source
        theme: landscape
        """);
    RunningSite.write(directory, "package.json", "{\"dependencies\": {\"hexo\": \"7\"}}");
    Files.createDirectories(directory.resolve("source/_posts"));
    assertThat(init()).contains("This is a site of Hexo.");
    Settings settings = settings("config.yaml");
    assertThat(settings.site().url()).hasToString("https://blog.example.org/notes/");
    assertThat(settings.site().author())
        .hasToString("Person[name=Ada Example, email=null, url=null]");
    assertThat(settings.posts().timezone()).hasToString("UTC");
    assertThat(Files.readString(directory.resolve("config.yaml")))
        .contains("permalink: \"/:year/:month/:day/:path/\"");
  }
}
