package io.github.feedwright.edition.document;

import io.github.feedwright.edition.entry.RenderedEntry;
import io.github.feedwright.edition.path.SitePaths;
import io.github.feedwright.feed.ArchiveLinks;
import io.github.feedwright.feed.Channel;
import io.github.feedwright.feed.Feed;
import io.github.feedwright.feed.Scope;
import io.github.feedwright.format.FeedFormat;
import io.github.feedwright.library.Library;
import io.github.feedwright.library.PostSet;
import io.github.feedwright.post.Post;
import io.github.feedwright.web.cache.Deferred;
import io.github.feedwright.web.cache.Document;
import io.github.feedwright.web.cache.RepresentationCache;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;

/**
 * The archives of feeds by month, in every format: each is made when it is requested.
 *
 * <p>Threads: {@code publish} and {@code worker}.
 */
public final class FeedArchives {
  private final FeedDocuments documents;
  private final List<FeedFormat> formats;
  private final SitePaths paths;
  private final RepresentationCache representations;

  public FeedArchives(
      FeedDocuments documents,
      List<FeedFormat> formats,
      SitePaths paths,
      RepresentationCache representations) {
    this.documents = documents;
    this.formats = formats;
    this.paths = paths;
    this.representations = representations;
  }

  /**
   * Adds the archives of a scope for the months that changed; they are made when requested. If a
   * term has just lost its last post, its archives stay, empty, like its feed: a reader may be
   * following them.
   */
  public PMap<String, SharedResource> withArchives(
      PMap<String, SharedResource> table,
      Library library,
      Scope scope,
      Iterable<YearMonth> changedMonths,
      BiFunction<Library, Post, RenderedEntry> prepare,
      Instant since) {
    if (!documents.hasArchives(scope)) {
      return table;
    }
    PostSet posts = scope.posts(library);
    Channel channel = documents.channel(library, scope);
    PMap<String, SharedResource> changed = table;
    for (YearMonth month : withNeighbours(changedMonths, posts)) {
      List<Post> ofMonth = posts.of(month);
      ArchiveLinks links = links(posts, month);
      for (int at = 0; at < formats.size(); at++) {
        String path = paths.archive(scope, month, formats.get(at).fileName());
        int format = at;
        Deferred<Library> archive =
            representations.later(
                own -> {
                  Function<Post, RenderedEntry> prepared = post -> prepare.apply(own, post);
                  return archive(path, channel, scope, ofMonth, links, prepared, format);
                },
                since);
        changed =
            ofMonth.isEmpty() && !isEmptied(scope, posts)
                ? changed.minus(path)
                : changed.plus(path, archive::in);
      }
    }
    return changed;
  }

  private static boolean isEmptied(Scope scope, PostSet posts) {
    return scope.term() != null && posts.months().isEmpty();
  }

  /** Removes the archives of a scope that has posts again: earlier ones may be empty. */
  public PMap<String, SharedResource> withoutArchives(
      PMap<String, SharedResource> table, Scope scope, Iterable<YearMonth> months) {
    PMap<String, SharedResource> fewer = table;
    for (YearMonth month : months) {
      for (FeedFormat format : formats) {
        fewer = fewer.minus(paths.archive(scope, month, format.fileName()));
      }
    }
    return fewer;
  }

  private Document archive(
      String path,
      Channel channel,
      Scope scope,
      List<Post> posts,
      ArchiveLinks links,
      Function<Post, RenderedEntry> prepare,
      int format) {
    List<RenderedEntry> entries = posts.stream().map(prepare).filter(Objects::nonNull).toList();
    Feed feed = documents.feed(channel, scope, entries, links);
    return documents.document(
        path, feed, formats.get(format), FeedDocuments.texts(entries, format));
  }

  /** A month that was added or removed also changes the links of its neighbours. */
  private static NavigableSet<YearMonth> withNeighbours(
      Iterable<YearMonth> changed, PostSet posts) {
    NavigableSet<YearMonth> months = new TreeSet<>();
    for (YearMonth month : changed) {
      months.add(month);
      addIfThere(months, posts.months().lower(month));
      addIfThere(months, posts.months().higher(month));
    }
    return months;
  }

  private static void addIfThere(NavigableSet<YearMonth> months, @Nullable YearMonth month) {
    if (month != null) {
      months.add(month);
    }
  }

  private static ArchiveLinks links(PostSet posts, YearMonth month) {
    return new ArchiveLinks(month, posts.months().lower(month), posts.months().higher(month));
  }
}
