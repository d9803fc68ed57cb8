package io.github.feedwright.post.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.post.Reading;
import io.github.feedwright.post.reading.ParsedPost;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TermFieldsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "tags: [cloud, open source] | cloud/open source",
        "tags: community, open source | community/open source",
        "tags: community;open source, x | community/open source/x",
        "tags: linux docker | linux/docker",
        "tags: blog, | blog",
        "tags: ' , ;' |",
        "tags: 云，开源 软件 | 云/开源 软件",
        "tags: 雲、オープン ソース | 雲/オープン ソース",
        "tags: ｸﾗｳﾄﾞ､ｵｰﾌﾟﾝ | ｸﾗｳﾄﾞ/ｵｰﾌﾟﾝ",
        "tags: سحابة، مصدر مفتوح | سحابة/مصدر مفتوح",
        "tags: 云；开源，软件, x | 云/开源/软件/x",
        "tags: سحابة؛ مصدر | سحابة/مصدر",
        "tag: 云，开源 | 云/开源",
        "tags: |",
        "tags: [] |",
        "tags: [~, '', a] | a",
        "tags: [[a, b], [c, [d]]] | a/b/c/d",
        "tags: [2013, 1.10, true, No] | 2013/1.10/true/No",
        "tags: [a, b, a] | a/b",
        "tags: [a, \"\\u00a0\", \"\\u202e\", \"\\x85\", '&nbsp;'] | a",
        "tags: [oVirt, ovirt] | oVirt/ovirt",
        "tags: [C++, C#, .NET, 日本語] | C++/C#/.NET/日本語",
        "tags: ['a, b'] | a, b",
        "tag: open source | open source",
        "tag: a, b | a/b",
        "tag: a; tags: [b, a] | a/b",
        "Tags: [a] | a",
        "taxonomies: {tags: [a, b]} | a/b",
        "keywords: [a, b] |",
      })
  void tagsAreReadInEveryForm(String field, @Nullable String tags) {
    assertThat(String.join("/", Reading.post(field.replace("; ", "\n")).tags()))
        .isEqualTo(tags == null ? "" : tags);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "category: Open Source | Open Source",
        "category: Home &amp; Garden | Home & Garden",
        "category: News, Events | News, Events",
        "category: [a, b] | a/b",
        "categories: [Open Source, News] | Open Source/News",
        "categories: news events | news/events",
        "categories: open source, events | open source/events",
        "categories: 新闻，开源 软件 | 新闻/开源 软件",
        "category: 新闻，开源 | 新闻，开源",
        "categories: |",
        "categories: [Uncategorized, a] | a",
        "category: uncategorized |",
        "taxonomies: {categories: [a]} | a",
      })
  void categoriesAreReadInEveryForm(String field, @Nullable String categories) {
    assertThat(String.join("/", Reading.post(field).categories()))
        .isEqualTo(categories == null ? "" : categories);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[Home &amp; Garden, 'Caf&eacute;', '&#8217;90s', 'x&#xE9;'] | Home & Garden/Café/’90s/xé",
        "Home &amp; Garden, Food | Home & Garden/Food",
        "['AT&T', '&nosuch;', '&#0;', '&#xD800;', '&amp;lt;'] | AT&T/&nosuch;/&#0;/&#xD800;/&lt;",
      })
  void characterReferencesInNamesAreDecodedOnce(String written, String tags) {
    assertThat(String.join("/", Reading.post("tags: " + written).tags())).isEqualTo(tags);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "['a <!-- x --> b', '<!-- x -->'] | a b",
        "'a <!-- x, y -->, b<!-- z -->' | a/b",
        "['a {::comment}x{:/comment}', '{# x #}b', 'c{% comment %}x{% endcomment %}'] | a/b/c",
        "['a <b hidden>x</b>', 'b<img HIDDEN=x>', '<i style=\"display: none\">x</i>c'] | a/b/c",
        "['a&lt;!-- x --&gt;', '`<!-- x -->`', '<T>', '<b>'] | a<!-- x -->/`<!-- x -->`/<T>/<b>",
      })
  void whatIsHiddenInANameIsNoPartOfIt(String written, String tags) {
    assertThat(String.join("/", Reading.post("tags: " + written).tags())).isEqualTo(tags);
  }

  @Test
  void aCommentWithoutAnEndInANameIsReported() {
    ParsedPost.Understood read = Reading.fields("tags:\n- a\n- b <!-- x");

    assertThat(read.post().tags()).containsExactly("a", "b");
    assertThat(Reading.problems(read))
        .containsExactly(
            "2013-07-12-a-post.md:4: warning: tags: a comment has no end, so everything after it is"
                + " hidden; write \"-->\" where it ends");
  }

  @Test
  void theFoldersAbovePostsAreCategories() {
    ParsedPost read =
        Reading.file("news/local/_posts/2013/2013-07-12-a.md", "---\ncategory: b\n---\n");

    assertThat(((ParsedPost.Understood) read).post().categories())
        .containsExactly("news", "local", "b");
  }

  @Test
  void aMappingAmongTagsIsReported() {
    ParsedPost.Understood read = Reading.fields("tags:\n- a\n- name: b");

    assertThat(read.post().tags()).containsExactly("a");
    assertThat(Reading.problems(read))
        .containsExactly(
            "2013-07-12-a-post.md:4: warning: tags: \"{name: b}\" is a mapping; write one value");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tags", "tag", "categories"})
  void ofHundredsOfTermsThoseWithinTheLimitCount(String key) {
    String terms = IntStream.range(0, 300).mapToObj(i -> "t" + i).collect(Collectors.joining(", "));
    ParsedPost.Understood read =
        (ParsedPost.Understood)
            Reading.file("2013-07-12-a.md", "---\ntitle: A\n" + key + ": [" + terms + "]\n---\n");
    assertThat(key.equals("categories") ? read.post().categories() : read.post().tags())
        .hasSize(Reading.TERMS)
        .startsWith("t0")
        .endsWith("t49");
    assertThat(Reading.problems(read))
        .containsExactly(
            "2013-07-12-a.md:3: warning: "
                + key
                + ": has 300 terms; only the first 50 are used (limits.terms); remove the others");
  }

  @Test
  void aNameThatNoAddressCouldHoldIsNoTerm() {
    ParsedPost.Understood read = Reading.fields("tags: [a, " + "\u0130".repeat(1001) + "]");
    assertThat(read.post().tags()).containsExactly("a");
    assertThat(Reading.problems(read))
        .containsExactly(
            "2013-07-12-a-post.md:2: warning: tags: has one of the terms with more than 1000"
                + " characters; write a few words");
  }
}
