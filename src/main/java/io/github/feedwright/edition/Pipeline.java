package io.github.feedwright.edition;

import io.github.feedwright.edition.entry.Composer;
import io.github.feedwright.edition.entry.EntryShelf;
import io.github.feedwright.edition.entry.Patience;
import io.github.feedwright.edition.entry.Prepared;
import io.github.feedwright.edition.entry.Renderers;
import io.github.feedwright.edition.entry.Windows;
import io.github.feedwright.feed.Scope;
import io.github.feedwright.intake.Holdings;
import io.github.feedwright.library.Library;
import io.github.feedwright.library.Taxonomy;
import io.github.feedwright.library.Term;
import io.github.feedwright.post.Post;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.render.FeedFormat;
import io.github.feedwright.render.FeedFormats;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.web.DiskFile;
import io.github.feedwright.web.Resource;
import io.github.feedwright.web.Workshop;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;

/**
 * From what files hold to what the web can see, for one configuration. Used by the publishing
 * thread alone, but for {@link #edition}.
 */
public final class Pipeline {
  private final Settings settings;
  private final Holdings holdings = new Holdings();
  private final Windows windows = new Windows();
  private final Composer composer;
  private final EntryShelf entries;
  private final SnapshotMaker snapshots;
  private final Paths paths;
  private final Set<String> ripe = new HashSet<>();
  private final Set<Scope> inherited = new HashSet<>();
  private boolean isFirst = true;
  private @Nullable Library ordered;
  private volatile Edition edition;

  /**
   * A pipeline with nothing in it.
   *
   * @param renderers threads with a stack that is large enough for the renderer
   * @param late told the file of a post that was ready only after {@link #publish} had returned
   */
  public Pipeline(
      Settings settings, Workshop workshop, Renderers renderers, Consumer<String> late) {
    this.settings = settings;
    List<FeedFormat> formats = FeedFormats.of(settings.feeds().formats());
    this.composer = new Composer(settings, formats);
    this.entries = new EntryShelf(composer, renderers, late);
    Press press = Press.of(settings, formats, workshop, this::library, composer::content);
    this.paths = press.paths();
    this.snapshots = new SnapshotMaker(settings, press, workshop, this::library, this::prepared);
    this.edition = snapshots.first(Library.empty(settings, paths::isOurs));
  }

  /** What is published now. */
  public Edition edition() {
    return edition;
  }

  private Library library() {
    return edition.library();
  }

  private Prepared prepared(Library library, Post post) {
    return composer.prepare(library, post, entries.get(post));
  }

  /** What it publishes, to be put in and taken out. */
  public Holdings holdings() {
    return holdings;
  }

  /**
   * Takes over what another one of the same directory has by now: terms that had feeds, and entries
   * until they are made anew.
   *
   * @return whether those entries can stand in for posts that are not ready
   */
  public boolean inherit(Pipeline former) {
    inherited.addAll(former.edition.scopes());
    entries.forgetOthersThan(former.entries);
    boolean isAlike = settings.feeds().formats().equals(former.settings.feeds().formats());
    if (isAlike) {
      entries.inherit(former.entries);
    }
    return isAlike;
  }

  /** A post became ready after {@link #publish} had returned. */
  public void ripen(String path) {
    ripe.add(path);
  }

  /** The next instant at which a post appears, changes or goes by itself, or null. */
  public @Nullable Instant nextTurn() {
    return holdings.nextTurn();
  }

  /**
   * Puts posts in their order and renders those that {@link #publish} is going to need, so that it
   * is left with what has changed since.
   */
  public void prepare(Instant now, Patience patience) {
    Change change = change(holdings.looked(now), now);
    Library library = change.after();
    Set<Post> needed = new LinkedHashSet<>();
    change.scopes(settings.feeds()).forEach(scope -> needed.addAll(window(scope, library)));
    entries.prepare(needed, change.files(), library, patience);
    ordered = library;
  }

  /**
   * Publishes what was put since the last time, and what is due.
   *
   * @param patience for how long to wait for posts that are rendered
   * @param since when this process first had what is published
   */
  public Edition publish(Instant now, Patience patience, Instant since) {
    Edition last = edition;
    Set<String> looked = holdings.looked(now);
    Set<String> files = holdings.files();
    PMap<String, Resource> below = last.snapshot().files();
    for (String path : files) {
      below = withFile(below, path, holdings.served(path));
    }
    Change change = change(looked, now);
    if (isFirst || !files.isEmpty() || !ripe.isEmpty() || !change.files().isEmpty()) {
      edition = publish(last, change, below, patience, since);
    }
    // Only now: what could not be published is still to be.
    if (!change.outdated().isEmpty()) {
      composer.forgetOutdated(change.after());
    }
    isFirst = false;
    ordered = null;
    ripe.clear();
    holdings.turn(now);
    return edition;
  }

