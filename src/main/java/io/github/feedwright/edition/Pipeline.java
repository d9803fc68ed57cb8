package io.github.feedwright.edition;

import io.github.feedwright.edition.continuity.Continuity;
import io.github.feedwright.edition.continuity.KeptScopes;
import io.github.feedwright.edition.document.SharedResource;
import io.github.feedwright.edition.entry.Change;
import io.github.feedwright.edition.entry.EntryCache;
import io.github.feedwright.edition.entry.EntryRenderer;
import io.github.feedwright.edition.entry.FeedWindows;
import io.github.feedwright.edition.entry.LinkedFiles;
import io.github.feedwright.edition.entry.RenderThreads;
import io.github.feedwright.edition.entry.RenderedPosts;
import io.github.feedwright.edition.entry.TextPacking;
import io.github.feedwright.edition.entry.WaitLimit;
import io.github.feedwright.edition.entry.Warming;
import io.github.feedwright.edition.entry.WrittenEntries;
import io.github.feedwright.edition.path.SitePaths;
import io.github.feedwright.edition.store.RenderingCaches;
import io.github.feedwright.feed.Scope;
import io.github.feedwright.feed.UnknownTerms;
import io.github.feedwright.format.FeedFormat;
import io.github.feedwright.format.FeedFormats;
import io.github.feedwright.intake.state.FileState;
import io.github.feedwright.library.Library;
import io.github.feedwright.post.Post;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.thread.AnyThread;
import io.github.feedwright.thread.PublishingThread;
import io.github.feedwright.web.cache.RepresentationCache;
import io.github.feedwright.web.push.PublishedFeed;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;

/** From the content of files to what HTTP serves, for one configuration. */
@PublishingThread
public final class Pipeline {
  private final Settings settings;
  private final FileState fileState = new FileState();
  private final Continuity continuity;
  private final FeedWindows windows = new FeedWindows();
  private final RenderedPosts rendered;
  private final EntryRenderer entryRenderer;
  private final EntryCache entries;
  private final Warming warming;
  private final TextPacking packing = new TextPacking();
  private final SnapshotBuilder snapshots;
  private final RepresentationCache representations;
  private final BrokenRedirects redirects;
  private final AttachmentResources attachments;
  private final Set<String> renderFinished = new HashSet<>();
  private final Set<Scope> inherited = new HashSet<>();
  private boolean isFirst = true;
  private @Nullable Library ordered;
  private Edition edition;

  /**
   * An empty pipeline.
   *
   * @param caches where rendered posts are kept
   * @param renderers threads with a stack that is large enough for the renderer
   * @param late called with the file of a post that was ready, or found to be outdated, only after
   *     {@link #publish} had returned
   */
  public Pipeline(
      Settings settings,
      RepresentationCache representations,
      RenderingCaches caches,
      RenderThreads renderers,
      Consumer<String> late) {
    this.settings = settings;
    this.representations = representations;
    this.continuity = new Continuity(settings, fileState);
    List<FeedFormat> formats = FeedFormats.of(settings.feeds().formats());
    SitePaths paths = new SitePaths(settings);
    Library none = Library.empty(settings, paths::isOurs);
    this.rendered = new RenderedPosts(none, late);
    this.entryRenderer = new EntryRenderer(settings, formats, caches, rendered);
    this.entries = new EntryCache(entryRenderer, renderers, late);
    WrittenEntries written = new WrittenEntries(entryRenderer, entries, representations, caches);
    this.warming =
        representations.isForFiles()
            ? new Warming(windows, entries, written::all)
            : new Warming(windows, entries, entries::entries);
    LinkedFiles linkedFiles = new LinkedFiles(settings, representations, entryRenderer::content);
    this.attachments = new AttachmentResources(fileState, paths, linkedFiles);
    SiteWriters writers =
        SiteWriters.of(settings, formats, paths, representations, entryRenderer::content);
    this.snapshots = new SnapshotBuilder(settings, writers, representations, written::of);
    this.edition = snapshots.first(none);
    this.redirects = new BrokenRedirects(settings, paths, edition.snapshot());
  }

  Settings settings() {
    return settings;
  }

  /** What is published now. */
  public Edition edition() {
    return edition;
  }

  /** The state of the files that this publishes. */
  public FileState fileState() {
    return fileState;
  }

  /**
   * Takes over terms with feeds, and entries until they are rendered again, from another pipeline
   * of the same directory.
   *
   * @return whether those entries can replace posts that are not ready
   */
  public boolean inherit(Pipeline former) {
    continuity.remember(former.continuity.published());
    inherited.addAll(former.edition.scopes());
    entries.forgetOthersThan(former.entries);
    boolean isAlike = settings.feeds().formats().equals(former.settings.feeds().formats());
    if (isAlike) {
      entries.inherit(former.entries);
    }
    return isAlike;
  }

  /** What keeps ids and dates as readers know them. */
  @AnyThread
  public Continuity continuity() {
    return continuity;
  }

  /** A post became ready after {@link #publish} had returned. */
  public void renderFinished(String path) {
    renderFinished.add(path);
  }

  /** The next instant at which a post appears, changes or disappears by its dates, or null. */
  public @Nullable Instant nextChange() {
    return fileState.nextChange();
  }

