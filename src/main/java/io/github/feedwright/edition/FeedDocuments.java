package io.github.feedwright.edition;

import io.github.feedwright.edition.entry.Change;
import io.github.feedwright.edition.entry.RenderedEntry;
import io.github.feedwright.edition.path.SitePaths;
import io.github.feedwright.feed.ArchiveLinks;
import io.github.feedwright.feed.Channel;
import io.github.feedwright.feed.Feed;
import io.github.feedwright.feed.FeedBuilder;
import io.github.feedwright.feed.Scope;
import io.github.feedwright.library.Library;
import io.github.feedwright.library.PostSet;
import io.github.feedwright.post.Post;
import io.github.feedwright.render.FeedFormat;
import io.github.feedwright.render.Fragment;
import io.github.feedwright.settings.FeedsSettings;
import io.github.feedwright.settings.HttpSettings.FeedType;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.web.Deferred;
import io.github.feedwright.web.Document;
import io.github.feedwright.web.Freshness;
import io.github.feedwright.web.Representation;
import io.github.feedwright.web.RepresentationCache;
import io.github.feedwright.web.Snapshot;
import io.github.feedwright.web.push.PublishedFeed;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The documents and archives of feeds, in every format. */
final class FeedDocuments {
  private static final Logger LOG = LoggerFactory.getLogger(FeedDocuments.class);

  private final FeedsSettings settings;
  private final FeedType type;
  private final List<FeedFormat> formats;
  private final FeedBuilder feeds;
  private final SitePaths paths;
  private final RepresentationCache representations;

  FeedDocuments(
      Settings settings,
      List<FeedFormat> formats,
      SitePaths paths,
      RepresentationCache representations) {
    this.settings = settings.feeds();
    this.type = settings.http().feedType();
    this.formats = formats;
    this.feeds = new FeedBuilder(settings);
    this.paths = paths;
    this.representations = representations;
  }

  /** Adds the feed documents of a scope; each stays the same object if its bytes are the same. */
  PMap<String, SharedResource> withDocuments(
      PMap<String, SharedResource> table,
      Library library,
      Scope scope,
      List<RenderedEntry> window,
      Instant since) {
    Channel channel = feeds.channel(library, scope);
    Feed feed = feed(channel, scope, window, live(scope.posts(library), scope));
    PMap<String, SharedResource> changed = table;
    for (int at = 0; at < formats.size(); at++) {
      changed =
          withDocument(changed, library, scope, feed, formats.get(at), texts(window, at), since);
    }
    return changed;
  }

  private PMap<String, SharedResource> withDocument(
      PMap<String, SharedResource> table,
      Library library,
      Scope scope,
      Feed feed,
      FeedFormat format,
      List<Fragment> texts,
      Instant since) {
    String path = paths.document(scope, format.fileName());
    SharedResource before = table.get(path);
    Representation document;
    try {
      document = representations.represent(draft(path, feed, format, texts), since);
    } catch (RuntimeException | OutOfMemoryError e) {
      LOG.error("{} could not be written; its previous version stays", path, e);
      return table;
    }
    if (before != null
        && before.in(library) instanceof Representation old
        && old.tag().equals(document.tag())) {
      return table;
    }
    SharedResource now = any -> document;
    PMap<String, SharedResource> changed = table.plus(path, now);
    for (String guess : paths.guesses(scope, format.name())) {
      changed = changed.plus(guess, now);
    }
    return changed;
  }

  /** A scope's feeds that a snapshot has ready, in every format. */
  Stream<PublishedFeed> published(Snapshot snapshot, Scope scope) {
    return formats.stream()
        .flatMap(
            format -> {
              String path = paths.document(scope, format.fileName());
              return snapshot.find(path, null) instanceof Representation ready
                  ? Stream.of(new PublishedFeed(feeds.address(scope, format.fileName()), ready))
                  : Stream.empty();
            });
  }