  /** Whether something that was put is still to be published. */
  public boolean isBehind() {
    return holdings.isBehind() || !ripe.isEmpty();
  }

  private PMap<String, Resource> withFile(
      PMap<String, Resource> below, String path, @Nullable DiskFile file) {
    String at = paths.below(path);
    if (file != null) {
      return below.plus(at, file);
    }
    return below.minus(at);
  }

  private Change change(Set<String> looked, Instant now) {
    Library before = edition.library();
    Library after = holdings.withFiles(ordered == null ? before : ordered);
    Set<Post> left = new LinkedHashSet<>();
    Set<Post> arrived = new LinkedHashSet<>();
    for (String path : new TreeSet<>(looked)) {
      Post was = before.post(path);
      Post is = holdings.showing(path, now);
      if (!Objects.equals(after.post(path), is)) {
        after = is == null ? after.without(path) : after.with(is);
      }
      if (!Objects.equals(was, is)) {
        add(left, was);
        add(arrived, is);
      }
    }
    boolean moves = !holdings.files().isEmpty() || Change.moves(before, after, left, arrived);
    return Change.between(
        before, after, left, arrived, moves ? composer.outdated(after) : Set.of());
  }

  private static void add(Set<Post> posts, @Nullable Post post) {
    if (post != null) {
      posts.add(post);
    }
  }

  private Edition publish(
      Edition last, Change change, PMap<String, Resource> below, Patience patience, Instant since) {
    Set<Scope> scopes = change.scopes(settings.feeds());
    ripe.forEach(path -> scopes.addAll(windows.showing(path)));
    if (last.scopes().isEmpty()) {
      scopes.addAll(kept());
      scopes.addAll(inherited());
    }
    Library library = change.after();
    Set<Post> needed = new LinkedHashSet<>();
    for (Scope scope : scopes) {
      List<Post> window = window(scope, library);
      windows.set(scope, window);
      needed.addAll(window);
    }
    holdings.moved().forEach(entries::move);
    entries.prepare(needed, change.files(), library, patience);
    entries.retain(windows.paths());
    return snapshots.next(last, change, scopes, this::window, below, since);
  }

  private List<Post> window(Scope scope, Library library) {
    return scope.posts(library).newest(settings.feeds().items());
  }

  private List<Prepared> window(Scope scope) {
    return windows.of(scope).stream().map(entries::atHand).filter(Objects::nonNull).toList();
  }

  /** The terms that had a feed before: until the restart they have one. */
  private Set<Scope> inherited() {
    Set<Scope> still = new LinkedHashSet<>();
    for (Scope scope : inherited) {
      Term term = scope.term();
      if (term != null && settings.feeds().by().contains(term.taxonomy().label())) {
        still.add(scope);
      }
    }
    return still;
  }

  /** The scopes that the configuration keeps, posts or no posts. */
  private Set<Scope> kept() {
    Set<Scope> kept = new LinkedHashSet<>();
    for (String name : settings.feeds().keep()) {
      int slash = name.indexOf('/');
      String taxonomy = slash < 0 ? "" : name.substring(0, slash);
      for (Taxonomy each : Taxonomy.values()) {
        boolean meant =
            slash < 0 || taxonomy.equals(each.label()) || taxonomy.equals(each.plural());
        if (meant && settings.feeds().by().contains(each.label())) {
          kept.add(new Scope(new Term(each, name.substring(slash + 1))));
        }
      }
    }
    return kept;
  }

  /** Every problem there is now, in the order of files and lines. */
  public Set<Problem> problems() {
    Set<Problem> problems = new TreeSet<>(holdings.problems());
    Library library = edition.library();
    problems.addAll(library.problems());
    edition.shadowed().values().forEach(problems::addAll);
    problems.addAll(composer.problems(library));
    problems.addAll(entries.problems());
    return problems;
  }

  /** How many feeds an edition has, in all formats. */
  public int feeds(Edition edition) {
    return edition.scopes().size() * settings.feeds().formats().size();
  }
}
