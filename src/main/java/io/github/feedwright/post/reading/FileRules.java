package io.github.feedwright.post.reading;

import io.github.feedwright.generator.Generator;
import io.github.feedwright.generator.GeneratorChoice;
import io.github.feedwright.generator.path.PathRules;
import io.github.feedwright.generator.program.Eleventy;
import io.github.feedwright.generator.program.Jekyll;
import io.github.feedwright.generator.rule.SitePages;
import io.github.feedwright.post.FieldLines;
import io.github.feedwright.post.Visibility;
import io.github.feedwright.post.field.FieldProblems;
import io.github.feedwright.post.file.PostName;
import io.github.feedwright.post.frontmatter.FrontMatter;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.settings.PostsSettings;
import io.github.feedwright.text.FilePath;
import io.github.feedwright.yaml.Mapping;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which files a generator takes for posts, judged by their paths. */
final class FileRules {
  /** What defaults say of pages: it would hide posts. */
  private static final List<String> OF_PAGES = List.of("layout", "type");

  private static final Pattern DRAFTS = Pattern.compile("(?i)(?:^|.*/)drafts?/.*");

  private final Generator generator;
  private final GeneratorChoice.Content content;
  private final SitePages pages;
  private final Map<String, String> configured;
  private final Mapping data;
  private final PathRules rules;

  FileRules(PostsSettings posts) {
    this.generator = posts.generator();
    this.content = posts.written().content();
    this.pages = posts.written().pages();
    this.configured = posts.written().values();
    this.data = posts.written().data();
    this.rules = posts.written().rules();
  }

  /** Whether the file is below the folder of the generator's content, and may be a post or page. */
  boolean isContent(String path) {
    String below = content.path(path);
    return below != null && !pages.isOther(below);
  }

  /** Whether the file is a page of the site, and no post. */
  boolean isPage(String path) {
    String below = content.path(path);
    return below != null && pages.isPage(below);
  }

  /** Whether it is known where links to pages lead. */
  boolean knowsPages() {
    return pages.areKnown();
  }

  /**
   * The visibility of a file that its path hides, which is reported; null if it does not.
   *
   * @param own its fields, which win
   */
  @Nullable Visibility hidden(String path, Mapping own, Instant date, FieldProblems report) {
    if (generator.isCautious() && DRAFTS.matcher(path).matches()) {
      report.hidden(1, "it is in a folder of drafts");
      return new Visibility(false, date, null);
    }
    String below = content.path(path);
    List<String> keys = own.fields().stream().map(Mapping.Field::key).toList();
    String why = below == null ? null : generator.hides(below, configured, keys);
    if (below != null && rules.ignore(below)) {
      why = "the configuration of " + generator.title() + " ignores it";
    }
    if (why == null) {
      return null;
    }
    report.hidden(1, why);
    return Visibility.NEVER;
  }

  /** The folders above {@code _posts}, which are categories in Jekyll. */
  List<String> categories(String path) {
    boolean areCategories = generator.equals(new Jekyll()) || generator.configurations().isEmpty();
    String below = areCategories ? content.path(path) : null;
    if (below == null) {
      return List.of();
    }
    String collections = configured.getOrDefault("collections_dir", "") + "/";
    List<String> folders =
        PostName.of(below.startsWith(collections) ? below.substring(collections.length()) : below)
            .folders();
    int posts = Math.max(folders.indexOf("_posts"), folders.indexOf("_drafts"));
    return posts < 0 ? List.of() : folders.subList(0, posts);
  }

  /** The fields of a file: its own, and those that the configuration gives it. */
  Mapping fields(String path, Mapping own) {
    String below = content.path(path);
    if (below == null) {
      return own;
    }
    Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    known.addAll(OF_PAGES);
    own.fields().forEach(field -> known.add(field.key()));
    List<Mapping.Field> all = new ArrayList<>(own.fields());
    Stream.concat(generator.defaults(below, data).stream(), rules.fields(below).stream())
        .flatMap(each -> each.fields().stream())
        .filter(field -> known.add(field.key()))
        // Its line is one of another file.
        .forEach(field -> all.add(new Mapping.Field(field.key(), 1, field.value())));
    return new Mapping(all, own.line());
  }

  /** A file without a date: a page, which is reported unless it plainly is one, or a mistake. */
  ParsedPost.Refused undated(String path, FrontMatter read, FieldProblems report) {
    boolean isMissing = !report.has(Kind.DATE) && !report.has(Kind.FRONT_MATTER);
    int line = FieldLines.of(read.fields()).of("date");
    if (isMissing && generator.hasUndatedPages()) {
      report.undatedPage(line, isList(path, read.fields()));
    } else if (isMissing) {
      report.error(
          Kind.DATE,
          line,
          "date: is missing; write date: 2013-07-12 13:35:41 +0000 in the front matter, or start"
              + " the file name with the day: 2013-07-12-");
    }
    return new ParsedPost.Refused(report.problems(), isMissing, null);
  }

  /** Whether Eleventy makes a list of a file, or puts it at the address of its folder. */
  private boolean isList(String path, Mapping own) {
    String folder = FilePath.name(FilePath.folder(path));
    boolean isOfFolder = FilePath.name(path).startsWith(folder + ".") && !folder.isEmpty();
    return generator.equals(new Eleventy()) && (isOfFolder || own.field("pagination").isPresent());
  }
}
