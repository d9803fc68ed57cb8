package io.github.feedwright.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.format.FeedFormats;
import io.github.feedwright.identity.PublishedPosts;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.publish.once.SiteCheck;
import io.github.feedwright.publish.once.StaticBuild;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.settings.SettingsReader;
import io.github.feedwright.settings.SettingsResult;
import io.github.feedwright.store.CacheStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A redirect that leads nowhere is a problem, and no other redirect is. */
final class BrokenRedirectsTest {
  private static final String ROOT = "https://ex.org/";
  private static final String BELOW = "https://ex.org/notes/";

  @TempDir private Path posts;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(
        posts.resolve("2014-04-04-one.md"),
        "---\ntitle: One\ntags: [Café, cloud]\naliases: [/first/]\n---\n![a](a.png)\n");
    Files.writeString(posts.resolve("2014-04-05-two.md"), "---\ntitle: Two\ndraft: true\n---\n");
    Files.writeString(posts.resolve("a.png"), "a picture");
  }

  private Settings settings(String url, String redirects) {
    String text =
        "site: {title: T, url: \"%s\", id: \"tag:ex.org,2013\"}\n".formatted(url)
            + "feeds: {keep: [tag/quiet]}\ngone: [/notes/gone/, /gone/]\n"
            + "redirects:\n  "
            + redirects;
    SettingsResult read = SettingsReader.read(text, "config.yaml", posts, FeedFormats.names());
    return ((SettingsResult.Valid) read).settings().withPosts(posts);
  }

  private Collection<Problem> check(Settings settings) {
    return SiteCheck.of(
            settings, Clock.systemUTC(), CacheStore.none(), PublishedPosts.NONE, (done, all) -> {})
        .problems();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        BELOW + " | /atom.xml | did you mean \"/notes/atom.xml\"?",
        BELOW + " | /2014/04/04/one/ | did you mean \"/notes/2014/04/04/one/\"?",
        BELOW + " | /first | did you mean \"/notes/first\"?",
        BELOW + " | /notes/atom.xm | did you mean \"/notes/atom.xml\"?",
        BELOW + " | /atom.xlm | did you mean \"/notes/atom.xml\"?",
        BELOW + " | /feed/ | did you mean \"/notes/feed/\"?",
        BELOW + " | https://ex.org/notes/atom.xlm | did you mean \"/notes/atom.xml\"?",
        BELOW + " | http://ex.org/notes/nope | correct it",
        BELOW + " | /notes/2014/04/04/onne/ | did you mean \"/notes/2014/04/04/one/\"?",
        BELOW + " | /notes/2014/05/05/one | did you mean \"/notes/2014/04/04/one/\"?",
        BELOW + " | /notes/b.png | did you mean \"/notes/a.png\"?",
        ROOT + " | https://ex.org/2014/04/04/on/ | did you mean \"/2014/04/04/one/\"?",
        ROOT + " | /tags/clowd/rss.xml | did you mean \"/tags/cloud/rss.xml\"?",
        ROOT + " | /tags/caf/ | did you mean \"/tags/caf%C3%A9/\"?",
        ROOT + " | /tag/cloud/ | did you mean \"/tags/cloud/\"?",
        ROOT + " | /feed.opml | did you mean \"/feeds.opml\"?",
        ROOT + " | /about/ | correct it, or write the whole address if another server has it",
        ROOT + " | /gone/ | correct it, or write the whole address if another server has it",
        ROOT
            + " | /2014/04/05/two/ | correct it, or write the whole address if another server"
            + " has it",
      })
  void aTargetThatIsNotServedIsAWarningWithTheNearestOne(String url, String target, String advice) {
    Settings settings = settings(url, "/old.xml: " + target);

    assertThat(check(settings))
        .extracting(Problem::toString)
        .containsExactly(
            "config.yaml:5: warning: redirects: \"/old.xml\" leads to \""
                + target
                + "\", which this server does not have; "
                + advice);
    try (StaticBuild build =
        StaticBuild.of(settings, Clock.systemUTC(), CacheStore.none(), PublishedPosts.NONE)) {
      assertThat(build.health().problems()).containsOnlyKeys(Kind.CONFIGURATION);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/notes/",
        "/notes",
        "/notes/atom.xml",
        "/notes/atom.xml?utm_source=old",
        "/notes/tags/cloud",
        "/notes/tags/caf%C3%A9/feed.json",
        "/notes/tags/quiet/rss.xml",
        "/notes/archive/2014-04/atom.xml",
        "/notes/feeds.opml",
        "/notes/feed/atom/",
        "/notes/2014/04/04/one/",
        "/notes/first/",
        "/notes/a.png",
        "/healthz",
        "/older.xml",
        "https://ex.org/about/",
        "https://ex.org/notes/2014/04/04/one/#part",
        "https://ex.org/notes/atom.xml?x=1",
        "http://ex.org:8080/notes/nope",
        "https://other.example.net/",
      })
  void whatIsServedHereOrElsewhereIsNone(String target) {
    Settings settings =
        settings(BELOW, "\"/old.xml\": \"" + target + "\"\n  /older.xml: /notes/rss.xml");

    assertThat(check(settings)).isEmpty();
    try (StaticBuild build =
        StaticBuild.of(settings, Clock.systemUTC(), CacheStore.none(), PublishedPosts.NONE)) {
      assertThat(build.health().problems()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/a: /b, /b: /a, /a, /b",
    "/a: /a/, /b: /atom.xml, /a, /a/",
    "/a: https://ex.org/b, /b: http://EX.org:80/a#x, /a, https://ex.org/b",
    "/in: /a, /a: /a/?x=1, /in, /a",
    "/older/: /b, /b: /older, /older/, /b",
  })
  void aCircleOfRedirectsIsOneWarning(String one, String other, String from, String target) {
    Settings settings = settings(ROOT, one + "\n  " + other);

    assertThat(check(settings))
        .extracting(Problem::toString)
        .containsExactly(
            "config.yaml:5: warning: redirects: \"%s\" leads to \"%s\", and from there in a circle; "
                    .formatted(from, target)
                + "let one of these redirects lead to a page or a feed");
  }

  @Test
  void aRedirectToOneThatLeadsNowhereIsNotReportedToo() {
    Settings settings = settings(ROOT, "/a: /b\n  /b: /nowhere");

    assertThat(check(settings)).extracting(Problem::line).containsExactly(6);
  }

  @Test
  void aPostThatGoesTakesTheTargetWithIt() throws Exception {
    Settings settings = settings(ROOT, "/old: /tags/cloud/rss.xml");
    assertThat(check(settings)).isEmpty();

    Files.delete(posts.resolve("2014-04-04-one.md"));

    assertThat(check(settings)).hasSize(1);
  }
}
