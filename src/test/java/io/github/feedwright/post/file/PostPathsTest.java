package io.github.feedwright.post.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PostPathsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.md",
        "a.markdown",
        "a.mkd",
        "a.mkdn",
        "a.mdown",
        "a.html.md",
        "a.html.markdown",
        "a.html",
        "A.MD",
        "x/y/a.md",
        "README.md",
        "_drafts/a.md",
        "x#1.md",
        "vendor/a.md",
        "bundle/index.md"
      })
  void aFileWithAnExtensionOfAPostCanBeOne(String path) {
    assertThat(PostPaths.in(List.of(""), false, true).isPost(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.txt",
        "a.png",
        "a",
        "md",
        "a.md~",
        "a.md.swp",
        "a.md.tmp",
        ".a.md",
        ".#a.md",
        "#a.md#",
        ".git/a.md",
        "vendor/bundle/ruby/a/README.md",
        "site/vendor/gems/a/_posts/2013-07-12-a.md",
        "x/.obsidian/a.md",
        "_index.md",
        "x/_index.md",
        "x/_Index.MD",
        "_index.en.md",
        "~$a.md",
        "a.sync-conflict-20240101-120000-ABCDEFG.md",
        "a (Ada's conflicted copy 2024-01-01).md",
        "a (conflicted copy 2024-01-01 120000).md",
        "a_conflict-20240101-120000.md"
      })
  void whatToolsLeaveBehindIsNoPost(String path) {
    assertThat(PostPaths.in(List.of(""), false, true).isPost(path)).isFalse();
  }

  @Test
  void withAPostsFolderOnlyPostsAndDraftsCount() {
    PostPaths paths = PostPaths.in(List.of("", "blog", "blog/_posts"), false, true);

    assertThat(paths.isPost("blog/_posts/2013-07-12-a.md")).isTrue();
    assertThat(paths.isPost("_posts/deep/er/2013-07-12-a.md")).isTrue();
    assertThat(paths.isPost("_drafts/a.md")).isTrue();
    assertThat(paths.isPost("about.md")).isFalse();
    assertThat(paths.isPost("my_posts/a.md")).isFalse();
  }

  @Test
  void aFolderOfAnotherNameOrThatWasFetchedDoesNotCount() {
    assertThat(
            PostPaths.in(
                    List.of("_posts.d", "my_posts", "_drafts", "vendor/gems/a/_posts"), false, true)
                .isPost("about.md"))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "2013-07-12-a.md, 2013-07-12",
    "2013-07-12/index.md, 2013-07-12",
    "2013-07-12/index.de.md, 2013-07-12",
    "2013-07-12.pt-BR.md, 2013-07-12",
    "2013-07-12x.md,",
    "2013-07-12.5.md,",
  })
  void aNameMayBeginWithADay(String path, @Nullable String day) {
    PostName.Day read = PostName.of(path).date();

    assertThat(read == null ? null : read.toString()).isEqualTo(day);
  }

  @ParameterizedTest
  @CsvSource({
    "2013-07-12-the-summer.html.md, 2013-07-12-the-summer, the-summer, The summer",
    "2013-07-12-the-summer.markdown, 2013-07-12-the-summer, the-summer, The summer",
    "2013-7-2-the_summer.md, 2013-7-2-the_summer, the_summer, The summer",
    "13-7-2-a.md, 13-7-2-a, a, A",
    "2022-03-05T10:11:12Z-a.md, 2022-03-05T10:11:12Z-a, a, A",
    "2013-07-12.md, 2013-07-12, 2013-07-12, ''",
    "2013-07-12x.md, 2013-07-12x, 2013-07-12x, 2013 07 12x",
    "x/2013-07-12-summer/index.md, 2013-07-12-summer, summer, Summer",
    "2013-07-12/index.de.md, 2013-07-12.de, 2013-07-12.de, ''",
    "Summer/Index.md, Summer, Summer, Summer",
    "summer/INDEX.de.MD, summer.de, summer.de, Summer.de",
    "index.md, index, index, Index",
    "x/2013-07-12-summer/index.de.md, 2013-07-12-summer.de, summer.de, Summer.de",
    "summer/index.pt-BR.md, summer.pt-BR, summer.pt-BR, Summer.pt BR",
    "index.de.md, index.de, index.de, Index.de",
    "summer/index.2013.md, index.2013, index.2013, Index.2013",
    "Rust-1.88.0.md, Rust-1.88.0, Rust-1.88.0, Rust 1.88.0",
    "über-uns.html, über-uns, über-uns, Über uns",
    "x/2013-07-12-日本語.md, 2013-07-12-日本語, 日本語, 日本語",
    "2013-07-12-_.md, 2013-07-12-_, 2013-07-12-_, ''",
    "-.md, -, -, -",
  })
  void aPathHasAStemASlugAndWords(String path, String stem, String slug, String words) {
    PostName name = PostName.of(path);

    assertThat(name.stem()).isEqualTo(stem);
    assertThat(name.slug()).isEqualTo(slug);
    assertThat(name.words()).isEqualTo(words);
  }
}
