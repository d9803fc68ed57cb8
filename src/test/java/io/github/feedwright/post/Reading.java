package io.github.feedwright.post;

import io.github.feedwright.generator.GeneratorChoice;
import io.github.feedwright.generator.rule.PermalinkPatterns;
import io.github.feedwright.i18n.SiteWords;
import io.github.feedwright.post.author.Authors;
import io.github.feedwright.post.reading.ParsedPost;
import io.github.feedwright.post.reading.PostParser;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.ContentSettings;
import io.github.feedwright.settings.FeedContent;
import io.github.feedwright.settings.FeedsSettings;
import io.github.feedwright.settings.GuardSettings;
import io.github.feedwright.settings.HttpSettings;
import io.github.feedwright.settings.IdSettings;
import io.github.feedwright.settings.LimitSettings;
import io.github.feedwright.settings.MonitoringSettings;
import io.github.feedwright.settings.PostsSettings;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.settings.SiteSettings;
import io.github.feedwright.settings.WatchSettings;
import io.github.feedwright.settings.scope.Combinations;
import io.github.feedwright.settings.scope.Languages;
import io.github.feedwright.text.MediaTypes;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the tests of this package read posts with. */
public final class Reading {
  public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  static final int LIMIT = 4096;
  public static final int TERMS = 50;

  private Reading() {}

  /** A blog at {@code https://blog.example.org/journal/}, served at another host, in Berlin. */
  public static Settings settings() {
    return new Settings(
        new SiteSettings(
            "Example Journal",
            URI.create("https://blog.example.org/journal/"),
            "tag:blog.example.org,2013",
            true,
            "",
            "en",
            null,
            null,
            null,
            null,
            SiteWords.of("en", null)),
        new PostsSettings(
            Path.of("content"),
            PermalinkPatterns.NONE,
            BERLIN,
            null,
            null,
            MediaTypes.DEFAULT,
            null,
            GeneratorChoice.AUTO),
        new FeedsSettings(
            URI.create("https://feeds.example.org/"),
            List.of("atom"),
            Set.of("tag"),
            20,
            FeedContent.FULL,
            FeedsSettings.Archives.SITE,
            FeedsSettings.LinkedPosts.TARGET,
            false,
            List.of(),
            Combinations.NONE),
        new ContentSettings(ContentSettings.Formulas.AUTO),
        List.of(),
        Languages.NONE,
        IdSettings.DEFAULT,
        GuardSettings.DEFAULT,
        new HttpSettings(
            "127.0.0.1",
            8080,
            Duration.ofMinutes(5),
            Duration.ofMinutes(1),
            Duration.ofDays(1),
            HttpSettings.FeedType.SPECIFIC),
        Map.of(),
        List.of(),
        new WatchSettings(Duration.ofSeconds(30), Duration.ofMillis(250)),
        new LimitSettings(1 << 20, LIMIT, 4 << 20, 100, 20_000, TERMS, Duration.ofSeconds(2)),
        null,
        MonitoringSettings.DEFAULT);
  }

  public static ParsedPost file(String path, String text) {
    return file(path, text.getBytes(StandardCharsets.UTF_8));
  }

  public static ParsedPost file(String path, byte[] bytes) {
    return new PostParser(settings(), Authors.none()).parse(path, bytes);
  }

  /** The reading of a dated post whose front matter has these lines. */
  public static ParsedPost.Understood fields(String yaml) {
    return (ParsedPost.Understood) file("2013-07-12-a-post.md", "---\n" + yaml + "\n---\nText.\n");
  }

  /** The post with these lines in its front matter, of which nothing is a problem. */
  public static Post post(String yaml) {
    ParsedPost.Understood read = fields(yaml);
    if (!read.problems().isEmpty()) {
      throw new AssertionError(read.problems().toString());
    }
    return read.post();
  }

  public static List<String> problems(ParsedPost reading) {
    List<Problem> problems =
        reading instanceof ParsedPost.Understood understood
            ? understood.problems()
            : reading instanceof ParsedPost.Refused refused ? refused.problems() : List.of();
    return problems.stream().map(Problem::toString).toList();
  }
}
