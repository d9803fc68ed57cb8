package io.github.feedwright.edition.page;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.github.feedwright.edition.path.SitePaths;
import io.github.feedwright.feed.Scope;
import io.github.feedwright.i18n.Words;
import io.github.feedwright.library.Library;
import io.github.feedwright.library.PostSet;
import io.github.feedwright.page.Archive;
import io.github.feedwright.page.ArchivePage;
import io.github.feedwright.page.Link;
import io.github.feedwright.page.ListPage;
import io.github.feedwright.page.PostSummary;
import io.github.feedwright.page.Site;
import io.github.feedwright.page.YearPage;
import io.github.feedwright.post.Post;
import io.github.feedwright.web.cache.Document;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes the pages with the older posts of a scope: lists of twenty, and the archive by year.
 *
 * <p>Threads: {@code publish} and {@code worker}.
 */
final class PagedLists {
  private final PageDocuments pages;
  private final PageLinks links;
  private final SitePaths paths;
  private final Summaries summaries;

  PagedLists(PageDocuments pages, PageLinks links, SitePaths paths, Summaries summaries) {
    this.pages = pages;
    this.links = links;
    this.paths = paths;
    this.summaries = summaries;
  }

  /** One page of a scope's list, from 2. */
  Document list(Library library, Scope scope, int number) {
    PostSet posts = scope.posts(library);
    String path = paths.listPage(scope, number);
    int count = ScopePages.pageCount(posts);
    List<PostSummary> shown =
        posts.newest((number - 1) * ScopePages.POSTS_PER_PAGE, ScopePages.POSTS_PER_PAGE).stream()
            .map(post -> summaries.whole(library, post))
            .toList();
    ListPage page =
        new ListPage(
            links.site(library),
            links.list(library, scope),
            paths.href(path),
            number,
            count,
            links.feeds(library, scope),
            shown,
            number < count ? paths.href(paths.listPage(scope, number + 1)) : null,
            paths.href(paths.listPage(scope, number - 1)));
    return pages.document(path, page);
  }

  /** The page of all years and months of a scope. */
  Document archive(Library library, Scope scope) {
    Site site = links.site(library);
    List<ArchivePage.Year> years = new ArrayList<>();
    byYear(scope.posts(library).months())
        .descendingMap()
        .forEach((year, months) -> years.add(year(library, site, scope, year, months)));
    String path = paths.archive(scope);
    ArchivePage page =
        new ArchivePage(
            site, links.list(library, scope), paths.href(path), links.feeds(library, scope), years);
    return pages.document(path, page);
  }

  private static NavigableMap<Integer, List<YearMonth>> byYear(Collection<YearMonth> months) {
    return months.stream().collect(groupingBy(YearMonth::getYear, TreeMap::new, toList()));
  }

  private ArchivePage.Year year(
      Library library, Site site, Scope scope, int year, List<YearMonth> months) {
    List<Archive> listed = new ArrayList<>();
    for (YearMonth month : months) {
      listed.add(0, month(library, site.words(), scope, month, post -> null));
    }
    return new ArchivePage.Year(year, paths.href(paths.archive(scope, year)), listed);
  }

  private Archive month(
      Library library,
      Words words,
      Scope scope,
      YearMonth month,
      Function<Post, @Nullable PostSummary> summary) {
    List<Post> posts = scope.posts(library).of(month);
    List<PostSummary> listed = new ArrayList<>();
    for (Post post : posts) {
      PostSummary each = summary.apply(post);
      if (each != null) {
        listed.add(each);
      }
    }
    String title = words.month(month);
    return new Archive(
        month,
        title,
        posts.size(),
        paths.href(paths.archive(scope, month.getYear())) + "#" + ScopePages.fragment(month),
        links.archive(library, scope, month, title),
        listed);
  }

  /** The page of one year of a scope. */
  Document year(Library library, Scope scope, int year) {
    Site site = links.site(library);
    NavigableMap<Integer, List<YearMonth>> years = byYear(scope.posts(library).months());
    List<Archive> months = new ArrayList<>();
    for (YearMonth month : years.getOrDefault(year, List.of())) {
      months.add(
          0, month(library, site.words(), scope, month, post -> summaries.brief(library, post)));
    }
    String path = paths.archive(scope, year);
    YearPage page =
        new YearPage(
            site,
            links.list(library, scope),
            paths.href(paths.archive(scope)),
            year,
            paths.href(path),
            links.feeds(library, scope),
            months,
            link(scope, years.lowerKey(year)),
            link(scope, years.higherKey(year)));
    return pages.document(path, page);
  }

  private @Nullable Link link(Scope scope, @Nullable Integer year) {
    return year == null ? null : new Link(Words.year(year), paths.href(paths.archive(scope, year)));
  }
}