  /**
   * Adds the archives of a scope for the months that changed; they are made when requested. If a
   * term has just lost its last post, its archives stay, empty, like its feed: a reader may be
   * following them.
   */
  PMap<String, SharedResource> withArchives(
      PMap<String, SharedResource> table,
      Library library,
      Scope scope,
      Iterable<YearMonth> changedMonths,
      BiFunction<Library, Post, RenderedEntry> prepare,
      Instant since) {
    if (!hasArchives(scope)) {
      return table;
    }
    PostSet posts = scope.posts(library);
    Channel channel = feeds.channel(library, scope);
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
  PMap<String, SharedResource> withoutArchives(
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
    Feed feed = feed(channel, scope, entries, links);
    return draft(path, feed, formats.get(format), texts(entries, format));
  }

  /** A month that was added or removed also changes the links of its neighbours. */
  private static NavigableSet<YearMonth> withNeighbours(
      Iterable<YearMonth> changed, PostSet posts) {
    NavigableSet<YearMonth> months = new TreeSet<>();
    for (YearMonth month : changed) {
      months.add(month);
      addIfThere(months, posts.months().lowerKey(month));
      addIfThere(months, posts.months().higherKey(month));
    }
    return months;
  }

  private static void addIfThere(NavigableSet<YearMonth> months, @Nullable YearMonth month) {
    if (month != null) {
      months.add(month);
    }
  }

  private ArchiveLinks live(PostSet posts, Scope scope) {
    return hasArchives(scope)
        ? new ArchiveLinks(null, posts.newestMonthBeyond(settings.items()), null)
        : ArchiveLinks.NONE;
  }

  private static ArchiveLinks links(PostSet posts, YearMonth month) {
    return new ArchiveLinks(month, posts.months().lowerKey(month), posts.months().higherKey(month));
  }

  /** The channel of a scope's feeds. */
  Channel channel(Library library, Scope scope) {
    return feeds.channel(library, scope);
  }

  /** How many feeds of these scopes differ, counting every format. */
  int differing(
      PMap<String, SharedResource> one, PMap<String, SharedResource> other, Set<Scope> scopes) {
    int differing = 0;
    for (Scope scope : scopes) {
      for (FeedFormat format : formats) {
        String path = paths.document(scope, format.fileName());
        differing += Objects.equals(one.get(path), other.get(path)) ? 0 : 1;
      }
    }
    return differing;
  }

  /** Whether a change gives a scope's feeds another title. */
  boolean isRetitled(Change change, Scope scope) {
    return !channel(change.before(), scope).equals(channel(change.after(), scope));
  }

  /** Whether a scope's feed has archives. */
  boolean hasArchives(Scope scope) {
    return scope.hasArchives(settings);
  }

  private Feed feed(Channel channel, Scope scope, List<RenderedEntry> entries, ArchiveLinks links) {
    return feeds.feed(channel, scope, entries.stream().map(RenderedEntry::entry).toList(), links);
  }

  private static List<Fragment> texts(List<RenderedEntry> entries, int format) {
    return IntStream.range(0, entries.size())
        .mapToObj(at -> entries.get(at).texts().get(format))
        .toList();
  }

  private Document draft(String path, Feed feed, FeedFormat format, List<Fragment> texts) {
    return new Document(
        path,
        contentType(format),
        Freshness.FEED,
        format.document(feed, texts),
        links(feed, format));
  }

  /** The hubs first, then the feed itself. */
  private static List<String> links(Feed feed, FeedFormat format) {
    return Stream.concat(
            feed.hubs().stream().map(hub -> "<" + hub + ">; rel=\"hub\""),
            Stream.of(link(feed.self(format.fileName()), "self", format.mediaType())))
        .toList();
  }

  /** The feed of a combination that is not configured; nothing links to it. */
  Document adHoc(String path, String title, Scope scope, List<RenderedEntry> entries, int format) {
    Feed feed = feed(feeds.adHoc(title), scope, entries, ArchiveLinks.NONE);
    return draft(path, feed, formats.get(format), texts(entries, format)).unlisted();
  }

  private String contentType(FeedFormat format) {
    boolean json = format.mediaType().endsWith("json");
    String specific = json ? format.mediaType() : format.mediaType() + "; charset=utf-8";
    return type == FeedType.XML && !json ? "application/xml; charset=utf-8" : specific;
  }

  /** The relation stands last: some readers find it nowhere else (FreshRSS's SimplePie). */
  private static String link(String target, String relation, String type) {
    return "<" + target + ">; type=\"" + type + "\"; rel=\"" + relation + "\"";
  }
}
