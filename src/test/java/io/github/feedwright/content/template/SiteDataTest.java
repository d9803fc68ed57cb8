package io.github.feedwright.content.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.content.Rendered;
import io.github.feedwright.library.Posts;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.source.search.GeneratorSearch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions about the data of a site of Jekyll. */
final class SiteDataTest {
  private static final String CONFIGURATION =
      """
      title: T
      tags: [q]
      list: [a, b]
      nums: [1, 2.5]
      table: {k: v, inner: {z: 1}}
      rows:
        - {n: 1, s: x}
      five: 5
      fives: '5'
      t: true
      f: 'false'
      empty: []
      none:
      text: ""
      float: 5.0
      defaults:
        - scope: {path: "", type: posts}
          values: {layout: null, dtoc: true, over: general, taglist: [x], deep: {a: 1, b: 1}}
        - scope: {path: "_posts/sub"}
          values: {over: sub, deep: {a: 2}}
        - scope: {path: "", type: pages}
          values: {pagev: 1}
        - scope: {path: "_posts/*-glob.md"}
          values: {glob: 1}
      """;

  private static final String FIELDS =
      """
      tags: [mine, two]
      category: cat
      word: abc
      num: 7
      qnum: '7'
      plist: [z, 1]
      prows: [{a: 1}]
      yesword: yes
      isno: no
      tilde: ~
      zero: 0
      neg: -1
      wa: a
      """;

  private static Rendered there;

  @BeforeAll
  static void findTheSite(@TempDir Path site) throws IOException {
    Files.writeString(site.resolve("_config.yml"), CONFIGURATION);
    Files.createDirectories(site.resolve("_posts"));
    Settings settings = Posts.settings("site: {url: https://blog.example.org/}").withPosts(site);
    there = new Rendered(GeneratorSearch.resolved(settings), Rendered.plain().targets());
  }

  private static boolean holds(String path, String condition) {
    String body = "a {% if " + condition + " %}b{% else %}c{% endif %}";
    String html = there.of(path, FIELDS, body).html().strip();
    assertThat(html).isIn("<p>a b</p>", "<p>a c</p>");
    return html.equals("<p>a b</p>");
  }

