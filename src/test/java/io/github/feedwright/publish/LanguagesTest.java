package io.github.feedwright.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.problem.Problem;
import io.github.feedwright.web.cache.CacheLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Feeds of languages, and links between translations. */
final class LanguagesTest {
  private static final String SITE =
      """
      site: {title: Journal, url: "https://blog.example.org/", id: "tag:blog.example.org,2013"}
      """;

  private static final String TWO = SITE + "languages: [en, fr]\n";

  @TempDir private Path posts;

  private SteppedSite on(String yaml) {
    return SteppedSite.on(posts, yaml, CacheLimits.USUAL);
  }

  private static String post(String title, String fields) {
    return "---\ntitle: " + title + "\ndate: 2020-01-01\n" + fields + "\n---\nText.\n";
  }

  private void write(String path, String fields) throws IOException {
    SteppedSite.write(posts, path, post(path.replaceAll("\\W", "-"), fields));
  }

  /** The titles of a feed's entries. */
  private static List<String> titles(SteppedSite site, String directory) {
    List<String> titles = new ArrayList<>();
    Matcher title =
        Pattern.compile("<item>\\s*<title>([^<]*)").matcher(site.body(directory + "rss.xml"));
    while (title.find()) {
      titles.add(title.group(1));
    }
    return titles;
  }

  @Test
  void aLanguageHasAFeedOfItsPostsAloneBesideThatOfTheSite() throws Exception {
    write("a.md", "");
    write("a.fr.md", "");
    try (SteppedSite site = on(TWO)) {
      assertThat(titles(site, "/")).containsExactlyInAnyOrder("a-md", "a-fr-md");
      assertThat(titles(site, "/languages/fr/")).containsExactly("a-fr-md");
      assertThat(titles(site, "/languages/en/")).containsExactly("a-md");
      assertThat(site.body("/languages/fr/rss.xml")).contains("<language>fr</language>");
      assertThat(site.body("/languages/fr/atom.xml"))
          .contains("<id>tag:blog.example.org,2013:feed/language/fr/atom</id>")
          .contains(">Journal: Français</title>", "xml:lang=\"fr\"");
      assertThat(site.body("/languages/fr/")).contains("a-fr-md", "<h1 dir=\"auto\">Français</h1>");
      assertThat(site.body("/feeds.opml"))
          .contains("text=\"Languages\"", "/languages/fr/rss.xml")
          .contains("description=\"Posts in the language Français, from Journal\"");
      assertThat(site.body("/rss.xml")).contains("<dc:language>fr</dc:language>");
    }
  }

  @Test
  void translationsLinkToEachOtherInAtomEachWithItsTypeAndLanguage() throws Exception {
    write("a.md", "");
    write("a.fr.md", "");
    write("b.md", "");
    try (SteppedSite site = on(TWO)) {
      String english =
          "<link rel=\"alternate\" type=\"text/html\" href=\"https://blog.example.org/2020/01/01/a/\""
              + " hreflang=\"en\" />";
      String french =
          "<link rel=\"alternate\" type=\"text/html\" href=\"https://blog.example.org/2020/01/01/a.fr/\""
              + " hreflang=\"fr\" />";
      assertThat(entry(site, "a-md")).containsSubsequence(english, french);
      assertThat(entry(site, "a-fr-md")).containsSubsequence(french, english);
      assertThat(entry(site, "b-md")).doesNotContain("hreflang");
    }
  }

  @Test
  void pagesOfTranslationsLinkToEachOtherAndToTheOneForEverybodyElse() throws Exception {
    write("a.md", "");
    write("a.fr.md", "");
    write("b.md", "");
    try (SteppedSite site = on(TWO)) {
      String links =
          """
          <link rel="alternate" hreflang="en" href="https://blog.example.org/2020/01/01/a/">
          <link rel="alternate" hreflang="x-default" href="https://blog.example.org/2020/01/01/a/">
          <link rel="alternate" hreflang="fr" href="https://blog.example.org/2020/01/01/a.fr/">
          """;
      assertThat(site.body("/2020/01/01/a/")).contains(links);
      assertThat(site.body("/2020/01/01/a.fr/")).contains(links);
      assertThat(site.body("/2020/01/01/b/")).doesNotContain("hreflang");
    }
  }

