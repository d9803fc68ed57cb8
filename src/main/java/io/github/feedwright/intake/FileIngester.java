package io.github.feedwright.intake;

import io.github.feedwright.content.MediaTypes;
import io.github.feedwright.identity.IdsFile;
import io.github.feedwright.identity.PostTraits;
import io.github.feedwright.library.Traits;
import io.github.feedwright.post.Post;
import io.github.feedwright.post.file.PostPaths;
import io.github.feedwright.post.reading.ParsedPost;
import io.github.feedwright.post.reading.PostParser;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.source.FileBytes;
import io.github.feedwright.source.Listing;
import io.github.feedwright.source.Settling;
import io.github.feedwright.source.SourceFile;
import io.github.feedwright.source.SourceTree;
import io.github.feedwright.thread.AnyThread;
import io.github.feedwright.thread.PublishingThread;
import io.github.feedwright.web.DiskFile;
import io.github.feedwright.web.RepresentationCache;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes files in: checks those that may have changed, reads those that have settled, and puts the
 * results into the file state.
 */
@PublishingThread
public final class FileIngester {
  /** Of files alike in some way that so many have in common, none is looked at only for that. */
  private static final int MOST_ALIKE = 16;

  private final SourceTree tree;
  private final PostFileReader reader;
  private final FileState fileState;
  private final RepresentationCache representations;
  private final Settling settling;
  private final KnownFiles known = new KnownFiles();
  private final PostIndex index = new PostIndex();
  private final ArrivedPosts arrived;
  private final Traits traits;
  private final FolderDebounce debounce = new FolderDebounce();

  public FileIngester(
      Settings settings,
      SourceTree tree,
      PostParser parser,
      FileState fileState,
      RepresentationCache representations) {
    this.tree = tree;
    this.reader = new PostFileReader(tree, parser, settings.limits().post());
    this.fileState = fileState;
    this.representations = representations;
    this.settling = new Settling(settings.watch().settle());
    this.traits = new Traits(settings.posts());
    this.arrived = new ArrivedPosts(traits);
  }

  /** The files that were taken in, which other threads may see. */
  @AnyThread
  public KnownFiles known() {
    return known;
  }

  /** Takes in every file of a listing as it is: no later scan corrects this. */
  public void takeAll(Listing listing, Instant now) {
    takeAll(listing, now, file -> true, taken -> true);
  }

  /**
   * Takes in a listing, except files that were written while they were read: the first scan finds
   * those.
   */
  public void takeWhole(Listing listing, Instant now) {
    takeAll(listing, now, file -> true, PostFileReader.Taken::isWhole);
  }

  /**
   * Takes in the files that another ingester of the same directory has taken in unchanged, if they
   * can be understood. The rest is left to {@link #catchUp}, which knows the last good versions.
   */
  public void takeSettled(Listing listing, Instant now, FileIngester former) {
    takeAll(
        listing,
        now,
        file -> file.equals(former.known.get(file.path())),
        taken -> taken.isWhole() && taken.reading() instanceof ParsedPost.Understood);
  }

  private void takeAll(
      Listing listing,
      Instant now,
      Predicate<SourceFile> isMeant,
      Predicate<PostFileReader.Taken> isGood) {
    if (listing.rootMissing()) {
      return;
    }
    known.follow(listing.directories().keySet());
    List<SourceFile> files = listing.files().values().stream().filter(isMeant).toList();
    files.stream().filter(file -> file.path().equals(IdsFile.NAME)).forEach(this::takeIds);
    files.parallelStream()
        .filter(file -> known.isRead(file.path()))
        .map(reader::read)
        .filter(isGood)
        .map(PostFileReader.Taken::withoutBytes)
        .toList()
        .forEach(this::store);
    files.stream()
        .filter(file -> !known.isRead(file.path()) && KnownFiles.isAttachment(file.path()))
        .forEach(file -> attach(file, now));
    listing.files().keySet().stream()
        .filter(path -> PostPaths.isIndex(path) && known.isRead(path) && !known.contains(path))
        .forEach(path -> fileState.expect(path, true));
  }

  private void store(PostFileReader.Taken taken) {
    store(taken, taken.file());
  }

  private void store(PostFileReader.Taken taken, SourceFile file) {
    fileState.put(file.path(), taken.reading(), taken.textHash());
    remember(file);
  }

