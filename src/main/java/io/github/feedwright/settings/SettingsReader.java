package io.github.feedwright.settings;

import static io.github.feedwright.settings.value.Quantities.duration;
import static io.github.feedwright.settings.value.Quantities.number;
import static io.github.feedwright.settings.value.Quantities.seconds;
import static io.github.feedwright.settings.value.Quantities.size;

import io.github.feedwright.generator.GeneratorChoice;
import io.github.feedwright.i18n.SiteWords;
import io.github.feedwright.settings.FeedsSettings.Archives;
import io.github.feedwright.settings.FeedsSettings.LinkedPosts;
import io.github.feedwright.settings.HttpSettings.FeedType;
import io.github.feedwright.settings.MonitoringSettings.Address;
import io.github.feedwright.settings.scope.Combinations;
import io.github.feedwright.settings.scope.Languages;
import io.github.feedwright.settings.scope.Note;
import io.github.feedwright.settings.value.Forms;
import io.github.feedwright.settings.value.Section;
import io.github.feedwright.settings.value.SettingsProblems;
import io.github.feedwright.text.MediaTypes;
import io.github.feedwright.yaml.MalformedYaml;
import io.github.feedwright.yaml.Mapping;
import io.github.feedwright.yaml.Node;
import io.github.feedwright.yaml.Scalar;
import io.github.feedwright.yaml.YamlReader;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code config.yaml}: one method per section, one line per key with its default. */
public final class SettingsReader {
  private static final List<String> TAXONOMIES = List.of("category", "tag", "author");
  private static final URI HERE = URI.create("http://localhost:8080/");
  private static final String YEAR = "365d";

  private final Section root;
  private final SettingsProblems problems;
  private final Path base;
  private final List<String> formats;

  private SettingsReader(Mapping root, SettingsProblems problems, Path base, List<String> formats) {
    this.root = Section.root(root, problems);
    this.problems = problems;
    this.base = base;
    this.formats = formats;
  }

  /**
   * Reads a configuration.
   *
   * @param text the file's text
   * @param fileName what problems call the file
   * @param base the directory of the file, against which paths in the text resolve
   * @param formats the names of the formats of feeds
   */
  public static SettingsResult read(String text, String fileName, Path base, List<String> formats) {
    SettingsProblems problems = new SettingsProblems(fileName);
    Mapping root = root(text, problems);
    SettingsReader reader = new SettingsReader(root, problems, base, formats);
    Settings settings = reader.settings();
    reader.root.refuseUnknownKeys(reader.root.knownKeys());
    return problems.problems().isEmpty()
        ? new SettingsResult.Valid(settings)
        : new SettingsResult.Invalid(problems.problems());
  }

  /**
   * The settings without a configuration.
   *
   * @param base the directory that holds {@code content}
   * @param formats the names of the formats of feeds
   */
  public static Settings defaults(Path base, List<String> formats) {
    Mapping empty = new Mapping(List.of(), 1);
    return new SettingsReader(empty, new SettingsProblems(""), base, formats).settings();
  }

  private static Mapping root(String text, SettingsProblems problems) {
    try {
      Node root = YamlReader.read(text, 1);
      if (root instanceof Mapping mapping) {
        return mapping;
      }
      problems.add(root.line(), "this is not a map; begin with a section such as site:");
    } catch (MalformedYaml malformed) {
      problems.add(malformed.line(), malformed.getMessage());
    }
    return new Mapping(List.of(), 1);
  }

  private Settings settings() {
    SiteSettings site = site(root.section("site"));
    PostsSettings posts = posts(root.section("posts"), root.section("git"));
    Languages languages = Languages.read(root, site.language());
    FeedsSettings feeds = feeds(root.section("feeds"), site.url(), languages);
    ContentSettings content = content(root.section("content"));
    List<Note> notes = Note.read(root, problems);
    IdSettings ids = ids(root.section("ids"));
    GuardSettings guard = guard(root.section("guard"));
    HttpSettings http = http(root.section("http"));
    MovedPaths moves = MovedPaths.read(root, problems);
    return new Settings(
        site,
        posts,
        feeds,
        content,
        notes,
        languages,
        ids,
        guard,
        http,
        moves.redirects(),
        moves.gone(),
        watch(root.section("watch")),
        limits(root.section("limits")),
        new PushReader(root.section("push"), problems, base).read(),
        monitoring());
  }

  private SiteSettings site(Section site) {
    String title = site.value("title", "Feedwright", Forms.TITLE);
    URI url = site.value("url", HERE, Forms.BASE_URL);
    String id = site.optional("id", Forms.TAG);
    String language = site.value("language", "en", Forms.LANGUAGE);
    return new SiteSettings(
        title,
        url,
        id == null ? idOf(url) : id,
        id != null,
        site.value("description", "", Forms.TEXT),
        language,
        person(site.section("author")),
        site.optional("rights", Forms.TEXT),
        site.optional("icon", Forms.URL),
        site.optional("logo", Forms.URL),
        SiteWords.of(language, site.optional("words", Forms.path(base))));
  }

  /**
   * An IPv6 address is not an authority in RFC 4151: its brackets are dropped, its colons become
   * hyphens.
   */
  private static String idOf(URI url) {
    return "tag:" + url.getHost().replaceAll("[\\[\\]]", "").replace(':', '-') + ",2000";
  }

  private static @Nullable Person person(Section author) {
    String email = author.optional("email", Forms.EMAIL);
    URI url = author.optional("url", Forms.URL);
    String name =
        author.isEmpty()
            ? author.optional("name", Forms.TITLE)
            : author.required("name", Forms.TITLE);
    return name == null ? null : new Person(name, email, url == null ? null : url.toString());
  }

