package io.github.feedwright.post.reading;

import io.github.feedwright.generator.Generator;
import io.github.feedwright.post.Dates;
import io.github.feedwright.post.Post;
import io.github.feedwright.post.Visibility;
import io.github.feedwright.post.author.Authors;
import io.github.feedwright.post.field.AddressFields;
import io.github.feedwright.post.field.DateFields;
import io.github.feedwright.post.field.FieldProblems;
import io.github.feedwright.post.field.Fields;
import io.github.feedwright.post.field.VisibilityFields;
import io.github.feedwright.post.file.PostName;
import io.github.feedwright.post.file.PostPaths;
import io.github.feedwright.post.frontmatter.DecodedText;
import io.github.feedwright.post.frontmatter.FrontMatter;
import io.github.feedwright.post.frontmatter.NikolaHeader;
import io.github.feedwright.post.frontmatter.UnreadablePost;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.LimitSettings;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.text.Sha256;
import io.github.feedwright.yaml.Mapping;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads posts: a file's bytes in, a post out. Nothing in a file makes it throw. It has no state, so
 * threads may share it.
 */
public final class PostParser {
  /** The date of a hidden post without one; it is never shown. */
  private static final OffsetDateTime UNDATED =
      OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

  private static final Set<String> PAGE = Set.of("page", "[page]");

  private final LimitSettings limits;
  private final Generator generator;
  private final FileRules files;
  private final HidingFields hiding;
  private final DateFields dates;
  private final VisibilityFields visibilities;
  private final AddressFields addresses;
  private final PostBuilder posts;

  /** A parser for these settings and authors. */
  public PostParser(Settings settings, Authors authors) {
    this.limits = settings.limits();
    this.generator = settings.posts().generator();
    this.files = new FileRules(settings.posts());
    this.hiding = new HidingFields(settings.posts().generator());
    this.dates = new DateFields(settings.posts().timezone(), generator);
    this.visibilities = new VisibilityFields(settings.posts().timezone(), generator);
    this.addresses = new AddressFields(settings);
    this.posts = new PostBuilder(settings, authors, addresses, files);
  }

  /**
   * Reads a file.
   *
   * @param path the file's path below the posts directory, with {@code /}
   * @param bytes the whole file
   */
  public ParsedPost parse(String path, byte[] bytes) {
    if (bytes.length > limits.post()) {
      return tooLarge(path, bytes.length);
    }
    if (!files.isContent(path)) {
      return new ParsedPost.NotAPost();
    }
    boolean fenceNeeded = PostPaths.needsFence(path);
    if (fenceNeeded && !beginsWithFence(bytes)) {
      return withoutFrontMatter(path, "");
    }
    if (isBlank(bytes)) {
      // A failed save leaves such a file: its post must not vanish silently.
      return refused(path, Kind.FILE, 1, "the file is empty; write the post, or delete the file");
    }
    try {
      String text = DecodedText.decode(bytes);
      FrontMatter read = FrontMatter.read(text, limits.frontMatter(), fenceNeeded, generator);
      if (read == null && generator.needsNoFrontMatter(path)) {
        read = new FrontMatter(new Mapping(List.of(), 1), text, 1);
      }
      return read == null ? withoutFrontMatter(path, text) : understand(path, bytes, read);
    } catch (UnreadablePost unreadable) {
      return refused(path, unreadable.kind(), unreadable.line(), unreadable.getMessage());
    }
  }

  private ParsedPost withoutFrontMatter(String path, String text) {
    if (generator.readsMdx() && path.endsWith(".mdx") && Mdx.hasFields(text)) {
      return refused(
          path,
          Kind.TEMPLATE,
          1,
          "the fields of the post are JavaScript, which is not run, so it is not published; write"
              + " them as front matter: ---, title: Its title, date: 2026-01-31, ---");
    }
    return new ParsedPost.WithoutFrontMatter(
        Problem.error(
            path,
            1,
            Kind.FRONT_MATTER,
            "the post has lost its front matter, so its last good version stays up; write the"
                + " fields again between two lines ---, or delete the file"));
  }

  private static boolean isBlank(byte[] bytes) {
    for (byte each : bytes) {
      if (each != ' ' && each != '\t' && each != '\n' && each != '\r') {
        return false;
      }
    }
    return true;
  }

  /** The result for a file over {@code limits.post}, which need not be read for it. */
  public ParsedPost tooLarge(String path, long size) {
    return refused(
        path,
        Kind.LIMIT,
        1,
        "the file has "
            + size
            + " bytes, over limits.post ("
            + limits.post()
            + "); shorten it, or raise the limit");
  }

