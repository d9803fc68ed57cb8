package io.github.feedwright.edition.page;

import io.github.feedwright.edition.path.SitePaths;
import io.github.feedwright.feed.Scope;
import io.github.feedwright.library.Library;
import io.github.feedwright.library.PostSet;
import io.github.feedwright.web.Redirect;
import io.github.feedwright.web.Resource;
import io.github.feedwright.web.cache.Deferred;
import io.github.feedwright.web.cache.Document;
import io.github.feedwright.web.cache.RepresentationCache;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The pages on which people walk through the posts of a scope: older posts by twenties, and the
 * archive by year. However many they are, a change costs one of these objects: which pages there
 * are follows from the library, and each comes into being when it is first asked for.
 *
 * <p>Threads: {@code publish} replaces it, {@code http} asks for pages.
 */
public final class ScopePages {
  /** How many posts a page lists. */
  public static final int POSTS_PER_PAGE = 20;

  private static final String ARCHIVE = "archive/";
  private static final Pattern LIST = Pattern.compile("page/([1-9]\\d{0,6})/");
  private static final Pattern YEAR = Pattern.compile("archive/(\\d{4})/");
  private static final Pattern MONTH = Pattern.compile("archive/(\\d{4}-(?:0[1-9]|1[0-2]))/");

  private final Scope scope;
  private final SitePaths paths;
  private final BiFunction<String, Instant, Deferred<Library>> maker;
  private final Instant since;
  private final Map<String, Deferred<Library>> made = new ConcurrentHashMap<>();

  private ScopePages(
      Scope scope,
      SitePaths paths,
      BiFunction<String, Instant, Deferred<Library>> maker,
      Instant since) {
    this.scope = scope;
    this.paths = paths;
    this.maker = maker;
    this.since = since;
  }

  static ScopePages of(
      Scope scope,
      SitePaths paths,
      PagedLists documents,
      RepresentationCache representations,
      Instant since) {
    return new ScopePages(
        scope,
        paths,
        (name, at) -> representations.later(own -> document(documents, own, scope, name), at),
        since);
  }

  private static Document document(
      PagedLists documents, Library library, Scope scope, String name) {
    Matcher list = LIST.matcher(name);
    if (list.matches()) {
      return documents.list(library, scope, number(list));
    }
    Matcher year = YEAR.matcher(name);
    return year.matches()
        ? documents.year(library, scope, number(year))
        : documents.archive(library, scope);
  }

  private static int number(Matcher matched) {
    return Integer.parseInt(matched.group(1));
  }

  /** How many pages the list of these posts has. */
  static int pageCount(PostSet posts) {
    return Math.max(1, (posts.size() + POSTS_PER_PAGE - 1) / POSTS_PER_PAGE);
  }

  /** Where the page of a year has a month. */
  static String fragment(YearMonth month) {
    return "m" + month;
  }

  /**
   * The pages after a change.
   *
   * @param months those whose posts may have changed
   */
  public ScopePages after(
      Iterable<YearMonth> months, Library before, Library after, Instant since) {
    ScopePages next = new ScopePages(scope, paths, maker, since);
    Set<Integer> years = years(before);
    if (years.equals(years(after))) {
      months.forEach(month -> years.remove(month.getYear()));
      for (int year : years) {
        String name = paths.relative(scope, paths.archive(scope, year));
        Deferred<Library> page = made.get(name);
        if (page != null) {
          next.made.put(name, page);
        }
      }
    }
    return next;
  }

  private Set<Integer> years(Library library) {
    Set<Integer> years = new TreeSet<>();
    scope.posts(library).months().forEach(month -> years.add(month.getYear()));
    return years;
  }

  /**
   * What is at a path below the scope's first page, or null if that is nothing.
   *
   * @param name the path from there, such as {@code page/2/}
   */
  public @Nullable Resource find(String name, Library library) {
    PostSet posts = scope.posts(library);
    Matcher list = LIST.matcher(name);
    if (list.matches()) {
      int number = number(list);
      return number == 1
          ? first(posts)
          : number <= pageCount(posts) ? page(name).in(library) : null;
    }
    Matcher month = MONTH.matcher(name);
    if (month.matches()) {
      return month(YearMonth.parse(month.group(1)), posts);
    }
    Matcher year = YEAR.matcher(name);
    boolean isThere = year.matches() ? has(posts, number(year)) : isArchive(name, posts);
    return isThere ? page(name).in(library) : null;
  }

  private static boolean isArchive(String name, PostSet posts) {
    return name.equals(ARCHIVE) && !posts.isEmpty();
  }

  private static boolean has(PostSet posts, int year) {
    YearMonth month = posts.months().ceiling(YearMonth.of(year, 1));
    return month != null && month.getYear() == year;
  }

  private @Nullable Resource first(PostSet posts) {
    return posts.isEmpty() ? null : new Redirect(paths.href(paths.page(scope)));
  }

  private @Nullable Resource month(YearMonth month, PostSet posts) {
    String year = paths.href(paths.archive(scope, month.getYear()));
    return posts.months().contains(month) ? new Redirect(year + "#" + fragment(month)) : null;
  }

  private Deferred<Library> page(String name) {
    return made.computeIfAbsent(name, unused -> maker.apply(name, since));
  }

  /** Every page and its path, without those that only lead to another. */
  public Map<String, Deferred<Library>> all(Library library) {
    PostSet posts = scope.posts(library);
    List<String> all = new ArrayList<>();
    for (int number = 2; number <= pageCount(posts); number++) {
      all.add(paths.listPage(scope, number));
    }
    if (!posts.isEmpty()) {
      all.add(paths.archive(scope));
    }
    years(library).forEach(year -> all.add(paths.archive(scope, year)));
    Map<String, Deferred<Library>> pages = new LinkedHashMap<>();
    all.forEach(path -> pages.put(path, page(paths.relative(scope, path))));
    return pages;
  }
}
