package io.github.feedwright.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.content.Content;
import io.github.feedwright.content.ContentRenderer;
import io.github.feedwright.library.Library;
import io.github.feedwright.library.Posts;
import io.github.feedwright.post.Body;
import io.github.feedwright.post.Post;
import io.github.feedwright.post.author.Authors;
import io.github.feedwright.post.reading.ParsedPost;
import io.github.feedwright.post.reading.PostParser;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.site.RunningSite;
import io.github.feedwright.yaml.MalformedYaml;
import io.github.feedwright.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** What holds whatever a file holds. */
final class Invariants {
  private static final Settings SETTINGS = RunningSite.settings(Path.of("nowhere"), "");
  private static final PostParser PARSER = new PostParser(SETTINGS, Authors.none());
  private static final ContentRenderer RENDERER = new ContentRenderer(SETTINGS);
  private static final Library LIBRARY = Posts.emptyLibrary(SETTINGS);

  private Invariants() {}

  /** A file is read without an exception, and what it says can be published. */
  static void post(byte[] file) {
    for (String path : List.of("2014-01-01-a.md", "b/README.md", "2014-01-01-c.html")) {
      ParsedPost reading = PARSER.parse(path, file);
      if (reading instanceof ParsedPost.Refused refused) {
        assertThat(refused.problems()).isNotEmpty();
        says(refused.problems());
      } else if (reading instanceof ParsedPost.Understood understood) {
        says(understood.problems());
        assertThat(understood.post().title()).isNotBlank();
        assertThat(understood.post().address().slug()).isNotEmpty().doesNotContain("/", "\n", "\r");
      }
    }
  }

  /** YAML is read or refused with a line. */
  static void yaml(String text) {
    try {
      assertThat(YamlReader.read(text, 1).line()).isPositive();
    } catch (MalformedYaml malformed) {
      assertThat(malformed.line()).isPositive();
      assertThat(malformed.getMessage()).isNotBlank().doesNotContain("\n");
    }
  }

  /** Any text is rendered to harmless HTML, which is the same HTML for every parser. */
  static void content(String text) {
    for (String path : List.of("2014-01-01-a.md", "2014-01-01-a.html")) {
      Content content = content(post(path, text));
      Harmless.html(content.html());
      if (content.excerptHtml() != null) {
        Harmless.html(content.excerptHtml());
      }
      Harmless.text(content.summary());
      says(content.problems());
    }
  }

  /** A post as it is rendered. */
  static Content content(Post post) {
    return RENDERER.render(post, "https://blog.example.org/2014/01/01/a/", LIBRARY, () -> false);
  }

  /** A post with a body and hardly anything else. */
  static Post post(String path, String body) {
    byte[] file = ("---\ntitle: A\n---\n" + body).getBytes(StandardCharsets.UTF_8);
    if (PARSER.parse(path, "---\ntitle: A\n---\n".getBytes(StandardCharsets.UTF_8))
        instanceof ParsedPost.Understood understood) {
      Post empty = understood.post();
      return new Post(
          path,
          Integer.toHexString(file.length),
          empty.stem(),
          empty.title(),
          empty.dates(),
          empty.visibility(),
          List.of(),
          List.of(),
          List.of(),
          empty.address(),
          empty.identity(),
          empty.syndication(),
          empty.media(),
          empty.language(),
          empty.translationKey(),
          new Body(body, empty.body().markup(), empty.body().line(), null),
          empty.lines());
    }
    throw new AssertionError(path);
  }

  private static void says(List<Problem> problems) {
    for (Problem problem : problems) {
      assertThat(problem.line()).isPositive();
      assertThat(problem.toString()).doesNotContain("\n", "\r").hasSizeLessThan(1000);
    }
  }
}