  /**
   * Orders posts and renders those that {@link #publish} will need, so that only later changes are
   * left for it.
   */
  public void prepare(Instant now, WaitLimit waitLimit) {
    Change change = change(fileState.refresh(now), now);
    Set<Post> needed = new LinkedHashSet<>();
    change.scopes(settings.feeds()).forEach(scope -> needed.addAll(window(scope, change.after())));
    entries.prepare(needed, change.files(), change.after(), waitLimit);
    ordered = change.after();
  }

  /** Publishes for the first time: only the site's own feeds are prepared. */
  public Edition start(Instant now, WaitLimit waitLimit, Instant since) {
    return publish(now, waitLimit, since, true);
  }

  /**
   * Prepares some of the feeds that were not at the start; then it compresses some texts.
   *
   * @return whether there may be more to do now
   */
  public boolean warm() {
    if (edition.cold().isEmpty()) {
      return packing.step(edition.library());
    }
    Warming.Step step = warming.step(edition.cold().keySet(), edition.library());
    if (!step.ready().isEmpty()) {
      edition = snapshots.warmed(edition, step.ready(), warming::prepared);
    }
    return step.hasRendered() || !step.ready().isEmpty();
  }

  /**
   * Publishes everything that has changed since the last time, or is due.
   *
   * @param waitLimit how long to wait for posts that are being rendered
   * @param since when this process first had what is published
   */
  public Edition publish(Instant now, WaitLimit waitLimit, Instant since) {
    return publish(now, waitLimit, since, false);
  }

  private Edition publish(Instant now, WaitLimit waitLimit, Instant since, boolean isStart) {
    Edition last = edition;
    if (isFirst) {
      continuity.compare();
    }
    Set<String> refreshed = fileState.refresh(now);
    Set<String> files = fileState.files();
    PMap<String, SharedResource> below = attachments.with(last.snapshot().files(), files);
    Change change = change(refreshed, now);
    boolean isForced = isFirst || !renderFinished.isEmpty() || continuity.isBehind();
    if (isForced || !files.isEmpty() || !change.files().isEmpty()) {
      edition = publish(last, change, below, waitLimit, since, isStart);
      MapSnapshot served = edition.snapshot();
      representations.forgetUnserved(path -> attachments.isServed(served, path), served.size());
    }
    continuity.markPublished(change.after(), change.files());
    // Not earlier: what could not be published must be tried again.
    rendered.markPublished(change.after(), change.gone());
    isFirst = false;
    ordered = null;
    renderFinished.clear();
    fileState.markPublished(now);
    return edition;
  }

  /** Whether something has changed that is not published yet. */
  public boolean isBehind() {
    return fileState.isBehind()
        || !renderFinished.isEmpty()
        || rendered.isBehind()
        || continuity.isBehind();
  }

  /** Whether everything is published, and nothing is being rendered or waited for. */
  public boolean isIdle() {
    return !isBehind()
        && !continuity.waitsForSettling()
        && entries.isIdle()
        && edition.cold().isEmpty();
  }

  private Change change(Set<String> refreshed, Instant now) {
    Library before = edition.library();
    Library start = fileState.withFiles(ordered == null ? before : ordered);
    Continuity.Next next = continuity.next(before, start, refreshed, now);
    Library after = next.library();
    return Change.between(before, after, next.touched(), fileState.files(), rendered);
  }

  private Edition publish(
      Edition last,
      Change change,
      PMap<String, SharedResource> below,
      WaitLimit waitLimit,
      Instant since,
      boolean isStart) {
    Set<Scope> changed = change.scopes(settings.feeds());
    renderFinished.forEach(path -> changed.addAll(windows.showing(path)));
    if (last.scopes().isEmpty()) {
      changed.addAll(KeptScopes.of(settings));
      changed.addAll(KeptScopes.untilRestart(inherited, settings.feeds()));
    }
    Library library = change.after();
    Set<Scope> scopes = continuity.decide(changed, library, windows::of);
    scopes.forEach(scope -> windows.set(scope, window(scope, library)));
    entries.move(fileState.moved());
    Set<Scope> cold = isStart ? warming.begin(scopes, library) : last.cold().keySet();
    Set<Post> needed = warming.needed(scopes, cold, change.files());
    entries.prepare(needed, change.files(), library, waitLimit);
    entries.retain(windows.paths());
    return snapshots.next(
        last,
        change,
        scopes,
        scope -> warming.window(library, scope, cold.contains(scope), isStart),
        below,
        since);
  }

  private List<Post> window(Scope scope, Library library) {
    return continuity.window(scope, library);
  }

  /** The fingerprints of the edition's documents, for a build. */
  public Fingerprints fingerprints(String identity, Instant since) {
    return Fingerprints.of(
        identity, settings, edition, windows::of, entryRenderer::content, representations, since);
  }

  /** All current problems, in no order. */
  public Set<Problem> problems() {
    Set<Problem> problems = new HashSet<>(fileState.problems());
    Library library = edition.library();
    problems.addAll(continuity.problems(library));
    edition.clashes().addTo(problems);
    problems.addAll(rendered.problems(library));
    problems.addAll(entries.problems());
    problems.addAll(redirects.problems(edition));
    problems.addAll(UnknownTerms.problems(settings, library));
    return problems;
  }

  /** The feeds of some scopes that an edition has ready, in every format. */
  List<PublishedFeed> feeds(Edition edition, Set<Scope> scopes) {
    return snapshots.feeds(edition, scopes);
  }
}
