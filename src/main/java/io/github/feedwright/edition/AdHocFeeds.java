package io.github.feedwright.edition;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.feedwright.edition.document.FeedDocuments;
import io.github.feedwright.edition.entry.RenderedEntry;
import io.github.feedwright.edition.path.SitePaths;
import io.github.feedwright.feed.Scope;
import io.github.feedwright.format.FeedFormat;
import io.github.feedwright.format.FeedFormats;
import io.github.feedwright.library.Library;
import io.github.feedwright.library.PostSet;
import io.github.feedwright.library.Taxonomy;
import io.github.feedwright.library.Term;
import io.github.feedwright.post.Post;
import io.github.feedwright.settings.FeedsSettings;
import io.github.feedwright.text.PercentEncoding;
import io.github.feedwright.text.Slug;
import io.github.feedwright.web.Redirect;
import io.github.feedwright.web.Resource;
import io.github.feedwright.web.cache.Deferred;
import io.github.feedwright.web.cache.RepresentationCache;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Feeds of the posts that have several terms, at addresses that name these, such as {@code
 * /feeds/tag:english,tag:python/atom.xml}. They are made when requested. Only the sorted order of
 * the terms has a feed, and every other one redirects to it. Only a few feeds are kept, because
 * crawlers would request them all.
 *
 * <p>Threads: {@code http} finds them, {@code worker} makes them.
 */
public final class AdHocFeeds {
  private static final int MOST_KEPT = 200;

  /** In characters; nobody combines longer names. */
  private static final int LONGEST = 1024;

  private static final int MOST_WRITTEN = 10;

  private final FeedsSettings settings;
  private final List<FeedFormat> formats;
  private final SitePaths paths;
  private final FeedDocuments feeds;
  private final RepresentationCache representations;
  private final BiFunction<Library, Post, RenderedEntry> renderer;
  private final Cache<String, Made> made =
      Caffeine.newBuilder().executor(Runnable::run).maximumSize(MOST_KEPT).build();

  /** A feed of the posts of a library. */
  private record Made(Library library, Deferred<Library> feed) {}

  AdHocFeeds(
      FeedsSettings settings,
      SiteWriters writers,
      RepresentationCache representations,
      BiFunction<Library, Post, RenderedEntry> renderer) {
    this.settings = settings;
    this.formats = FeedFormats.of(settings.formats());
    this.paths = writers.paths();
    this.feeds = writers.feeds();
    this.representations = representations;
    this.renderer = renderer;
  }

  /**
   * What is at a path at which nothing else is; null if that is no such feed.
   *
   * @param path from the server's root, decoded
   */
  @Nullable Resource find(Library library, String path) {
    String root = paths.below("feeds/");
    if (settings.combinations().combine() == 0
        || path.length() > LONGEST
        || !path.startsWith(root)) {
      return null;
    }
    String[] parts = path.substring(root.length()).split("/", -1);
    int format = parts.length == 2 ? format(parts[1]) : -1;
    SortedSet<Term> terms = format < 0 ? new TreeSet<>() : terms(library, parts[0]);
    return terms.isEmpty() || terms.size() > settings.combinations().combine()
        ? null
        : answer(library, path, terms, format);
  }

  private int format(String fileName) {
    return formats.stream().map(FeedFormat::fileName).toList().indexOf(fileName);
  }

  /** The terms, each of which has posts; empty if one does not. */
  private static SortedSet<Term> terms(Library library, String written) {
    SortedSet<Term> terms = new TreeSet<>();
    String[] names = written.split(",", -1);
    if (names.length > MOST_WRITTEN) {
      return terms;
    }
    for (String name : names) {
      int colon = name.indexOf(':');
      Taxonomy taxonomy =
          colon < 0 ? null : Taxonomy.labelled(name.substring(0, colon)).orElse(null);
      if (taxonomy == null || taxonomy == Taxonomy.COMBINATION) {
        return new TreeSet<>();
      }
      Term term = new Term(taxonomy, Slug.of(name.substring(colon + 1)));
      if (library.posts(term).isEmpty()) {
        return new TreeSet<>();
      }
      terms.add(term);
    }
    return terms;
  }

  private @Nullable Resource answer(
      Library library, String path, SortedSet<Term> terms, int format) {
    String fileName = formats.get(format).fileName();
    if (terms.size() == 1) {
      Term term = terms.first();
      return term.taxonomy().hasFeeds(settings)
          ? new Redirect(PercentEncoding.path(paths.document(new Scope(term), fileName)))
          : null;
    }
    String name =
        terms.stream()
            .map(each -> each.taxonomy().label() + ":" + each.slug())
            .collect(Collectors.joining(","));
    Scope scope = new Scope(new Term(Taxonomy.COMBINATION, name));
    String canonical = paths.document(scope, fileName);
    return canonical.equals(path)
        ? feed(library, path, scope, terms, format).in(library)
        : new Redirect(PercentEncoding.path(canonical));
  }

  private Deferred<Library> feed(
      Library library, String path, Scope scope, SortedSet<Term> terms, int format) {
    return made.asMap()
        .compute(
            path,
            (key, kept) ->
                kept != null && kept.library() == library
                    ? kept
                    : new Made(
                        library,
                        representations.later(
                            own ->
                                feeds.adHoc(
                                    path, title(own, terms), scope, window(own, terms), format),
                            Instant.EPOCH)))
        .feed();
  }

  private static String title(Library library, SortedSet<Term> terms) {
    return terms.stream().map(library::title).collect(Collectors.joining(" + "));
  }

  /** The newest posts that have all of the terms. */
  private List<RenderedEntry> window(Library library, SortedSet<Term> terms) {
    List<PostSet> sets =
        terms.stream().map(library::posts).sorted(Comparator.comparingInt(PostSet::size)).toList();
    List<Post> window = new ArrayList<>();
    Iterator<Post> each = sets.get(0).all().iterator();
    while (each.hasNext() && window.size() < settings.items()) {
      Post post = each.next();
      if (sets.stream().allMatch(set -> set.contains(post))) {
        window.add(post);
      }
    }
    return window.stream()
        .map(post -> renderer.apply(library, post))
        .filter(Objects::nonNull)
        .toList();
  }
}