  private ParsedPost understand(String path, byte[] bytes, FrontMatter read) {
    FieldProblems report = new FieldProblems(path, Kind.FIELD);
    Fields fields = Fields.of(files.fields(path, read.fields()), report);
    PostName name = PostName.of(path).withDay(generator.dayOf(path));
    String permalink = addresses.permalink(path, fields, report);
    OffsetDateTime date = dates.date(fields, name, permalink, report);
    Instant from = (date == null ? UNDATED : date).toInstant();
    PostSource source = new PostSource(path, name, read, fields, report);
    Visibility visibility = visibility(source, from);
    boolean isSection = PostPaths.isSection(path);
    if (isSection && visibility.visible() && !visibility.isTimed()) {
      return report.has(Kind.FRONT_MATTER)
          ? new ParsedPost.Refused(report.problems())
          : new ParsedPost.NotAPost();
    }
    // A page that is a draft counts: the files next to it must not be served.
    boolean isPage = !isSection && (files.isPage(path) || isPage(fields));
    // An undated file is no post, but may be a page that posts link to.
    boolean isUndated = date == null && visibility.visible() && !isPage && !isSection;
    if (isUndated && isTemplate(fields, read)) {
      return new ParsedPost.NotAPost();
    }
    ParsedPost.Refused undated = isUndated ? files.undated(path, read, report) : null;
    DateFields.Modified modified = dates.modified(fields, date, report);
    Dates both =
        new Dates(date == null ? UNDATED : date, modified == null ? null : modified.time());
    Post post = posts.build(source, Sha256.hex(bytes), both, visibility, permalink);
    if (undated != null) {
      return files.knowsPages() ? undated.of(post) : undated;
    }
    if (report.has(Kind.FRONT_MATTER)) {
      return new ParsedPost.Refused(report.problems());
    }
    if (isPage && visibility.visible()) {
      return new ParsedPost.NotAPost(files.knowsPages() ? post : null);
    }
    if (isSection && visibility.visible()) {
      return new ParsedPost.Understood(post, List.of(), null);
    }
    return new ParsedPost.Understood(
        post, report.problems(), modified == null ? null : modified.ahead());
  }

  /** Who may see a post, by its fields and by its path. */
  private Visibility visibility(PostSource source, Instant from) {
    String path = source.path();
    FieldProblems report = source.report();
    Fields fields = source.fields();
    if (PostPaths.isSection(path)) {
      Visibility section = visibilities.ofSection(fields, from, report);
      return first(hiding.hiddenBelow(fields, from, report), section);
    }
    Visibility read =
        visibilities.read(fields, source.name().folders(), PostPaths.isIndex(path), from, report);
    Visibility byPath = files.hidden(path, source.frontMatter().fields(), from, report);
    return first(byPath == null ? hiding.hidden(fields, from, report) : byPath, read);
  }

  private static Visibility first(@Nullable Visibility hidden, Visibility other) {
    return hidden == null ? other : hidden;
  }

  /** Zola's pages that only name a template: no title, date or text, so nothing to publish. */
  private static boolean isTemplate(Fields fields, FrontMatter read) {
    return read.body().isBlank()
        && fields.get("template") != null
        && fields.get("title") == null
        && fields.get("date") == null;
  }

  private static boolean isPage(Fields fields) {
    return fields.anyShape("type", "layout").stream()
        .anyMatch(value -> PAGE.contains(value.text().toLowerCase(Locale.ROOT)));
  }

  private static ParsedPost refused(String path, Kind kind, int line, String message) {
    return new ParsedPost.Refused(List.of(Problem.error(path, line, kind, message)));
  }

  /** Whether a file, which may not be text, begins like front matter. */
  private static boolean beginsWithFence(byte[] bytes) {
    int at = 0;
    while (at < bytes.length && (isByteOrderMark(bytes, at) || isBlank(bytes[at]))) {
      at += isBlank(bytes[at]) ? 1 : 3;
    }
    return at < bytes.length
        && ("-+{;".indexOf(bytes[at]) >= 0 || NikolaHeader.begins(start(bytes, at)));
  }

  private static boolean isBlank(byte each) {
    return each >= 0 && each <= ' ';
  }

  private static boolean isByteOrderMark(byte[] bytes, int at) {
    return at + 2 < bytes.length
        && (bytes[at] & 0xFF) == 0xEF
        && (bytes[at + 1] & 0xFF) == 0xBB
        && (bytes[at + 2] & 0xFF) == 0xBF;
  }

  private static String start(byte[] bytes, int at) {
    return new String(bytes, at, Math.min(100, bytes.length - at), StandardCharsets.ISO_8859_1);
  }
}