  /**
   * Brings this up to date with another ingester of the same directory: what differs is taken from
   * that one, including last good versions, and read again if possible.
   */
  public void catchUp(FileIngester former, Instant now) {
    boolean isSameRule = known.takeRule(former.known);
    fileState.keepIds(former.fileState);
    Set<String> paths = new HashSet<>(known.paths());
    paths.addAll(fileState.paths());
    paths.addAll(former.known.paths());
    paths.addAll(former.fileState.paths());
    for (String path : paths) {
      SourceFile theirs = former.known.get(path);
      if (theirs == null || !isSameRule || !theirs.equals(known.get(path))) {
        drop(path);
        fileState.keep(path, former.fileState);
        if (theirs != null) {
          remember(SourceFile.unknown(path));
        }
        if (theirs != null && isSameRule && theirs.equals(tree.stat(path))) {
          take(theirs, now);
        }
      }
    }
  }

  /** Checks a file, and takes it in if it has settled. */
  public boolean look(String path, Signal.What what, Instant now) {
    boolean changed = examine(path, what, now);
    changed |= decide(now);
    return changed;
  }

  /**
   * Looks at files, among them those that should be looked at again by now, and takes in those that
   * have come to rest. What was renamed is known only when all of them have been looked at.
   */
  public boolean look(Collection<Signal.Touched> touched, Supplier<Instant> clock) {
    boolean changed = false;
    for (Signal.Touched each : touched) {
      changed |= examine(each.path(), each.what(), clock.get());
    }
    changed |= decide(clock.get());
    for (String path : settling.due(clock.get())) {
      // A batch may take seconds: a file has held still only since it was itself looked at.
      changed |= examine(path, Signal.What.CHANGED, clock.get());
    }
    changed |= decide(clock.get());
    return changed;
  }

  private boolean examine(String path, Signal.What what, Instant now) {
    boolean wanted = known.wants(path);
    if (!wanted && !known.contains(path)) {
      fileState.expect(path, false);
      return false;
    }
    if (what == Signal.What.REMOVED) {
      settling.removed(path, now);
    }
    // A file that is no longer a post is removed like a deleted one: after its replacement has
    // arrived.
    SourceFile seen = wanted ? tree.stat(path) : null;
    if (!known.contains(path)) {
      boolean isThere = seen != null && known.isRead(path);
      if (!isThere || fileState.isFirst(path)) {
        // What was public before there was an index stays public until the index is read.
        fileState.expect(path, isThere);
      }
      if (seen == null) {
        arrived.remove(path);
      }
    }
    boolean appeared = what == Signal.What.APPEARED;
    return switch (settling.look(path, known.get(path), seen, appeared, now)) {
      case KEEP, WAIT -> false;
      case DELETE -> !known.isInDoubt() && (!wanted || tree.isGone(path)) && forget(path);
      case READ -> seen != null && take(seen, now);
    };
  }

  private boolean take(SourceFile file, Instant now) {
    lookAtIndexes(file.path(), now);
    if (file.path().equals(IdsFile.NAME)) {
      takeIds(file);
      return true;
    }
    if (!known.isRead(file.path())) {
      attach(file, now);
      return true;
    }
    PostFileReader.Taken taken = reader.read(file);
    FileBytes read = taken.read();
    if (read instanceof FileBytes.Read bytes && !taken.isWhole()) {
      settling.look(file.path(), known.get(file.path()), bytes.after(), false, now);
      return false;
    }
    if (read instanceof FileBytes.Vanished) {
      settling.removed(file.path(), now);
      return false;
    }
    boolean isNew = !known.contains(file.path());
    if (isNew
        && known.isPost(file.path())
        && taken.reading() instanceof ParsedPost.Understood understood) {
      settling.arrived(now);
      arrived.add(taken.withoutBytes(), understood.post(), now);
      return false;
    }
    if (isNew) {
      forgetFormer(file.path());
    }
    store(taken, read instanceof FileBytes.Unreadable ? SourceFile.unknown(file.path()) : file);
    return true;
  }

  private void takeIds(SourceFile file) {
    IdsReading ids = IdsReading.of(tree.read(file.path(), IdsReading.MOST), fileState.ids().file());
    fileState.put(ids.file(), ids.problems());
    remember(file);
  }

