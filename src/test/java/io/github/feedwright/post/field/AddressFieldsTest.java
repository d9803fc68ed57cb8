package io.github.feedwright.post.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.post.Reading;
import io.github.feedwright.post.reading.ParsedPost;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AddressFieldsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "title: A | a-post",
        "slug: the-summer | the-summer",
        "slug: 2013 | 2013",
        "slug: /2013/07/the-summer/ | the-summer",
        "slug: '' | a-post",
      })
  void aSlugIsOneSegment(String field, String slug) {
    assertThat(Reading.post(field).address().slug()).isEqualTo(slug);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "title: A |",
        "permalink: /old/path/ | /old/path/",
        "permalink: /:categories/:title.html | /:categories/:title.html",
        "permalink: :year/:title/ | /:year/:title/",
        "permalink: pretty | /:categories/:year/:month/:day/:title/",
        "permalink: date | /:categories/:year/:month/:day/:title.html",
        "permalink: none | /:categories/:title.html",
        "permalink: ordinal | /:categories/:year/:y_day/:title.html",
        "permalink: weekdate | /:categories/:year/W:week/:short_day/:title.html",
        "permalink: /a/:title:output_ext | /a/:title.html",
        "permalink: /wiki/Talk:page | /wiki/Talk:page",
        "permalink: https://blog.example.org/journal/a/ | /a/",
        "permalink: http://www.blog.example.org/journal/a/#top | /a/",
        "permalink: https://feeds.example.org/other/a/ | /other/a/",
        "url: a/b.html | /a/b.html",
        "path: 2025/06/26/Rust-1.88.0 | /2025/06/26/Rust-1.88.0/",
        "path: /blog/a.html | /blog/a.html",
        "save_as: posts/a/index.html | /posts/a/",
        "Save_as: posts/a.html | /posts/a.html",
        "permalink: ''; url: /u/ | /u/",
        "permalink: /p/; url: /u/ | /p/",
      })
  void aPostHasItsOwnPath(String field, @Nullable String permalink) {
    assertThat(Reading.post(field.replace("; ", "\n")).address().permalink()).isEqualTo(permalink);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "title: A |",
        "aliases: [releases/1.88.0, /a.html] | /releases/1.88.0 /a.html",
        "aliases: /a, b/ | /a, b/",
        "redirect_from: /a, /b | /a /b",
        "redirect_from: /a/ https://blog.example.org/journal/b/ | /a/ /b/",
        "redirect_from: /old/ | /old/",
        "redirect_from: [/old/, /old/, ''] | /old/",
        "redirect_from: https://blog.example.org/journal/old/?p=3 | /old/?p=3",
        "aliases: /a; redirect_from: /b | /a /b",
        "link: https://blog.example.org/journal/2013/old/ | /2013/old/",
        "link: /2013/old/ | /2013/old/",
        "link: https://elsewhere.example/ |",
      })
  void oldPathsAreAliases(String field, @Nullable String aliases) {
    assertThat(String.join(" ", Reading.post(field.replace("; ", "\n")).address().aliases()))
        .isEqualTo(aliases == null ? "" : aliases);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "title: A |",
        "external_url: https://other.example/a?b=c#d | https://other.example/a?b=c#d",
        "external-url: http://other.example/ | http://other.example/",
        "canonical_url: https://other.example/a | https://other.example/a",
        "canonical_url: https://blog.example.org/journal/a/ |",
        "source_url: HTTPS://Other.example:443/%c3%a9 | https://other.example/%C3%A9",
        "external_url: https://other.example | https://other.example/",
        "external_url: https://bücher.example/a b<c | https://xn--bcher-kva.example/a%20b%3Cc",
        "external_url: https://a_b.example//c//d | https://a_b.example//c//d",
        "link: //other.example/a | https://other.example/a",
        "link: //blog.example.org/journal/a/ |",
        "link: https://other.example/a | https://other.example/a",
        "link: https://BLOG.example.org:443/journal/a/ |",
        "external_url: ''; link: https://other.example/a | https://other.example/a",
      })
  void aLinkedPostIsAboutAPageElsewhere(String field, @Nullable String url) {
    assertThat(Reading.post(field.replace("; ", "\n")).address().externalUrl()).isEqualTo(url);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "title: A |",
        "redirect_to: https://other.example/a | https://other.example/a",
        "redirect_to: [https://other.example/a] | https://other.example/a",
        "redirect_to: //other.example | https://other.example/",
        "redirect_to: /new/ | /new/",
        "redirect_to: new/ | /new/",
      })
  void aPostMayLiveElsewhere(String field, @Nullable String target) {
    assertThat(Reading.post(field).address().redirectTo()).isEqualTo(target);
  }

  @Test
  void whatIsLongerThanAnyPathIsNotTaken() {
    ParsedPost.Understood slug = Reading.fields("slug: " + "s".repeat(1001));
    assertThat(slug.post().address().slug()).isEqualTo("a-post");
    assertThat(Reading.problems(slug))
        .containsExactly(
            "2013-07-12-a-post.md:2: warning: slug: \""
                + "s".repeat(60)
                + "…\" is longer than 1000 characters; write a few words");
    ParsedPost.Understood path = Reading.fields("permalink: /" + "p".repeat(2000));
    assertThat(path.post().address().permalink()).isNull();
    assertThat(Reading.problems(path))
        .containsExactly(
            "2013-07-12-a-post.md:2: warning: permalink: \"/"
                + "p".repeat(59)
                + "…\" is longer than 2000 characters; write a shorter path");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "slug: .. | slug: \"..\" is not a path segment; write words joined by hyphens",
        "slug: \"{{ x }}\" | slug: \"{{ x }}\" is not expanded here; write out its value",
        "slug: / | slug: \"/\" is not a path segment; write words joined by hyphens",
        "permalink: /../../etc/ | permalink: \"/../../etc/\" is not a path on this site; write one"
            + " like /2013/07/a-post/",
        "permalink: /%2E%2e/a | permalink: \"/%2E%2e/a\" is not a path on this site; write one like"
            + " /2013/07/a-post/",
        "permalink: 'a\\b' | permalink: \"a\\b\" is not a path on this site; write one like"
            + " /2013/07/a-post/",
        "permalink: /a%5cb/ | permalink: \"/a%5cb/\" is not a path on this site; write one like"
            + " /2013/07/a-post/",
        "aliases: /a%0Ab/ | aliases: \"/a%0Ab/\" is not a path on this site; write one like"
            + " /2013/07/a-post/",
        "slug: a%5Cb | slug: \"a%5Cb\" is not a path segment; write words joined by hyphens",
        "permalink: //evil.example/a | permalink: \"//evil.example/a\" is not a path on this site;"
            + " write one like /2013/07/a-post/",
        "permalink: /?p=3 | permalink: \"/?p=3\" has a query or a fragment; write a path like"
            + " /2013/07/a-post/",
        "url: https://other.example/ | url: \"https://other.example/\" is not a path on this site;"
            + " write one like /2013/07/a-post/",
        "url: [a, b] | url: \"[a, b]\" is a list; write one value",
        "url: {{ x }} | url: \"{{ x }}\" is a mapping; write one value",
        "aliases: [{/a: b}] | aliases: \"{/a: b}\" is a mapping; write one value",
        "permalink: false | permalink: \"false\" is not a path on this site; write one like"
            + " /2013/07/a-post/",
        "permalink: /:year/:nosuch/ | permalink: \"/:year/:nosuch/\" has the unknown placeholder"
            + " :nosuch, so the site's pattern is used; known placeholders are :year, :month,"
            + " :day, :title,"
            + " :slug, :category, :categories, :filename, :section, :i_month, :i_day, :id,"
            + " :short_year, :y_day, :week, :short_day, :hour, :minute, :second, :w_year, :w_day,"
            + " :long_day, :short_month, :long_month, :slugified_categories, :sections, :path, :name,"
            + " :post_title, :contentbasename, :slugorfilename, :slugorcontentbasename,"
            + " :monthname, :weekday, :weekdayname, :yearday, :timestamp",
        "permalink: /{{ page.slug }}/ | permalink: \"/{{ page.slug }}/\" is not expanded here;"
            + " write out its value",
        "url: /a/{% x %}/ | url: \"/a/{% x %}/\" is not expanded here; write out its value",
        "aliases: /{{ x }}/ | aliases: \"/{{ x }}/\" is not expanded here; write out its value",
        "redirect_from: [\"/{{ x }}/\"] | redirect_from: \"/{{ x }}/\" is not expanded here;"
            + " write out its value",
        "redirect_to: \"{{ site.url }}/x\" | redirect_to: \"{{ site.url }}/x\" is not expanded"
            + " here; write out its value",
        "external_url: <%= url %> | external_url: \"<%= url %>\" is not expanded here; write out"
            + " its value",
        "link: \"{{ site.url }}/x\" | link: \"{{ site.url }}/x\" is not expanded here; write out"
            + " its value",
        "aliases: javascript:alert(1) | aliases: \"javascript:alert(1)\" is not a path on this site;"
            + " write one like /2013/07/a-post/",
        "redirect_to: javascript:alert(1) | redirect_to: \"javascript:alert(1)\" is neither a web"
            + " address nor a path; start it with https:// or /",
        "external_url: other.example | external_url: \"other.example\" is not a web address; write one"
            + " like https://example.org/page/",
        "external_url: https:///x | external_url: \"https:///x\" is not a web address; write one like"
            + " https://example.org/page/",
        "external_url: https://a b/ | external_url: \"https://a b/\" is not a web address; write one"
            + " like https://example.org/page/",
        "link: //a b/ | link: \"//a b/\" is not a web address; write one like"
            + " https://example.org/page/",
      })
  void whatIsNoAddressIsReportedAndLeftOut(String field, String problem) {
    ParsedPost.Understood read = Reading.fields(field);

    assertThat(Reading.problems(read))
        .containsExactly("2013-07-12-a-post.md:2: warning: " + problem);
    assertThat(read.post().address().slug()).isEqualTo("a-post");
    assertThat(read.post().address().permalink()).isNull();
    assertThat(read.post().address().aliases()).isEmpty();
    assertThat(read.post().address().redirectTo()).isNull();
    assertThat(read.post().address().externalUrl()).isNull();
  }
}
