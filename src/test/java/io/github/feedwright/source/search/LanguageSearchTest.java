package io.github.feedwright.source.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.library.Posts;
import io.github.feedwright.permalink.Permalinks;
import io.github.feedwright.post.author.Authors;
import io.github.feedwright.post.reading.ParsedPost;
import io.github.feedwright.post.reading.PostParser;
import io.github.feedwright.settings.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Posts of other languages are where their generator puts them; of Hugo, 0.111.3 was run. */
final class LanguageSearchTest {
  private static final String HUGO =
      "[languages.en]\nweight = 1\n[languages.fr]\nweight = 2\n[languages.pt-BR]\nweight = 3\n";
  private static final String POST = "---\ntitle: T\ndate: 2024-01-01\n---\nText.\n";

  @TempDir private Path site;

  /** The permalink of a post; {@code none} if it is not among those of the main language. */
  private String permalink(String file, String configuration, String path, String languages)
      throws IOException {
    Files.writeString(site.resolve(file), configuration);
    Files.createDirectories(site.resolve("content"));
    Settings settings =
        GeneratorSearch.resolved(
            Posts.settings("site: {url: https://blog.example.org/}\nlanguages: " + languages)
                .withPosts(site.resolve("content")));
    ParsedPost read =
        new PostParser(settings, Authors.none()).parse(path, POST.getBytes(StandardCharsets.UTF_8));
    return read instanceof ParsedPost.Understood understood
        ? new Permalinks(settings).of(understood.post())
        : "none";
  }

  @ParameterizedTest
  @CsvSource({
    "post/a.md, /post/a/",
    "post/a.fr.md, none",
    "post/b/index.fr.md, none",
    "post/b/index.FR.md, /post/b/",
    "post/only.FR.md, /post/only.fr/",
    "post/p.pt-BR.md, /post/p.pt-br/",
    "post/p.pt-br.md, none",
    "post/e.EN.md, /post/e.en/",
    "post/e.en.md, /post/e/",
    "post/e/index.en.md, /post/e/",
    "post/a.de.md, /post/a.de/",
    "post/f.v2.md, /post/f.v2/",
    "fr/d.md, /fr/d/",
    "post/fr.md, /post/fr/",
  })
  void ofHugosPostsThoseOfTheMainLanguageArePublished(String path, String permalink)
      throws IOException {
    assertThat(permalink("hugo.toml", HUGO, path, "[]")).isEqualTo(permalink);
  }

  @ParameterizedTest
  @CsvSource({
    "default_language = 'de', a.fr.md, none",
    "default_language = 'de', a.pt-BR.md, none",
    "default_language = 'fr', a.fr.md, /a/",
    "default_language = 'fr', a.pt-br.md, /a-pt-br/",
  })
  void zolasMainLanguageIsThatOfItsConfiguration(String main, String path, String permalink)
      throws IOException {
    String file =
        "base_url = 'https://e.org'\n"
            + main
            + "\n[languages.fr]\n[languages.pt-BR]\ntitle = 'T'\n";

    assertThat(permalink("config.toml", file, path, "[]")).isEqualTo(permalink);
  }

  @ParameterizedTest
  @CsvSource({
    "a.md, [], /posts/a/",
    "a.es.md, [], none",
    "a.en.md, [], /posts/a/",
    "a.v2.md, [], /posts/av2/",
    "a.de.md, [], /posts/ade/",
    "a.es.md, [es], /es/posts/a/",
    "a.pt_br.md, [es], none",
  })
  void nikolasLanguagesAreThoseOfItsTranslations(String path, String languages, String permalink)
      throws IOException {
    String file =
        """
        BLOG_TITLE = "T"
        DEFAULT_LANG = "en"
        # "fr": "./fr",
        TRANSLATIONS = {
            DEFAULT_LANG: "",  # a comment
            # "de": "./de",
            "es": "./es", 'pt_br': './pt',
        }
        """;

    assertThat(permalink("conf.py", file, path, languages)).isEqualTo(permalink);
  }

  @Test
  void whereNoLanguagesAreDeclaredTheEndOfANameIsPartOfIt() throws IOException {
    assertThat(permalink("hugo.toml", "title = 'T'\n", "a.fr.md", "[]")).isEqualTo("/a.fr/");
    assertThat(permalink("hugo.toml", "title = 'T'\n", "a.en.md", "[]")).isEqualTo("/a.en/");
  }

  @Test
  void languagesThatAreConfiguredArePublished() throws IOException {
    assertThat(permalink("hugo.toml", HUGO, "a.fr.md", "[fr]")).isEqualTo("/fr/a/");
    assertThat(permalink("hugo.toml", HUGO + "[languages.de]\n", "a.de.md", "[fr]"))
        .isEqualTo("none");
  }

  @Test
  void whichAreLeftOutIsSaid() throws IOException {
    Files.writeString(site.resolve("hugo.toml"), HUGO + "[languages.de]\n");

    assertThat(GeneratorSearch.resolved(Posts.settings().withPosts(site)).posts().written().why())
        .endsWith(
            "hugo.toml, with posts in other languages (fr, pt-br, de), which are published if languages"
                + " names these");
  }
}