  /** The answers are those of Jekyll 4.3.1 with Liquid 5.4.0. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "site.list | true",
        "site.list contains 'a' | true",
        "site.list contains \"c\" | false",
        "site.list contains a | false",
        "site.list.size == 2 | true",
        "site.list.size == '2' | false",
        "site.list.size > 1 | true",
        "site.list[0] == 'a' | true",
        "site.list[1] == 'a' | false",
        "site.list[-1] == 'b' | true",
        "site.list[5] | false",
        "site.list.first == 'a' | true",
        "site.list.last == 'b' | true",
        "site.list == nil | false",
        "site.list == empty | false",
        "site.empty == empty | true",
        "site.empty != empty | false",
        "site.empty | true",
        "site.none == empty | false",
        "site.none != empty | true",
        "site.none != nil | false",
        "site.text == blank | false",
        "site.text == empty | true",
        "site.text == '' | true",
        "site.text | true",
        "site.text != blank | true",
        "site.list == site.list | true",
        "site.list == page.plist | false",
        "site.nums contains 1 | true",
        "site.nums contains '1' | false",
        "site.nums contains 2.5 | true",
        "site.table | true",
        "site.table.k == 'v' | true",
        "site.table['k'] == 'v' | true",
        "site.table[\"inner\"].z == 1 | true",
        "site.table contains 'k' | true",
        "site.table contains 'v' | false",
        "site.table.size == 2 | true",
        "site.table.inner.size > 0 | true",
        "site.rows[0].n == 1 | true",
        "site.rows.first.s == 'x' | true",
        "site.five == 5 | true",
        "site.five == '5' | false",
        "site.fives == 5 | false",
        "site.fives == '5' | true",
        "site.float == 5 | true",
        "site.five contains 5 | false",
        "site.fives contains 5 | true",
        "site.on == 'yes' | false",
        "site.t == true | true",
        "site.t == 'true' | false",
        "site.f | true",
        "site.f == false | false",
        "site.tags contains 'q' | false",
        "site.nope | false",
        "'a' < 'b' | true",
        "page.word < 'b' | true",
        "page.word contains 'b' | true",
        "page.word.size == 3 | true",
        "page.word.first | false",
        "page.tags contains 'mine' | true",
        "page.tags contains 'other' | false",
        "page.tags.size == 2 | true",
        "page.tags[0] == 'mine' | true",
        "page.tag == 'mine' | false",
        "page.categories contains 'cat' | true",
        "page.categories.size == 1 | true",
        "page.category == 'cat' | true",
        "page.layout | false",
        "page.layout == nil | true",
        "page.draft | false",
        "page.published | false",
        "page.dtoc | true",
        "page.over == 'general' | true",
        "page.over == 'sub' | false",
        "page.taglist contains 'x' | true",
        "page.deep.a == 1 | true",
        "page.deep.b == 1 | true",
        "page.pagev | false",
        "page.noscope | false",
        "page.glob | false",
        "page.own == 'mine' | false",
        "page.num == 7 | true",
        "page.num == '7' | false",
        "page.qnum == '7' | true",
        "page.plist contains 'z' | true",
        "page.plist.size == 2 | true",
        "page.prows[0].a == 1 | true",
        "page.yes == true | false",
        "page.yesword == true | true",
        "page.yesword | true",
        "page.isno | false",
        "page.tilde | false",
        "page.zero | true",
        "page.neg < 0 | true",
        "page.nil == nil | true",
        "nil < 1 | false",
        "page.none > 1 | false",
        "page.plist > 1 | false",
        "true == true | true",
        "true and false or true | true",
        "false and false or true | false",
        "true or false and false | true",
        "true or true and false | true",
        "false or true and false | false",
        "page.num > 6 and page.num < 8 | true",
        "page.word != 'abc' or page.num == 7 | true",
        "page.word == abc | false",
        "page.num >= 7.0 | true",
        "page.word <> 'b' | true",
        "page.title == 'T' | true",
        "page.title contains 'T' | true",
        "page['word'] == 'abc' | true",
        "page.none.size == 0 | false",
        "page.none contains 'a' | false",
        "site.list contains 'a' and site.list contains 'b' | true",
        "site.list contains page.wa | true",
        "page.wa == 'a' | true",
        "layout.x | false",
        "jekyll.environment | true",
        "page.previous | false",
        "paginator | false",
        "include.x | false",
        "forloop.first | false",
        "theme | false",
      })
  void aConditionIsDecidedAsLiquidDoes(String condition, boolean holds) {
    assertThat(holds("_posts/2020-01-01-main.md", condition)).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "_posts/sub/2020-01-02-sub.md | page.over == 'sub' | true",
        "_posts/sub/2020-01-02-sub.md | page.deep.a == 2 | true",
        "_posts/sub/2020-01-02-sub.md | page.deep.b == 1 | true",
        "_posts/2020-01-02-glob.md | page.glob == 1 | true",
        "_posts/2020-01-02-other.md | page.glob == 1 | false",
        "about.md | page.pagev == 1 | true",
        "about.md | page.dtoc | false",
      })
  void theDefaultsOfAFileAreThoseOfItsScopes(String path, String condition, boolean holds) {
    assertThat(holds(path, condition)).isEqualTo(holds);
  }

  @Test
  void aDefaultIsShownAndTheOwnFieldWins() {
    assertThat(
            there
                .of("_posts/2020-01-02-a.md", "over: own", "{{ page.over }} {{ page.deep.b }}")
                .html()
                .strip())
        .isEqualTo("<p>own 1</p>");
  }

  @Test
  void aListThatATextAssignsIsKnown() {
    assertThat(
            there
                .of(
                    FIELDS,
                    "{% assign x = page.tags %}{% if x contains 'two' %}a{% endif %}{{ x[0] }}")
                .problems())
        .isEmpty();
  }
}
