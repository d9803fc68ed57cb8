package io.github.feedwright.post.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.format.FeedFormats;
import io.github.feedwright.post.Visibility;
import io.github.feedwright.post.author.Authors;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.settings.SettingsReader;
import io.github.feedwright.settings.SettingsResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What generators, themes and people hide is not published. */
final class HidingTest {
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

  private static ParsedPost.Understood post(String generator, String path, String fields) {
    String text = "---\ndate: 2020-01-01\n" + fields.replace("\\n", "\n") + "\n---\nText\n";
    return (ParsedPost.Understood) read(generator, path, text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hidden: true",
        "private: yes",
        "wip: true",
        "isDraft: true",
        "publish: false",
        "public: 'no'",
        "visibility: private",
        "visibility: Members",
        "eleventyExcludeFromCollections: true",
        "permalink: false",
        "build: {list: never}",
        "_build: {list: local}",
        "build: {list: never, render: never}",
        "_build:\\n  render: false",
        "is_draft: true",
        "isPrivate: true",
        "unpublished: true",
        "isPublished: false",
        "visible: no",
        "public: 0",
        "render: false",
        "extra: {hidden: true}",
        "params:\\n  private: true",
      })
  void aPostThatAFieldHidesIsNotPublished(String fields) {
    for (String generator : List.of("hugo", "jekyll", "eleventy", "astro", "nikola")) {
      assertThat(post(generator, "2020-01-01-a.md", fields).post().visibility().visible())
          .isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hidden: false",
        "private: no",
        "publish: true",
        "public: yes",
        "visibility: public",
        "build: {list: always, render: always}",
        "build: {list: true}",
      })
  void aPostThatItDoesNotHideIs(String fields) {
    assertThat(post("hugo", "a.md", fields).post().visibility().visible()).isTrue();
  }

  @Test
  void whatHidesAPostIsSaidInTheSameWordsForAll() {
    assertThat(post("hugo", "a.md", "Private: TRUE").problems())
        .containsExactly(
            Problem.note("a.md", 3, Kind.HIDDEN, "Private: true, so the post is not published"));
    assertThat(post("hugo", "Drafts/a.md", "title: A").problems())
        .extracting(Problem::toString)
        .containsExactly(
            "Drafts/a.md:1: note: it is in a folder of drafts, so the post is not published");
  }

  @ParameterizedTest
  @CsvSource({
    "hugo,       x/drafts/a.md,             false",
    "zola,       draft/a.md,                false",
    "hugo,       drafty/a.md,               true",
    "docusaurus, _a.md,                     false",
    "astro,      blog/_private/a.md,        false",
    "eleventy,   posts/_a.md,               false",
    "hugo,       posts/_a.md,               true",
    "jekyll,     _posts/2020-01-01-a.md,    true",
    "jekyll,     _posts/a.md,               false",
    "jekyll,     a.md,                      true",
    "hexo,       source/_posts/_a.md,       false",
    "hexo,       _posts/a.md,               true",
    "pelican,    pages/a.md,                false",
    "none,       drafts/a.md,               true",
    "none,       _a.md,                     true",
  })
  void aFilesPathMayHideIt(String generator, String path, boolean isVisible) {
    ParsedPost read = read(generator, path, "---\ndate: 2020-01-01\ntitle: A\n---\nText\n");
    assertThat(
            read instanceof ParsedPost.Understood understood
                && understood.post().visibility().visible())
        .isEqualTo(isVisible);
  }

  @ParameterizedTest
  @CsvSource({
    "eleventy,   a.md,          permalink: false, true",
    "eleventy,   404.md,        eleventyExcludeFromCollections: true, true",
    "hugo,       a.md,          '_build: {list: never}', true",
    "hugo,       a/index.md,    headless: true, true",
    "docusaurus, a.md,          unlisted: true, true",
    "astro,      _a.md,         title: A, true",
    "hexo,       _posts/_a.md,  title: A, true",
    "zola,       a.md,          '',               false",
    "hugo,       a.md,          draft: true,      false",
    "eleventy,   a.md,          private: true,    false",
    "hugo,       drafts/a.md,   title: A,         false",
    "jekyll,     _drafts/a.md,  title: A,         false",
  })
  void whatAGeneratorMakesNoPostOfIsForNobodyButADraftIs(
      String generator, String path, String fields, boolean isNever) {
    assertThat(post(generator, path, fields).post().visibility().equals(Visibility.NEVER))
        .isEqualTo(isNever);
  }

  @ParameterizedTest
  @CsvSource({"docusaurus, false", "astro, false", "eleventy, false", "hugo, true"})
  void anUnlistedPostIsHiddenWhereItsGeneratorHasThatField(String generator, boolean isVisible) {
    assertThat(post(generator, "2020-01-01-a.md", "unlisted: true").post().visibility().visible())
        .isEqualTo(isVisible);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hidden: true", "private: true", "publish: false", "wip: true"})
  void withoutAGeneratorOnlyTheKnownFieldsHide(String fields) {
    assertThat(post("none", "a.md", fields).post().visibility().visible()).isTrue();
    assertThat(post("none", "a.md", "draft: true").post().visibility().visible()).isFalse();
  }
}
