package io.github.feedwright.edition.document;

import io.github.feedwright.edition.entry.Change;
import io.github.feedwright.edition.entry.FeedWindow;
import io.github.feedwright.edition.entry.RenderedEntry;
import io.github.feedwright.edition.path.SitePaths;
import io.github.feedwright.feed.ArchiveLinks;
import io.github.feedwright.feed.Channel;
import io.github.feedwright.feed.Feed;
import io.github.feedwright.feed.FeedBuilder;
import io.github.feedwright.feed.Scope;
import io.github.feedwright.format.FeedFormat;
import io.github.feedwright.format.Fragment;
import io.github.feedwright.library.Library;
import io.github.feedwright.library.PostSet;
import io.github.feedwright.settings.FeedsSettings;
import io.github.feedwright.settings.HttpSettings.FeedType;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.web.Freshness;
import io.github.feedwright.web.Representation;
import io.github.feedwright.web.Snapshot;
import io.github.feedwright.web.cache.Deferred;
import io.github.feedwright.web.cache.Document;
import io.github.feedwright.web.cache.RepresentationCache;
import io.github.feedwright.web.push.PublishedFeed;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pcollections.PMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The documents of feeds, in every format.
 *
 * <p>Threads: {@code publish} and {@code worker}.
 */
public final class FeedDocuments {
  private static final Logger LOG = LoggerFactory.getLogger(FeedDocuments.class);

  private final FeedsSettings settings;
  private final FeedType type;
  private final List<FeedFormat> formats;
  private final FeedBuilder feeds;
  private final SitePaths paths;
  private final RepresentationCache representations;

  public FeedDocuments(
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
  public PMap<String, SharedResource> withDocuments(
      PMap<String, SharedResource> table,
      Library library,
      Scope scope,
      List<RenderedEntry> window,
      Instant since) {
    Channel channel = feeds.channel(library, scope);
    Feed feed = feed(channel, scope, window, archiveLinks(scope.posts(library), scope));
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
      document = representations.represent(document(path, feed, format, texts), since);
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
    return withGuesses(table.plus(path, now), scope, format, now);
  }

  /**
   * Adds the feed documents of a scope, made at the first request: at a start, nobody waits for
   * them.
   */
  public PMap<String, SharedResource> withColdDocuments(
      PMap<String, SharedResource> table,
      Library library,
      Scope scope,
      FeedWindow window,
      Instant since) {
    Channel channel = feeds.channel(library, scope);
    ArchiveLinks links = archiveLinks(scope.posts(library), scope);
    PMap<String, SharedResource> changed = table;
    for (int at = 0; at < formats.size(); at++) {
      int index = at;
      FeedFormat format = formats.get(at);
      String path = paths.document(scope, format.fileName());
      Deferred<Library> document =
          representations.later(
              window::entries,
              (own, entries) ->
                  document(
                      path, feed(channel, scope, entries, links), format, texts(entries, index)),
              since);
      SharedResource now = document::in;
      changed = withGuesses(changed.plus(path, now), scope, format, now);
    }
    return changed;
  }

  private PMap<String, SharedResource> withGuesses(
      PMap<String, SharedResource> table, Scope scope, FeedFormat format, SharedResource document) {
    PMap<String, SharedResource> changed = table;
    for (String guess : paths.guesses(scope, format.name())) {
      changed = changed.plus(guess, document);
    }
    return changed;
  }

  /** A scope's feeds that a snapshot has ready, in every format. */
  public Stream<PublishedFeed> published(Snapshot snapshot, Scope scope) {
    return formats.stream()
        .flatMap(
            format -> {
              String path = paths.document(scope, format.fileName());
              return snapshot.find(path, null) instanceof Representation ready
                  ? Stream.of(new PublishedFeed(feeds.address(scope, format.fileName()), ready))
                  : Stream.empty();
            });
  }

  private ArchiveLinks archiveLinks(PostSet posts, Scope scope) {
    return hasArchives(scope)
        ? new ArchiveLinks(null, posts.newestMonthBeyond(settings.items()), null)
        : ArchiveLinks.NONE;
  }

  /** The channel of a scope's feeds. */
  public Channel channel(Library library, Scope scope) {
    return feeds.channel(library, scope);
  }

  /** How many feeds of these scopes differ, counting every format. */
  public int differing(
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
  public boolean isRetitled(Change change, Scope scope) {
    return !channel(change.before(), scope).equals(channel(change.after(), scope));
  }

  /** Whether a scope's feed has archives. */
  public boolean hasArchives(Scope scope) {
    return scope.hasArchives(settings);
  }

  Feed feed(Channel channel, Scope scope, List<RenderedEntry> entries, ArchiveLinks links) {
    return feeds.feed(channel, scope, entries.stream().map(RenderedEntry::entry).toList(), links);
  }

  static List<Fragment> texts(List<RenderedEntry> entries, int format) {
    return IntStream.range(0, entries.size())
        .mapToObj(at -> entries.get(at).texts().get(format))
        .toList();
  }

  Document document(String path, Feed feed, FeedFormat format, List<Fragment> texts) {
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
  public Document adHoc(
      String path, String title, Scope scope, List<RenderedEntry> entries, int format) {
    Feed feed = feed(feeds.adHoc(title), scope, entries, ArchiveLinks.NONE);
    return document(path, feed, formats.get(format), texts(entries, format)).unlisted();
  }

  private String contentType(FeedFormat format) {
    return type == FeedType.XML && format.mediaType().endsWith("+xml")
        ? "application/xml; charset=utf-8"
        : format.contentType();
  }

  /** The relation stands last: some readers find it nowhere else (FreshRSS's SimplePie). */
  private static String link(String target, String relation, String type) {
    return "<" + target + ">; type=\"" + type + "\"; rel=\"" + relation + "\"";
  }
}
