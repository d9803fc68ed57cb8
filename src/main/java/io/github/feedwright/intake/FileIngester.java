package io.github.feedwright.intake;

import io.github.feedwright.intake.reading.FileStateWriter;
import io.github.feedwright.intake.reading.KeptReadings;
import io.github.feedwright.intake.reading.KnownFiles;
import io.github.feedwright.intake.reading.ListingReader;
import io.github.feedwright.intake.reading.PostFile;
import io.github.feedwright.intake.reading.PostFileReader;
import io.github.feedwright.intake.rename.RenameDetection;
import io.github.feedwright.intake.rename.UnreadRenames;
import io.github.feedwright.intake.state.FileState;
import io.github.feedwright.intake.state.PostIndex;
import io.github.feedwright.post.file.PostPaths;
import io.github.feedwright.post.reading.ParsedPost;
import io.github.feedwright.post.reading.PostParser;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.source.FileEvent;
import io.github.feedwright.source.FolderDebounce;
import io.github.feedwright.source.Listing;
import io.github.feedwright.source.Settling;
import io.github.feedwright.source.Settling.Verdict;
import io.github.feedwright.source.SourceFile;
import io.github.feedwright.source.SourceTree;
import io.github.feedwright.thread.AnyThread;
import io.github.feedwright.thread.PublishingThread;
import io.github.feedwright.web.cache.RepresentationCache;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes files in: checks those that may have changed, reads those that have settled, and puts the
 * results into the file state.
 */
@PublishingThread
public final class FileIngester {
  private final SourceTree tree;
  private final FileState fileState;
  private final Settling settling;
  private final KnownFiles known;
  private final FileStateWriter writer;
  private final RenameDetection renames;
  private final UnreadRenames unread;
  private final ListingReader listings;
  private final SettledFiles settled;
  private final FolderDebounce debounce = new FolderDebounce();

  public FileIngester(
      Settings settings,
      SourceTree tree,
      PostParser parser,
      KeptReadings readings,
      FileState fileState,
      RepresentationCache representations) {
    this.known = new KnownFiles(settings.posts().generator());
    this.tree = tree;
    PostFileReader reader = new PostFileReader(tree, parser, settings.limits().post());
    this.fileState = fileState;
    this.settling = new Settling(settings.watch().settle());
    PostIndex index = new PostIndex();
    this.writer =
        new FileStateWriter(tree, fileState, representations, settling, known, index, settings);
    this.renames = new RenameDetection(settings, settling, known, index, fileState, writer);
    this.unread = new UnreadRenames(reader, known, index, fileState, writer);
    this.listings = new ListingReader(reader, readings, known, fileState, writer);
    this.settled = new SettledFiles(tree, reader, settling, known, writer, renames, unread);
  }

  /** The files that were taken in, which other threads may see. */
  @AnyThread
  public KnownFiles known() {
    return known;
  }

  /** Takes in every file of a listing as it is: no later scan corrects this. */
  public void takeAll(Listing listing, Instant now) {
    listings.read(listing, now, file -> true, read -> true);
  }

  /**
   * Takes in a listing, except files that were written while they were read: the first scan finds
   * those.
   */
  public void takeWhole(Listing listing, Instant now) {
    listings.read(listing, now, file -> true, PostFile::isWhole);
  }

  /**
   * Takes in the files that another ingester of the same directory has taken in unchanged, if they
   * can be understood. The rest is left to {@link #catchUp}, which knows the last good versions.
   */
  public void takeSettled(Listing listing, Instant now, FileIngester former) {
    listings.read(
        listing,
        now,
        file -> file.equals(former.known.get(file.path())),
        read -> read.isWhole() && read.parsed() instanceof ParsedPost.Understood);
  }

  /**
   * Brings this up to date with another ingester of the same directory: what differs is taken from
   * that one, including last good versions, and read again if possible.
   */
  public void catchUp(FileIngester former, Instant now) {
    boolean isSameRule = known.takeRule(former.known);
    Set<String> paths = new HashSet<>(known.paths());
    paths.addAll(fileState.paths());
    paths.addAll(former.known.paths());
    paths.addAll(former.fileState.paths());
    for (String path : paths) {
      SourceFile theirs = former.known.get(path);
      if (theirs == null || !isSameRule || !theirs.equals(known.get(path))) {
        writer.drop(path);
        fileState.keep(path, former.fileState);
        if (theirs != null) {
          writer.remember(SourceFile.unknown(path));
        }
        if (theirs != null && isSameRule && theirs.equals(tree.stat(path))) {
          settled.take(theirs, now);
        }
      }
    }
    renames.decide(now);
    fileState.keepIds(former.fileState);
  }