  /** Puts the posts that came to where they belong: those that were renamed, in place of these. */
  private boolean decide(Instant now) {
    if (arrived.isEmpty()) {
      return false;
    }
    boolean othersCome =
        settling.unsettled().stream().anyMatch(path -> !known.contains(path) && known.isPost(path));
    List<ArrivedPosts.Decision> decisions =
        arrived.decide(missing(), othersCome, this::isCopy, now);
    for (ArrivedPosts.Decision decision : decisions) {
      String path = decision.taken().file().path();
      String former = decision.formerPath();
      if (former != null && !forgetGone(Set.of(former)).isEmpty()) {
        fileState.moved(former, path);
      }
      store(decision.taken());
      fileState.ids().leaveOpen(path, decision.candidates());
    }
    return !decisions.isEmpty();
  }

  /** The posts that are missing, be that known or found out only now. */
  private List<PostTraits> missing() {
    Set<String> paths = settling.missing();
    for (ArrivedPosts.Arrival arrival : arrived.all()) {
      for (Set<String> alike :
          List.of(
              index.withText(arrival.taken().textHash()), index.withStem(arrival.post().stem()))) {
        alike.stream().limit(MOST_ALIKE).filter(this::isGone).forEach(paths::add);
      }
    }
    List<PostTraits> missing = new ArrayList<>();
    for (String path : paths) {
      Post post = known.contains(path) ? fileState.good(path) : null;
      if (post != null) {
        missing.add(traits.of(post, fileState.textHash(path)));
      }
    }
    return missing;
  }

  private boolean isCopy(ArrivedPosts.Arrival arrival) {
    return index.withText(arrival.taken().textHash()).stream()
        .limit(MOST_ALIKE)
        .map(fileState::good)
        .anyMatch(post -> post != null && isOfOneDate(post, arrival.post()));
  }

  private static boolean isOfOneDate(Post one, Post other) {
    return one.dates().published().isEqual(other.dates().published());
  }

  /** A folder that arrives file by file may be a draft, so its indexes are read first. */
  private void lookAtIndexes(String path, Instant now) {
    if (!known.contains(path)) {
      PostPaths.foldersAbove(path).stream()
          .filter(folder -> fileState.isFirst(folder) && debounce.isNew(folder, now))
          .flatMap(folder -> tree.names(folder).stream().map(name -> folder + name))
          .filter(PostPaths::isIndex)
          .filter(index -> known.isRead(index) && !known.contains(index))
          .forEach(index -> examine(index, Signal.What.CHANGED, now));
    }
  }

  /** What cannot be read, and is gone from elsewhere under the same stem, was moved. */
  private void forgetFormer(String path) {
    Set<String> former = index.withStem(PostPaths.stem(path));
    forgetGone(former.stream().limit(MOST_ALIKE).toList())
        .forEach(gone -> fileState.moved(gone, path));
  }

  private boolean isGone(String path) {
    return known.contains(path) && tree.stat(path) == null && tree.isGone(path);
  }

  private List<String> forgetGone(Collection<String> paths) {
    List<String> gone = new ArrayList<>();
    for (String path : paths) {
      if (isGone(path)) {
        settling.forget(path);
        forget(path);
        gone.add(path);
      }
    }
    return gone;
  }

  private void attach(SourceFile file, Instant now) {
    String type = MediaTypes.served(file.path());
    if (type != null) {
      fileState.put(file.path(), new DiskFile(tree, file, type, now, representations));
      remember(file);
    }
  }

  private void remember(SourceFile file) {
    known.put(file);
    index.add(file.path(), fileState.textHash(file.path()));
  }

  private void drop(String path) {
    known.remove(path);
    index.remove(path);
    fileState.delete(path);
  }

  private boolean forget(String path) {
    Set<String> bundled = fileState.bundled(path);
    drop(path);
    if (path.equals(IdsFile.NAME)) {
      fileState.put(IdsFile.EMPTY, List.of());
    }
    // Files that were removed together with a draft must not be served in the second before the
    // removal counts.
    forgetGone(bundled);
    return true;
  }

  /** When something should be checked again, or null. */
  public @Nullable Instant next() {
    return Stream.of(settling.next(), arrived.next())
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** Whether nothing is changing, as far as is known. */
  public boolean isAtRest() {
    return settling.next() == null && arrived.isEmpty();
  }
}