  private PostsSettings posts(Section posts, Section git) {
    return new PostsSettings(
        posts.value("directory", base.resolve("content").normalize(), Forms.path(base)),
        PermalinkPattern.read(posts),
        posts.optional("timezone", Forms.ZONE),
        posts.optional("authors", Forms.path(base)),
        GitSettings.read(posts, git, problems.file()),
        mediaTypes(posts),
        posts.optional("image-base", Forms.IMAGE_BASE),
        posts.value("generator", GeneratorChoice.AUTO, Forms.GENERATOR));
  }

  private static MediaTypes mediaTypes(Section posts) {
    String allowed = "a map of extensions to media types";
    Map<String, String> types = new HashMap<>();
    for (Mapping.Field field : posts.entries("media-types", allowed)) {
      Scalar key = new Scalar(field.key(), false, field.line());
      String extension = posts.read("media-types", key, Forms.EXTENSION);
      String type = posts.read("media-types", field.value(), Forms.MEDIA_TYPE);
      if (extension != null && type != null) {
        types.put(extension, type);
      }
    }
    return MediaTypes.DEFAULT.with(types);
  }

  private FeedsSettings feeds(Section feeds, URI siteUrl, Languages languages) {
    Combinations combinations = Combinations.read(feeds, problems);
    Set<String> by = new HashSet<>(feeds.list("by", TAXONOMIES, Forms.oneOf(TAXONOMIES)));
    by.addAll(combinations.taxonomies());
    by.addAll(languages.taxonomies());
    return new FeedsSettings(
        feeds.value("url", siteUrl, Forms.BASE_URL),
        feeds.some("formats", formats, Forms.oneOf(formats)),
        by,
        feeds.value("items", 20, number(1, 1000)),
        feeds.value("content", FeedContent.FULL, Forms.constantOf(FeedContent.class)),
        feeds.value("archives", Archives.SITE, Forms.constantOf(Archives.class)),
        feeds.value("linked-posts", LinkedPosts.TARGET, Forms.constantOf(LinkedPosts.class)),
        feeds.value("trusted-html", false, Forms.YES_OR_NO),
        feeds.list("keep", List.of(), Forms.term(TAXONOMIES)),
        combinations);
  }

  private static ContentSettings content(Section content) {
    return new ContentSettings(
        content.value(
            "math",
            ContentSettings.Formulas.AUTO,
            Forms.constantOf(ContentSettings.Formulas.class)));
  }

  private static IdSettings ids(Section ids) {
    return new IdSettings(adopted(ids), ids.value("write", false, Forms.YES_OR_NO));
  }

  private static @Nullable AdoptedIds adopted(Section ids) {
    if (!ids.has("template") && !ids.has("until")) {
      return null;
    }
    String template = ids.required("template", PermalinkPattern::address);
    LocalDate until = ids.required("until", Forms.DATE);
    return template == null || until == null ? null : new AdoptedIds(template, until);
  }

  private static GuardSettings guard(Section guard) {
    GuardSettings absent = GuardSettings.DEFAULT;
    return new GuardSettings(
        guard.value("entries", absent.entries(), number(0, 1000)),
        guard.list("accept", absent.accept(), Forms.TOKEN));
  }

  private static HttpSettings http(Section http) {
    return new HttpSettings(
        http.value("host", "127.0.0.1", Forms.HOST),
        http.value("port", 8080, number(0, 65_535)),
        http.value("max-age", Duration.ofMinutes(5), seconds("0s", YEAR)),
        http.value("stale-while-revalidate", Duration.ofMinutes(1), seconds("0s", YEAR)),
        http.value("stale-if-error", Duration.ofDays(1), seconds("0s", YEAR)),
        http.value("feed-type", FeedType.SPECIFIC, Forms.constantOf(FeedType.class)));
  }

  private MonitoringSettings monitoring() {
    boolean isMeasured = root.has("metrics");
    Section metrics = root.section("metrics");
    Address address =
        new Address(
            metrics.value("host", "127.0.0.1", Forms.HOST),
            metrics.value("port", 9100, number(0, 65_535)));
    return new MonitoringSettings(isMeasured ? address : null, log(root.section("log")));
  }

  private static LogSettings log(Section log) {
    LogSettings absent = LogSettings.DEFAULT;
    return new LogSettings(
        log.value("level", absent.level(), Forms.constantOf(LogSettings.Level.class)),
        log.value("format", absent.format(), Forms.constantOf(LogSettings.Format.class)),
        log.value("access", absent.access(), Forms.YES_OR_NO));
  }

  private static WatchSettings watch(Section watch) {
    return new WatchSettings(
        watch.value("scan", Duration.ofSeconds(30), duration("1s", "1d")),
        watch.value("settle", Duration.ofMillis(250), duration("0ms", "1h")));
  }

  /**
   * Some defaults are also the maximum. Front matter longer than {@link YamlReader#MAX_LENGTH}
   * could not be read; HTML parsers flatten much deeper nesting; and the Markdown parser's cost for
   * more lines cannot be counted from outside.
   */
  private static LimitSettings limits(Section limits) {
    LimitSettings absent = LimitSettings.DEFAULT;
    return new LimitSettings(
        limits.value("post", absent.post(), size("1KiB", "512MiB")),
        limits.value("front-matter", absent.frontMatter(), size("1KiB", "64KiB")),
        limits.value("html", absent.html(), size("1KiB", "512MiB")),
        limits.value("nesting", absent.nesting(), number(1, absent.nesting())),
        limits.value("lines", absent.lines(), number(1, absent.lines())),
        limits.value("terms", absent.terms(), number(1, 1000)),
        limits.value("render", absent.render(), duration("100ms", "1m")));
  }
}
