package io.github.feedwright.publish;

import io.github.feedwright.feed.Scope;
import io.github.feedwright.library.Attachment;
import io.github.feedwright.library.Library;
import io.github.feedwright.library.Taxonomy;
import io.github.feedwright.library.Term;
import io.github.feedwright.post.Post;
import io.github.feedwright.post.PostReading;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.render.FeedFormat;
import io.github.feedwright.render.FeedFormats;
import io.github.feedwright.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;

/**
 * From what files hold to what the web can see, for one configuration. Used by the publishing
 * thread alone, but for {@link #edition}.
 */
final class Pipeline {
  private final Settings settings;
  private final PostShelf shelf = new PostShelf();
  private final Windows windows = new Windows();
  private final Composer composer;
  private final EntryShelf entries;
  private final SnapshotMaker snapshots;
  private final Paths paths;
  private final Set<String> dirty = new HashSet<>();
  private final Set<String> ripe = new HashSet<>();
  private final Set<Scope> inherited = new HashSet<>();
  private final FileShelf beside = new FileShelf();
  private final Set<String> files = new HashSet<>();
  private Instant turned = Instant.MIN;
  private boolean isFirst = true;
  private volatile Edition edition;

  /**
   * A pipeline with nothing in it.
   *
   * @param renderers threads with a stack that is large enough for the renderer
   * @param late told the file of a post that was ready only after {@link #publish} had returned
   */
  Pipeline(Settings settings, Workshop workshop, Renderers renderers, Consumer<String> late) {
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
  Edition edition() {
    return edition;
  }

  private Library library() {
    return edition.library();
  }

  private Prepared prepared(Library library, Post post) {
    return composer.prepare(library, post, entries.get(post));
  }

  /** Takes over the last good versions of posts, should their files be broken by now. */
  void inherit(Pipeline former, boolean isSamePlace) {
    shelf.inherit(former.shelf);
    if (isSamePlace) {
      inherited.addAll(former.edition.scopes());
    }
  }

  /** Keeps the last good versions of posts whose files could not be looked at, or are in flux. */
  void keep(Set<String> paths, Predicate<String> isThere) {
    for (String path : paths) {
      if (isThere.test(path) && shelf.keep(path)) {
        dirty.add(path);
      }
    }
  }

  /** A post's file was read. */
  void put(String path, PostReading reading) {
    shelf.put(path, reading);
    dirty.add(path);
  }

  /** A file beside the posts was listed. */
  void put(String path, DiskFile file) {
    beside.put(path, file);
    files.add(path);
  }

  /** A file is gone. */
  void delete(String path) {
    shelf.delete(path);
    dirty.add(path);
    beside.put(path, null);
    files.add(path);
  }

  /** A post became ready after {@link #publish} had returned. */
  void ripen(String path) {
    ripe.add(path);
  }

  /** The next instant at which a post appears, changes or goes by itself, or null. */
  @Nullable Instant nextTurn() {
    return shelf.nextTurn(turned);
  }

  /**
   * Publishes what was put since the last time, and what is due.
   *
   * @param patience for how long to wait for posts that are rendered
   * @param since when this process first had what is published
   */
  Edition publish(Instant now, Duration patience, Instant since) {
    Edition last = edition;
    Set<String> looked = new HashSet<>(dirty);
    looked.addAll(shelf.turned(turned, now));
    PMap<String, Resource> below = last.snapshot().files();
    Library library = last.library();
    files.addAll(beside.follow(looked, shelf::holds, path -> shelf.showing(path, now) != null));
    for (String path : files) {
      below = withFile(below, path, beside.served(path));
      library = withAttachment(library, path, beside.served(path));
    }
    Change change = change(last.library(), library, looked, now);
    if (isFirst || !files.isEmpty() || !ripe.isEmpty() || !change.files().isEmpty()) {
      edition = publish(last, change, below, patience, since);
    }
    // Only now: what could not be published is still to be.
    if (!change.outdated().isEmpty()) {
      composer.forgetOutdated(change.after());
    }
    isFirst = false;
    turned = now;
    dirty.clear();
    ripe.clear();
    files.clear();
    return edition;
  }

  /** Whether something that was put is still to be published. */
  boolean isBehind() {
    return !dirty.isEmpty() || !files.isEmpty() || !ripe.isEmpty();
  }

  private PMap<String, Resource> withFile(
      PMap<String, Resource> below, String path, @Nullable DiskFile file) {
    String at = paths.below(path);
    if (file != null) {
      return below.plus(at, file);
    }
    return below.minus(at);
  }

  private static Library withAttachment(Library library, String path, @Nullable DiskFile file) {
    return file == null
        ? library.withoutAttachment(path)
        : library.with(new Attachment(path, file.size()));
  }

  private Change change(Library before, Library base, Set<String> looked, Instant now) {
    Library after = base;
    Set<Post> left = new LinkedHashSet<>();
    Set<Post> arrived = new LinkedHashSet<>();
    for (String path : new TreeSet<>(looked)) {
      Post was = before.post(path);
      Post is = shelf.showing(path, now);
      if (!Objects.equals(was, is)) {
        after = is == null ? after.without(path) : after.with(is);
        add(left, was);
        add(arrived, is);
      }
    }
    boolean moves = !files.isEmpty() || Change.moves(before, after, left, arrived);
    return Change.between(
        before, after, left, arrived, moves ? composer.outdated(after) : Set.of());
  }

  private static void add(Set<Post> posts, @Nullable Post post) {
    if (post != null) {
      posts.add(post);
    }
  }

  private Edition publish(
      Edition last, Change change, PMap<String, Resource> below, Duration patience, Instant since) {
    Set<Scope> scopes = change.scopes(settings.feeds());
    ripe.forEach(path -> scopes.addAll(windows.showing(path)));
    if (last.scopes().isEmpty()) {
      scopes.addAll(kept());
      scopes.addAll(inherited());
    }
    Library library = change.after();
    Set<Post> needed = new LinkedHashSet<>();
    for (Scope scope : scopes) {
      List<Post> window = scope.posts(library).newest(settings.feeds().items());
      windows.set(scope, window);
      needed.addAll(window);
    }
    entries.prepare(needed, change.files(), library, patience);
    entries.retain(windows.paths());
    return snapshots.next(last, change, scopes, this::window, below, since);
  }

  private List<Prepared> window(Scope scope) {
    return windows.of(scope).stream().map(entries::get).filter(Objects::nonNull).toList();
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
  Set<Problem> problems() {
    Set<Problem> problems = new TreeSet<>(shelf.problems(turned));
    Library library = edition.library();
    problems.addAll(library.problems());
    edition.shadowed().values().forEach(problems::addAll);
    problems.addAll(composer.problems(library));
    problems.addAll(entries.problems());
    return problems;
  }

  /** Renders every post, hidden ones among them, and says what is wrong with their bodies. */
  List<Problem> proofread(Renderers renderers) {
    Library library = edition.library();
    List<CompletableFuture<List<Problem>>> jobs = new ArrayList<>();
    for (Post post : shelf.posts()) {
      jobs.add(
          CompletableFuture.supplyAsync(
              () -> composer.content(library, post).problems(), renderers));
    }
    return jobs.stream().flatMap(job -> job.join().stream()).toList();
  }

  /** How many feeds an edition has, in all formats. */
  int feeds(Edition edition) {
    return edition.scopes().size() * settings.feeds().formats().size();
  }
}