  private static String entry(SteppedSite site, String title) {
    String atom = site.body("/atom.xml");
    int at = atom.indexOf(">" + title + "<");
    return atom.substring(at, atom.indexOf("</entry>", at));
  }

  @Test
  void aTranslationThatDoesNotShowIsLinkedFromNowhereUntilItShows() throws Exception {
    write("a.md", "");
    write("a.fr.md", "draft: true");
    try (SteppedSite site = on(TWO)) {
      assertThat(site.body("/atom.xml")).doesNotContain("hreflang");
      assertThat(site.body("/2020/01/01/a/")).doesNotContain("hreflang");
      assertThat(titles(site, "/languages/fr/")).isEmpty();
      site.write("a.fr.md", post("a-fr-md", ""));
      assertThat(entry(site, "a-md")).contains("hreflang=\"fr\"");
      site.delete("a.fr.md");
      assertThat(site.body("/atom.xml")).doesNotContain("hreflang");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fr/a.md | lang: en | en",
        "fr/a.md | locale: pt_BR | pt-br",
        "fr/a.md | | fr",
        "FR/sub/a.md | | fr",
        "x/fr/a.md | | en",
        "a.fr.md | | fr",
        "a.pt-BR.md | | pt-br",
        "a.pt_br.md | | pt-br",
        "fr/a.pt-br.md | | pt-br",
        "a/index.fr.md | | fr",
        "a.fr.md | language: en | en",
        "a.es.md | | en",
        "jquery.ui.md | | en",
        "2020-01-01.fr.md | | fr",
      })
  void aPostsLanguageIsItsFieldElseItsSuffixElseItsFolderElseTheSites(
      String path, String fields, String language) throws Exception {
    write(path, fields == null ? "" : fields);
    try (SteppedSite site = on(SITE + "languages: [en, fr, pt_BR]\n")) {
      for (String code : List.of("en", "fr", "pt-br")) {
        assertThat(titles(site, "/languages/" + code + "/")).hasSize(code.equals(language) ? 1 : 0);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.md | a.fr.md | | | true",
        "en/a.md | fr/a.md | | | true",
        "a.md | fr/a.md | | | true",
        "a/index.md | a/index.fr.md | | | true",
        "a.md | sub/a.fr.md | | | false",
        "a.md | b.fr.md | | | false",
        "a.md | b.fr.md | translationKey: x | translationKey: x | true",
        "a.md | b.md | page_id: x | 'page_id: x\nlang: fr' | true",
        "a.md | a.de.md | | lang: de | false",
        "a.md | b.md | translationKey: x | translationKey: x | false",
      })
  void translationsHaveTheSameKeyOrTheSameNameInTheSameFolder(
      String one, String other, String fields, String others, boolean areTranslations)
      throws Exception {
    write(one, fields == null ? "" : fields);
    write(other, others == null ? "" : others.replace("\\n", "\n"));
    try (SteppedSite site = on(TWO)) {
      assertThat(site.body("/atom.xml").contains("hreflang")).isEqualTo(areTranslations);
    }
  }

  @Test
  void idsAreNeverSharedAndStayWhenLanguagesGo() throws Exception {
    write("a.md", "");
    write("a.fr.md", "");
    write("fr/b.md", "");
    try (SteppedSite site = on(TWO)) {
      Map<String, String> ids = site.ids();
      assertThat(ids.values()).doesNotHaveDuplicates().contains("tag:blog.example.org,2013:a.fr");
      site.reconfigure(SITE);
      assertThat(site.ids()).isEqualTo(ids);
      assertThat(site.body("/atom.xml")).doesNotContain("hreflang");
      assertThat(site.body("/feeds.opml")).doesNotContain("Languages");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.md | fr/a.md | a | fr/a.md",
        "sub/a.md | fr/sub/a.md | a | fr/sub/a.md",
        "en/a.md | fr/a.md | a | fr/a.md",
        "en/a.md | de/a.md | a | de/a.md",
        "a/index.md | fr/a/index.md | a | fr/a/index.md",
      })
  void aTranslationInAFolderWithTheSameDateTakesNoIdAndNoAddress(
      String original, String translation, String id, String other) throws Exception {
    write(original, "");
    try (SteppedSite site = on(SITE + "languages: [en, fr, de]\n")) {
      site.write(translation, post("T", ""));
      String folder = "/" + translation.substring(0, 2);
      assertThat(site.ids())
          .containsEntry(original, "tag:blog.example.org,2013:" + id)
          .containsEntry(translation, "tag:blog.example.org,2013:" + other);
      assertThat(site.problems()).isEmpty();
      assertThat(site.body("/atom.xml"))
          .contains("https://blog.example.org/2020/01/01/a/")
          .contains("https://blog.example.org" + folder + "/2020/01/01/a/");
    }
    try (SteppedSite restarted = on(SITE)) {
      assertThat(restarted.ids())
          .containsEntry(original, "tag:blog.example.org,2013:" + id)
          .containsEntry(translation, "tag:blog.example.org,2013:" + other);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/fr/index.xml, /languages/fr/rss.xml",
    "/fr/atom.xml, /languages/fr/atom.xml",
    "/fr/feed.xml, /languages/fr/atom.xml",
    "/fr/feed/, /languages/fr/rss.xml",
    "/fr/feed/atom/, /languages/fr/atom.xml",
    "/languages/fr/feed/, /languages/fr/rss.xml",
    "/language/fr/feed/atom/, /languages/fr/atom.xml",
    "/feeds/some/index.xml, /feeds/some/rss.xml",
    "/feeds/some/feed/json, /feeds/some/feed.json",
  })
  void theFeedsOfLanguagesAndCombinationsAreAtGuessedAddressesToo(String guessed, String path)
      throws Exception {
    write("a.fr.md", "");
    try (SteppedSite site = on(TWO + "feeds: {combinations: {some: {all: [language/fr]}}}\n")) {
      assertThat(site.body(guessed)).isEqualTo(site.body(path));
      site.reconfigure(SITE);
      assertThat(site.snapshot().find(guessed, null)).isNull();
    }
  }

  @Test
  void onlyNamesOfFeedsAreTakenFromPosts() throws Exception {
    write("rust.md", "permalink: /languages/rust/");
    write("mine.md", "permalink: /feeds/mine/");
    write("fr.md", "permalink: /languages/fr/");
    write("some.md", "permalink: /feeds/some/");
    try (SteppedSite site = on(TWO + "feeds: {combinations: {some: {all: [language/fr]}}}\n")) {
      assertThat(site.body("/languages/rust/")).contains("rust-md");
      assertThat(site.body("/feeds/mine/")).contains("mine-md");
      assertThat(site.problems())
          .extracting(Problem::file)
          .contains("fr.md", "some.md")
          .doesNotContain("rust.md", "mine.md");
    }
  }

  @Test
  void aTermOfALanguageThatIsNotConfiguredIsReportedWithTheCure() throws Exception {
    write("a.md", "lang: sv");
    try (SteppedSite site = on(TWO + "notes: {text: One, to: language/sv}\n")) {
      assertThat(site.problems())
          .extracting(Problem::message)
          .contains("notes: no post has language/sv; add sv to languages, or correct it");
    }
  }

  @Test
  void addressesOfOneDateGoToOriginalsAsIdsDo() throws Exception {
    write("blog/k.md", "");
    write("fr/blog/k.md", "");
    try (SteppedSite site = on(SITE)) {
      assertThat(site.body("/2020/01/01/k/")).contains(">blog-k-md<");
    }
  }

  @Test
  void aLanguageThatIsNotConfiguredIsNotedWhereOthersAre() throws Exception {
    write("a.md", "lang: sv");
    write("b.md", "lang: FR");
    try (SteppedSite site = on(TWO)) {
      assertThat(site.problems())
          .extracting(Problem::toString)
          .containsExactly(
              "a.md:4: note: lang: \"sv\" is none of the configured languages, so the post is in no"
                  + " feed of a language; add sv to languages, or write one of them");
      site.reconfigure(SITE);
      assertThat(site.problems()).isEmpty();
    }
  }

  @Test
  void aTranslationThatIsOlderThanItsOriginalAndSoHasItsIdIsReported() throws Exception {
    write("a.md", "");
    SteppedSite.write(posts, "fr/a.md", post("T", "").replace("2020", "2019"));
    try (SteppedSite site = on(TWO)) {
      assertThat(site.problems())
          .extracting(Problem::toString)
          .singleElement()
          .asString()
          .startsWith("a.md:1: note: the file name gives the id \"a\", which belongs to fr/a.md");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/:path/ | /fr/sub/a/",
        "/posts/:slug/ | /fr/posts/a/",
        "/:section/:slug/ | /fr/a/",
        "/blog/:path/ | /blog/fr/sub/a/",
        "/fr/:slug/ | /fr/a/",
        "/:slug.html | /fr/a.html",
      })
  void thePathOfATranslationInAFolderHasTheFolderOnce(String pattern, String path)
      throws Exception {
    write("fr/sub/a.md", "");
    write("fr/b.md", "permalink: /own/");
    try (SteppedSite site = on(TWO + "posts: {permalink: '" + pattern + "'}\n")) {
      assertThat(site.body("/rss.xml"))
          .contains("<link>https://blog.example.org" + path + "</link>")
          .contains("<link>https://blog.example.org/own/</link>");
    }
  }

  @Test
  void aSuffixThatIsNoConfiguredLanguageBelongsToTheName() throws Exception {
    write("jquery.ui.md", "");
    write("notes.es.md", "");
    try (SteppedSite site = on(SITE + "languages: [en]\n")) {
      assertThat(site.ids().values())
          .containsExactlyInAnyOrder(
              "tag:blog.example.org,2013:jquery.ui", "tag:blog.example.org,2013:notes.es");
      assertThat(titles(site, "/languages/en/")).hasSize(2);
      assertThat(site.snapshot().find("/languages/es/rss.xml", null)).isNull();
    }
  }

  @Test
  void theFeedOfATermHasPostsInAllLanguages() throws Exception {
    write("a.md", "tags: x");
    write("a.fr.md", "tags: x");
    try (SteppedSite site = on(TWO)) {
      assertThat(titles(site, "/tags/x/")).containsExactlyInAnyOrder("a-md", "a-fr-md");
    }
  }

  @Test
  void aLanguagesFeedCanHaveATitleOfItsOwn() throws Exception {
    write("a.fr.md", "");
    try (SteppedSite site = on(SITE + "languages: {fr: {title: Le Journal}}\n")) {
      assertThat(site.body("/languages/fr/atom.xml")).contains(">Le Journal</title>");
      assertThat(site.body("/feeds.opml")).contains("text=\"Le Journal\"");
      assertThat(titles(site, "/languages/en/")).isEmpty();
    }
  }

  @Test
  void aCombinationCanNameALanguage() throws Exception {
    write("a.md", "tags: x");
    write("a.fr.md", "tags: x");
    write("b.fr.md", "tags: y");
    String yaml = TWO + "feeds: {combinations: {x-fr: {all: [tag/x, language/fr]}}, combine: 2}\n";
    try (SteppedSite site = on(yaml)) {
      assertThat(titles(site, "/feeds/x-fr/")).containsExactly("a-fr-md");
      assertThat(titles(site, "/feeds/tag:x,language:fr/")).containsExactly("a-fr-md");
    }
  }

  @Test
  void whatAStartServesEqualsWhatEditsLedTo() throws Exception {
    write("a.md", "");
    write("b.md", "");
    try (SteppedSite site = on(TWO)) {
      site.write("a.fr.md", post("a-fr-md", ""));
      site.write("b.fr.md", post("b-fr-md", ""));
      site.write("b.fr.md", post("b-fr-md", "lang: en"));
      try (SteppedSite fresh = on(TWO)) {
        for (String path :
            List.of("/atom.xml", "/rss.xml", "/feed.json", "/languages/fr/atom.xml")) {
          assertThat(site.body(path)).isEqualTo(fresh.body(path));
        }
      }
    }
  }
}
