package io.github.feedwright.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.library.Library;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Translations are where their generator puts them: Hugo 0.111.3, Pelican 4.8.0. */
final class TranslatedAddressesTest {
  private static final String SITE =
      "site: {title: T, url: \"https://ex.org/\", id: \"tag:ex.org,2013\"}\nlanguages: [en, fr]\n";

  private static final String HUGO =
      "defaultContentLanguage = 'en'\ndefaultContentLanguageInSubdir = %s\n"
          + "[languages.en]\nweight = 1\n[languages.fr]\nweight = 2\n";

  @TempDir private Path site;

  private void write(String path, String text) throws IOException {
    SteppedSite.write(site, path, text.replace('¶', '\n') + "\n");
  }

  private String permalink(String path) {
    try (SteppedSite published = SteppedSite.ofGenerator(site, SITE)) {
      Library library = published.runtime().pipeline().edition().library();
      assertThat(published.problems()).isEmpty();
      return library.permalink(Objects.requireNonNull(library.post(path)));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "true | a.md | title: A | /en/posts/a/",
        "true | a.fr.md | title: A | /fr/posts/a/",
        "true | a.md | url: foo | /en/foo/",
        "true | a.fr.md | url: foo | /fr/foo/",
        "true | a.fr.md | url: x/y.html | /fr/x/y.html",
        "true | a.md | url: /bar/ | /bar/",
        "true | a.fr.md | url: /bar/ | /bar/",
        "true | a.md | url: /bar | /bar/",
        "true | a.md | slug: dd | /en/posts/dd/",
        "false | a.md | title: A | /posts/a/",
        "false | a.md | url: foo | /foo/",
        "false | a.fr.md | url: foo | /fr/foo/",
        "false | a.fr.md | slug: dd | /fr/posts/dd/",
      })
  void hugosLanguagesAreInFolders(String inFolder, String name, String field, String expected)
      throws IOException {
    write("hugo.toml", HUGO.formatted(inFolder));
    String path = "content/posts/" + name;
    write(path, "---¶date: 2020-01-01¶" + field + "¶---¶¶Text.");

    assertThat(permalink(path)).isEqualTo(expected);
  }

  @Test
  void oneLanguageAloneHasNoFolder() throws IOException {
    write("hugo.toml", "defaultContentLanguageInSubdir = true");
    write("content/a.md", "---¶date: 2020-01-01¶title: A¶---¶¶Text.");

    assertThat(permalink("content/a.md")).isEqualTo("/a/");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A = 1 | Slug: one¶Lang: fr | /one-fr.html",
        "A = 1 | Lang: fr | /title-fr.html",
        "A = 1 | Slug: one¶Lang: en | /one.html",
        "A = 1 | Slug: one | /one.html",
        "DEFAULT_LANG = 'fr' | Slug: one¶Lang: fr | /one.html",
        "ARTICLE_URL = '{date:%Y}/{slug}/' | Slug: one¶Lang: fr | /one-fr.html",
        "ARTICLE_LANG_URL = '{lang}/{slug}/' | Slug: one¶Lang: fr | /fr/one/",
        "ARTICLE_URL = '{lang}/{slug}/' | Slug: one | /en/one/",
      })
  void pelicansTranslationsHaveAnAddressOfTheirOwn(
      String configuration, String fields, String expected) throws IOException {
    write("pelicanconf.py", configuration);
    write("content/a.md", "Title: Title¶Date: 2020-01-01¶" + fields + "¶¶Text.");

    assertThat(permalink("content/a.md")).isEqualTo(expected);
  }

  @Test
  void translationsOfOneSlugDoNotClash() throws IOException {
    write("pelicanconf.py", "DEFAULT_LANG = 'en'");
    write("content/a.md", "Title: A¶Date: 2020-01-01¶Slug: one¶¶Text.");
    write("content/b.md", "Title: B¶Date: 2020-01-01¶Slug: one¶Lang: fr¶¶Text.");

    assertThat(permalink("content/a.md")).isEqualTo("/one.html");
    assertThat(permalink("content/b.md")).isEqualTo("/one-fr.html");
  }
}
