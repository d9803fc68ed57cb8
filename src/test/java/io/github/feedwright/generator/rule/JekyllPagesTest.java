package io.github.feedwright.generator.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.generator.config.ConfigFile;
import io.github.feedwright.yaml.Mapping;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The addresses of the documents in Jekyll's collections. */
final class JekyllPagesTest {
  private static final String CONFIGURATION =
      """
      collections:
        docs: {output: true}
        guides: {output: true, permalink: /g/:title/}
        notes: {output: true, permalink: "/:collection/:path/"}
        named: {output: true, permalink: "/n/:name:output_ext"}
        dated: {output: true, permalink: /d/:year/:month/:day/:title}
        cats: {output: true, permalink: "/c/:categories/:slug.html"}
        scoped: {output: true}
        silent: {output: false}
      defaults:
        - scope: {path: "", type: scoped}
          values: {permalink: "/s/:title:output_ext"}
        - scope: {path: "pages"}
          values: {permalink: "/p/:basename/"}
      """;

  private static Mapping configured(String style) {
    return ConfigFile.of("_config.yml", "permalink: \"" + style + "\"\n" + CONFIGURATION).data();
  }

  private static @Nullable String address(String style, String path, @Nullable String fields) {
    String start = fields == null ? "" : fields.replace('¶', '\n') + "\n";
    SitePages.Page page =
        JekyllPages.page(path, "---\n" + start + "---\nText.\n", configured(style));
    return page == null ? null : page.address();
  }

  /** The addresses are those of Jekyll 4.3.1. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "date | pages/about.md |  | /p/about/",
        "date | other.md |  | /other.html",
        "date | _docs/2019-01-02-day.md |  | /docs/2019-01-02-day.html",
        "date | _docs/a b.md |  | /docs/a b.html",
        "date | _docs/dots...md |  | /docs/dots.html",
        "date | _docs/index.md |  | /docs/index.html",
        "date | _docs/own.md | permalink: /own/here.html | /own/here.html",
        "date | _docs/ownpat.md | permalink: /own/:title/ | /own/ownpat/",
        "date | _docs/page.html |  | /docs/page.html",
        "date | _docs/sub/Y_z.md | title: X | /docs/sub/Y_z.html",
        "date | _docs/x.md | title: X | /docs/x.html",
        "date | _docs/é_ü.md |  | /docs/é_ü.html",
        "date | _guides/2019-01-02-day.md |  | /g/day/",
        "date | _guides/One_Two--x.md |  | /g/One_Two-x/",
        "date | _guides/slugged.md | slug: My Slug | /g/My-Slug/",
        "date | _notes/sub/a.markdown |  | /notes/sub/a/",
        "date | _named/Some_Name.md |  | /n/some-name.html",
        "date | _dated/a.md | date: 2020-03-04 | /d/2020/03/04/a",
        "date | _dated/2021-05-06-b.md |  | /d/2021/05/06/b",
        "date | _scoped/A.md |  | /s/A.html",
        "pretty | other.md |  | /other/",
        "pretty | _docs/index.md |  | /docs/index/",
        "pretty | _docs/own.md | permalink: /own/here.html | /own/here.html",
        "pretty | _docs/x.md | title: X | /docs/x/",
        "/:title | other.md |  | /other",
        "/:title | _docs/index.md |  | /docs/index",
        "/:title | _docs/x.md | title: X | /docs/x",
      })
  void aDocumentHasTheAddressThatJekyllGivesIt(
      String style, String path, @Nullable String fields, String address) {
    assertThat(address(style, path, fields)).isEqualTo(address);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "_docs/hidden.md | published: false",
        "_cats/a.md | category: Q",
        "_dated/a.md | title: A",
        "_docs/a.png | title: A",
      })
  void whatIsHiddenOrNotKnownHasNone(String path, String fields) {
    assertThat(address("date", path, fields)).isNull();
  }

  @Test
  void onlyCollectionsWithPagesAreLookedInto() {
    assertThat(JekyllPages.folders(configured("date")))
        .containsExactly("_docs", "_guides", "_notes", "_named", "_dated", "_cats", "_scoped");
  }
}
