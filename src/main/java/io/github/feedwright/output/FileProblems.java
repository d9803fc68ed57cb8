package io.github.feedwright.output;

import io.github.feedwright.edition.path.SitePaths;
import io.github.feedwright.feed.Scope;
import io.github.feedwright.library.Library;
import io.github.feedwright.library.Taxonomy;
import io.github.feedwright.library.Term;
import io.github.feedwright.library.file.Attachment;
import io.github.feedwright.output.directory.OutputFileNames;
import io.github.feedwright.post.Post;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.text.Slug;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a server can serve and {@code build} cannot write. */
public final class FileProblems {
  private static final String NOT_WRITTEN = " can be served, but not written by build: ";

  private static final String ALIKE =
      "some file systems take \"%s\" for the file of \"%s\", as they ignore capitals; rename one";

  private FileProblems() {}

  /** The posts, terms and files of a library whose paths cannot be files. */
  public static List<Problem> of(Settings settings, Library library) {
    SitePaths paths = new SitePaths(settings);
    List<Problem> problems = new ArrayList<>();
    Set<Term> known = new HashSet<>();
    for (Post post : library.all()) {
      for (Taxonomy taxonomy : Taxonomy.values()) {
        for (String name : names(post, taxonomy)) {
          Term term = new Term(taxonomy, Slug.of(name));
          String fault =
              known.add(term) && taxonomy.hasFeeds(settings.feeds()) ? fault(paths, term) : null;
          if (fault != null) {
            int line = post.lines().of(taxonomy.plural(), taxonomy.label());
            String what = "the feeds of the " + taxonomy.label() + " \"" + name + "\"";
            problems.add(problem(post, line, what, fault));
          }
        }
      }
    }
    Map<String, Post> pages =
        paths.hasPostPages() ? pages(paths, library, problems) : new HashMap<>();
    addFiles(paths, library, pages, problems);
    return problems;
  }

  private static @Nullable String fault(SitePaths paths, Term term) {
    return term.slug().equals(OutputFileNames.INDEX)
        ? "the page of all of them is a file of that name; write another name"
        : OutputFileNames.fault(OutputFileNames.plain(paths.page(new Scope(term))));
  }

  private static List<String> names(Post post, Taxonomy taxonomy) {
    return switch (taxonomy) {
      case CATEGORY -> post.categories();
      case TAG -> post.tags();
      default -> List.of();
    };
  }

  /** The posts by the files of their pages. */
  private static Map<String, Post> pages(SitePaths paths, Library library, List<Problem> problems) {
    Map<String, Post> files = new HashMap<>();
    for (Post post : library.all()) {
      String path = paths.post(library, post);
      String file = OutputFileNames.page(path);
      String fault = OutputFileNames.fault(file);
      if (fault == null && isOwnIndex(paths, library.permalink(post))) {
        fault = "the site's own page in that folder would be the same file; use another permalink";
      }
      Post other = fault == null ? files.putIfAbsent(file, post) : null;
      if (other != null) {
        fault =
            "\"" + other.path() + "\" would be the same file; give one of them another permalink";
      }
      if (fault != null) {
        int line = post.lines().of("permalink", "url", "slug");
        problems.add(problem(post, line, "the page at \"" + path + "\"", fault));
      }
    }
    files.forEach(
        (file, post) -> {
          for (String folder : OutputFileNames.folders(file)) {
            Post other = files.get(folder);
            if (other != null) {
              int line = post.lines().of("permalink", "url", "slug");
              String page = "the page at \"" + paths.post(library, post) + "\"";
              String fault =
                  "\""
                      + other.path()
                      + "\" would be a file where this one needs a folder; give one of them another"
                      + " permalink";
              problems.add(problem(post, line, page, fault));
            }
          }
        });
    return files;
  }

  /** The files next to posts come last: what is ours, and the pages of posts, take their places. */
  private static void addFiles(
      SitePaths paths, Library library, Map<String, Post> pages, List<Problem> problems) {
    Map<String, String> sources = new TreeMap<>();
    pages.forEach((file, post) -> sources.put(file, post.path()));
    for (Attachment each : library.files().files().values()) {
      if (!each.isServed()) {
        continue;
      }
      String file = OutputFileNames.plain(paths.below(each.path()));
      String fault = OutputFileNames.fault(file);
      Post page = pages.get(file);
      if (page != null) {
        fault = "the page of \"" + page.path() + "\" would be the same file; rename this one";
      } else if (isOwnIndex(paths, "/" + each.path())) {
        fault = "the site's own page in that folder would be the same file; rename this one";
      }
      if (fault == null) {
        sources.put(file, each.path());
      } else {
        String what = "the file at \"" + paths.below(each.path()) + "\"" + NOT_WRITTEN + fault;
        problems.add(Problem.warning(each.path(), 1, Kind.LIMIT, what));
      }
    }
    addAlike(sources, problems);
  }

  /** Not a warning: most hosts tell capitals from small letters. */
  private static void addAlike(Map<String, String> sources, List<Problem> problems) {
    Map<String, String> small = new HashMap<>();
    sources.forEach(
        (file, source) -> {
          String other = small.putIfAbsent(file.toLowerCase(Locale.ROOT), source);
          if (other != null) {
            problems.add(Problem.note(source, 1, Kind.LIMIT, ALIKE.formatted(file, other)));
          }
        });
  }

  /** A server tells the page of a folder from its index; in files they are one. */
  private static boolean isOwnIndex(SitePaths paths, String permalink) {
    return permalink.endsWith("/" + OutputFileNames.INDEX)
        && paths.isOurs(
            permalink.substring(0, permalink.length() - OutputFileNames.INDEX.length()));
  }

  private static Problem problem(Post post, int line, String what, String why) {
    return Problem.warning(post.path(), line, Kind.LIMIT, what + NOT_WRITTEN + why);
  }
}