  /**
   * Checks files, among them those that are due to be checked again, and takes in those that have
   * settled. What was renamed is known only when all of them have been checked.
   *
   * @return whether something was taken in, or is gone
   */
  public boolean ingest(Collection<Signal.Touched> touched, Supplier<Instant> clock) {
    boolean changed = false;
    for (Signal.Touched each : touched) {
      changed |= note(each, clock.get());
    }
    // A batch may take seconds: a file has held still only since it was itself checked.
    changed |= checkDue(settling.unsettled(), clock);
    changed |= renames.decide(clock.get());
    changed |= unread.deleteEnded(clock.get());
    // Only now: the new name of a file that is missing may be in this batch.
    changed |= checkDue(settling.missing(), clock);
    changed |= renames.decide(clock.get());
    fileState.setArriving(renames.othersCome());
    return changed;
  }

  private boolean note(Signal.Touched touched, Instant now) {
    String path = touched.path();
    return !(settling.isMissing(path) && writer.stat(path) == null)
        && check(path, touched.what(), now);
  }

  private boolean checkDue(Set<String> paths, Supplier<Instant> clock) {
    boolean changed = false;
    paths.retainAll(settling.due(clock.get()));
    for (String path : paths) {
      changed |= check(path, FileEvent.CHANGED, clock.get());
    }
    return changed;
  }

  private boolean check(String path, FileEvent what, Instant now) {
    boolean isWanted = known.wants(path);
    SourceFile seen = isWanted ? tree.stat(path) : null;
    return seen == null
        ? checkMissing(path, isWanted, what, now)
        : checkPresent(seen, path, what, now);
  }

  /**
   * Checks a file that is not there, or is no longer a post: it is removed like a deleted one,
   * after its replacement has arrived.
   */
  private boolean checkMissing(String path, boolean isWanted, FileEvent what, Instant now) {
    renames.remove(path, now);
    boolean isKnown = known.contains(path);
    if (!isWanted && !isKnown) {
      settling.forget(path);
      writer.expect(path, null);
      return false;
    }
    if (unread.contains(path) || known.isInDoubt() || renames.replaced().isElsewhere(path)) {
      // The wait for a missing file begins when it is certain that its post is nowhere else.
      settling.forget(path);
      return false;
    }
    if (what == FileEvent.REMOVED) {
      settling.noteRemoved(path, now);
    }
    if (!isKnown) {
      writer.expect(path, null);
    }
    Verdict verdict = settling.observe(path, known.get(path), null, false, now);
    return verdict == Verdict.DELETE && delete(path, isWanted);
  }

  private boolean checkPresent(SourceFile seen, String path, FileEvent what, Instant now) {
    // If its post is in another file, this one is newly written, not renamed over it.
    boolean isNew = renames.replaced().isElsewhere(path) || unread.contains(path);
    unread.remove(path);
    if (what == FileEvent.REMOVED) {
      settling.noteRemoved(path, now);
    }
    if (!known.contains(path)) {
      writer.expect(path, seen);
    }
    if (writer.isNewPost(path) && !seen.equals(known.get(path))) {
      settling.noteNewFile(now);
    }
    boolean appeared = what == FileEvent.APPEARED && !isNew;
    Verdict verdict = settling.observe(path, known.get(path), seen, appeared, now);
    if (verdict != Verdict.READ) {
      return false;
    }
    takeIndexes(path, now);
    return settled.take(seen, now);
  }

  /** A folder that arrives file by file may be a draft, so its indexes are read first. */
  private void takeIndexes(String path, Instant now) {
    if (!known.contains(path)) {
      PostPaths.foldersAbove(path).stream()
          .filter(folder -> fileState.isFirst(folder) && debounce.add(folder, now))
          .flatMap(folder -> tree.names(folder).stream().map(name -> folder + name))
          .filter(PostPaths::isIndex)
          .filter(index -> known.isRead(index) && !known.contains(index))
          .forEach(index -> check(index, FileEvent.CHANGED, now));
    }
  }

  private boolean delete(String path, boolean isWanted) {
    boolean isGone = !isWanted || tree.isGone(path);
    if (isGone) {
      writer.delete(path);
    }
    return isGone;
  }

  /** The files of a scan that began at this instant are ingested next. */
  public void noteScan(Instant begun) {
    settling.noteScan(begun);
  }

  /** When something should be checked again, or null. */
  public @Nullable Instant next() {
    return Stream.of(settling.next(), renames.next())
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** Whether a post is missing, or was replaced: only a scan shows that it is nowhere else. */
  public boolean awaitsScan() {
    return !settling.missing().isEmpty() || !renames.isSettled();
  }

  /** Whether nothing is changing, as far as is known. */
  public boolean isSettled() {
    return settling.isEmpty() && renames.isSettled();
  }
}
