package io.github.feedwright.intake.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.library.Posts;
import io.github.feedwright.post.author.Authors;
import io.github.feedwright.post.reading.PostParser;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where no file is dated, one without a date is a page, and nobody has forgotten its date. */
final class UndatedFilesTest {
  private static final Instant NOW = Instant.parse("2030-05-05T12:00:00Z");

  private final FileState fileState = new FileState();

  private void put(String generator, String path, String fields) {
    PostParser parser =
        new PostParser(Posts.settings("posts: {generator: " + generator + "}"), Authors.none());
    String text = "---\ntitle: T\n" + fields + "\n---\nText.\n";
    fileState.put(path, parser.parse(path, text.getBytes(StandardCharsets.UTF_8)), "");
    fileState.refresh(NOW);
    fileState.markPublished(NOW);
  }

  private String level() {
    return fileState.problems().stream()
        .filter(each -> each.message().startsWith("date: is missing"))
        .map(each -> each.level().label())
        .findFirst()
        .orElse("none");
  }

  @ParameterizedTest
  @CsvSource({
    "eleventy, docs/a.md, blog/2020-01-01-p.md, note",
    "eleventy, docs/a.md, docs/2020-01-01-p.md, warning",
    "eleventy, docs/a.md, docs/in/2020-01-01-p.md, note",
    "eleventy, a.md, 2020-01-01-p.md, warning",
    "eleventy, blog/blog.md, blog/2020-01-01-p.md, note",
    "eleventy, blog/blog.njk.md, blog/2020-01-01-p.md, note",
    "hugo, blog/blog.md, blog/2020-01-01-p.md, warning",
    "hugo, post/a/index.md, post/b/index.md, warning",
    "hugo, post/2021/a.md, post/2020/b.md, warning",
    "hugo, post/2021/02/a/index.md, post/2020/b.md, warning",
    "hugo, about/index.md, post/b/index.md, note",
    "none, docs/a.md, blog/2020-01-01-p.md, error",
  })
  void anUndatedFileIsAWarningBesidePosts(
      String generator, String path, String post, String level) {
    put(generator, path, "");
    put(generator, post, "date: 2020-01-01");

    assertThat(level()).isEqualTo(level);
  }

  @Test
  void aListOfPostsNeedsNoDate() {
    put("eleventy", "blog/2020-01-01-p.md", "");
    put("eleventy", "blog/all.md", "pagination: {data: posts, size: 10}");
    assertThat(level()).isEqualTo("note");

    put("hugo", "blog/all.md", "pagination: {data: posts, size: 10}");
    assertThat(level()).isEqualTo("warning");
  }

  @Test
  void theLastPostOfAFolderCounts() {
    put("eleventy", "docs/a.md", "");
    put("eleventy", "docs/2020-01-01-p.md", "");
    put("eleventy", "docs/2020-01-01-p.md", "tags: [a]");
    assertThat(level()).isEqualTo("warning");

    put("eleventy", "docs/2020-01-01-p.md", "draft: true");
    assertThat(level()).isEqualTo("note");

    put("eleventy", "docs/2020-01-01-p.md", "");
    fileState.delete("docs/2020-01-01-p.md");
    fileState.markPublished(NOW);
    assertThat(level()).isEqualTo("note");
  }
}
