package io.github.feedwright.intake;

import io.github.feedwright.content.MediaTypes;
import io.github.feedwright.post.file.PostPaths;
import io.github.feedwright.post.reading.ParsedPost;
import io.github.feedwright.post.reading.PostParser;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.source.FileBytes;
import io.github.feedwright.source.Listing;
import io.github.feedwright.source.Settling;
import io.github.feedwright.source.SourceFile;
import io.github.feedwright.source.SourceTree;
import io.github.feedwright.web.DiskFile;
import io.github.feedwright.web.RepresentationCache;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Takes files in: checks those that may have changed, reads those that have settled, and puts the
 * results into the file state. Used by the publishing thread alone, but for {@link #known}.
 */
public final class FileIngester {
  private final SourceTree tree;
  private final PostFileReader reader;
  private final FileState fileState;
  private final RepresentationCache representations;
  private final Settling settling;
  private final Map<String, SourceFile> known = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> stems = new HashMap<>();
  private final FolderDebounce debounce = new FolderDebounce();
  private volatile PostPaths posts = PostPaths.in(List.of());
  private volatile @Nullable Long doubtedSince;

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
  }

  /** The files that were taken in, as they were then. Any thread may read them. */
  Map<String, SourceFile> known() {
    return known;
  }

  /** Whether a file is a post or one that is served next to posts. Any thread may call this. */
  boolean wants(String path) {
    return posts.isRead(path) || isAttachment(path);
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
    posts = PostPaths.in(listing.directories().keySet());
    List<SourceFile> files = listing.files().values().stream().filter(isMeant).toList();
    files.parallelStream()
        .filter(file -> posts.isRead(file.path()))
        .map(reader::read)
        .filter(isGood)
        .map(PostFileReader.Taken::withoutBytes)
        .toList()
        .forEach(this::shelve);
    files.stream()
        .filter(file -> !posts.isRead(file.path()) && isAttachment(file.path()))
        .forEach(file -> attach(file, now));
    listing.files().keySet().stream()
        .filter(path -> PostPaths.isIndex(path) && posts.isRead(path) && !known.containsKey(path))
        .forEach(path -> fileState.expect(path, true));
  }

  private void shelve(PostFileReader.Taken taken) {
    fileState.put(taken.file().path(), taken.reading());
    remember(taken.file());
  }

  /**
   * Brings this up to date with another ingester of the same directory: what differs is taken from
   * that one, including last good versions, and read again if possible.
   */
  public void catchUp(FileIngester former, Instant now) {
    boolean isSameRule = posts.equals(former.posts);
    posts = former.posts;
    doubtedSince = former.doubtedSince;
    Set<String> paths = new HashSet<>(known.keySet());
    paths.addAll(fileState.paths());
    paths.addAll(former.known.keySet());
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
    boolean wanted = wants(path);
    if (!wanted && !known.containsKey(path)) {
      fileState.expect(path, false);
      return false;
    }
    if (what == Signal.What.REMOVED) {
      settling.removed(path, now);
    }
    // A file that is no longer a post is removed like a deleted one: after its replacement has
    // arrived.
    SourceFile seen = wanted ? tree.stat(path) : null;
    if (!known.containsKey(path)) {
      boolean isThere = seen != null && posts.isRead(path);
      if (!isThere || fileState.isFirst(path)) {
        // What was public before there was an index stays public until the index is read.
        fileState.expect(path, isThere);
      }
    }
    boolean appeared = what == Signal.What.APPEARED;
    return switch (settling.look(path, known.get(path), seen, appeared, now)) {
      case KEEP, WAIT -> false;
      case DELETE -> doubtedSince == null && (!wanted || tree.isGone(path)) && forget(path);
      case READ -> seen != null && take(seen, now);
    };
  }

  private boolean take(SourceFile file, Instant now) {
    lookAtIndexes(file.path(), now);
    if (!posts.isRead(file.path())) {
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
    fileState.put(file.path(), taken.reading());
    forgetFormer(file.path());
    remember(read instanceof FileBytes.Unreadable ? SourceFile.unknown(file.path()) : file);
    return true;
  }

  /** A folder that arrives file by file may be a draft, so its indexes are read first. */
  private void lookAtIndexes(String path, Instant now) {
    if (!known.containsKey(path)) {
      PostPaths.foldersAbove(path).stream()
          .filter(folder -> fileState.isFirst(folder) && debounce.isNew(folder, now))
          .flatMap(folder -> tree.names(folder).stream().map(name -> folder + name))
          .filter(PostPaths::isIndex)
          .filter(index -> posts.isRead(index) && !known.containsKey(index))
          .forEach(index -> look(index, Signal.What.CHANGED, now));
    }
  }

  /**
   * A post that is new here while another with the same stem is gone was moved. Its id comes from
   * the stem: if the old path stayed for a second, as for a deleted file, two posts would share the
   * stem, and readers would see one post under two new ids.
   */
  private void forgetFormer(String path) {
    if (!known.containsKey(path)) {
      Set<String> former = stems.getOrDefault(PostPaths.stem(path), Set.of());
      forgetGone(List.copyOf(former)).forEach(gone -> fileState.moved(gone, path));
    }
  }

  private List<String> forgetGone(Collection<String> paths) {
    List<String> gone = new ArrayList<>();
    for (String path : paths) {
      if (known.containsKey(path) && tree.stat(path) == null && tree.isGone(path)) {
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

  private static boolean isAttachment(String path) {
    // The files next to a draft are as private as the draft.
    String folders = "/" + path.toLowerCase(Locale.ROOT);
    return MediaTypes.served(path) != null
        && !folders.contains("/_drafts/")
        && !PostPaths.isFetched(path);
  }

  private void remember(SourceFile file) {
    known.put(file.path(), file);
    stems.computeIfAbsent(PostPaths.stem(file.path()), stem -> new HashSet<>()).add(file.path());
  }

  private void drop(String path) {
    known.remove(path);
    stems.computeIfPresent(PostPaths.stem(path), (stem, paths) -> without(paths, path));
    fileState.delete(path);
  }

  private boolean forget(String path) {
    Set<String> bundled = fileState.bundled(path);
    drop(path);
    // Files that were removed together with a draft must not be served in the second before the
    // removal counts.
    forgetGone(bundled);
    return true;
  }

  private static @Nullable Set<String> without(Set<String> paths, String path) {
    paths.remove(path);
    return paths.isEmpty() ? null : paths;
  }

  /** When some file should be checked again, or null. */
  public @Nullable Instant next() {
    return settling.next();
  }

  /** The files that should be checked again by now. */
  public Set<String> due(Instant now) {
    return settling.due(now);
  }

  /**
   * Takes from a listing which files can be posts. If the folder that decides this is missing, it
   * counts as gone only after a while, and its posts stay until then.
   *
   * @return whether to list again after that while
   */
  public boolean follow(Set<String> folders, Duration believed) {
    PostPaths rule = PostPaths.in(folders);
    long now = System.nanoTime();
    if (rule.onlyPostsFolders() || !posts.onlyPostsFolders()) {
      posts = rule;
      doubtedSince = null;
    } else if (doubtedSince == null) {
      doubtedSince = now;
    } else if (now - doubtedSince >= believed.toNanos()) {
      posts = rule;
      doubtedSince = null;
    }
    return doubtedSince != null;
  }
}
