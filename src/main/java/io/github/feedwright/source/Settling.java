package io.github.feedwright.source;

import io.github.feedwright.thread.PublishingThread;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Decides when a changing file has settled, so that it is not read half-written, and not taken for
 * deleted while an editor is only replacing it.
 *
 * <ul>
 *   <li>A file that was renamed over a known one is complete: it is read immediately.
 *   <li>A new file, or one that is written in place, is read when its size and times have stayed
 *       the same for the settling time. A longer pause counts as a save.
 *   <li>A missing file counts as deleted after a second, because editors rename away and back, and
 *       after a scan that began later and found nothing new, because its new name may not be known
 *       yet. If new files keep coming, the tenth scan decides.
 * </ul>
 */
@PublishingThread
public final class Settling {
  private static final Duration BELIEVED_GONE = Duration.ofSeconds(1);

  /** A checkout may write files under new names for as long as it takes. */
  private static final int MOST_SCANS = 10;

  private final Duration settle;
  private final Map<String, Moving> moving = new HashMap<>();
  private Instant lastNew = Instant.MIN;
  private Instant lastScan = Instant.MIN;

  /**
   * A file under observation.
   *
   * @param seen what it was when last checked, or null if it was not there
   * @param since when it was first seen in this state
   * @param wasGone whether it has been missing since it was last read
   * @param due when to check it again
   * @param scans how many have begun since then, if it is not there
   */
  private record Moving(
      @Nullable SourceFile seen, Instant since, boolean wasGone, Instant due, int scans) {
    /**
     * Whether to check it again: also if the clock was set back, or it would wait for as long as
     * that.
     */
    boolean isDue(Instant now) {
      return !now.isBefore(due) || now.isBefore(since);
    }

    boolean isStill(@Nullable SourceFile file, Instant now) {
      return Objects.equals(seen, file) && !now.isBefore(since);
    }
  }

  /** What to do about a file. */
  public enum Verdict {
    /** Nothing: the file is unchanged since it was last read. */
    KEEP,
    /** Check it again at {@link #next}. */
    WAIT,
    /** Read it. */
    READ,
    /** The file is gone. */
    DELETE
  }

  /** Files must stay unchanged for this long. */
  public Settling(Duration settle) {
    this.settle = settle;
  }

  /**
   * Decides what to do about a file, and remembers what it is now.
   *
   * @param path below the root
   * @param known what it was when it was last read, or null if it never was
   * @param seen what it is now, or null if it is not there
   * @param appeared whether an event said that the name has just appeared
   * @param now when it was checked
   */
  public Verdict observe(
      String path,
      @Nullable SourceFile known,
      @Nullable SourceFile seen,
      boolean appeared,
      Instant now) {
    Moving before = moving.get(path);
    if (Objects.equals(known, seen)) {
      moving.remove(path);
      return Verdict.KEEP;
    }
    boolean wasGone = seen == null || (before != null && before.wasGone());
    Moving still = before != null && before.isStill(seen, now) ? before : null;
    Instant since = still == null ? now : still.since();
    int scans = still == null ? 0 : still.scans();
    boolean whole = appeared && !wasGone && isReplaced(known, seen);
    Instant due = whole ? now : due(seen, since, scans);
    moving.put(path, new Moving(seen, since, wasGone, due, scans));
    return now.isBefore(due) ? Verdict.WAIT : decide(path, seen);
  }

  private static boolean isReplaced(@Nullable SourceFile known, @Nullable SourceFile seen) {
    return known != null && seen != null && !known.key().equals(seen.key());
  }

  /** An event said that a file was removed, even if one of the same name exists now. */
  public void noteRemoved(String path, Instant now) {
    Moving before = moving.get(path);
    SourceFile seen = before == null ? null : before.seen();
    Instant since = before == null ? now : before.since();
    moving.put(path, new Moving(seen, since, true, now, before == null ? 0 : before.scans()));
  }

  /** A file that was missing is there again: it is checked as soon as possible. */
  public void noteReturned(SourceFile seen, Instant now) {
    Moving before = moving.get(seen.path());
    Instant since = before != null && before.isStill(seen, now) ? before.since() : now;
    moving.put(seen.path(), new Moving(seen, since, before != null && before.wasGone(), now, 0));
  }

  /** What was in a file that is missing was just seen in another: it counts as gone only later. */
  public void postponeDeletion(String path, Instant now) {
    if (isMissing(path)) {
      moving.put(path, new Moving(null, now, true, believedGone(now, 0), 0));
    }
  }

  /** This file need not be checked again. */
  public void forget(String path) {
    moving.remove(path);
  }

  private Verdict decide(String path, @Nullable SourceFile seen) {
    moving.remove(path);
    return seen == null ? Verdict.DELETE : Verdict.READ;
  }

  private Instant due(@Nullable SourceFile seen, Instant since, int scans) {
    if (seen == null) {
      return believedGone(since, scans);
    }
    Instant held = since.plus(settle);
    // Written long ago and only now here, as after a checkout: nobody is writing it.
    Instant written = seen.modified().plus(settle);
    return written.isBefore(held) ? written : held;
  }

  /** When what is missing since an instant counts as gone; {@link Instant#MAX} before a scan. */
  public Instant goneAt(Instant since) {
    return believedGone(since, 0);
  }

  private Instant believedGone(Instant since, int scans) {
    Instant last = lastNew.isAfter(since) ? lastNew : since;
    if (lastScan.isAfter(last)) {
      return last.plus(BELIEVED_GONE);
    }
    return scans < MOST_SCANS ? Instant.MAX : since.plus(BELIEVED_GONE);
  }

  /**
   * A file came that was not known. While others follow it, those that are missing may be among
   * them.
   */
  public void noteNewFile(Instant now) {
    lastNew = now;
  }

  /**
   * A scan has found every file that was there when it began, unless it was renamed meanwhile.
   *
   * @param begun when it began
   */
  public void noteScan(Instant begun) {
    lastScan = begun;
    moving.replaceAll((path, file) -> file.seen() == null ? withScan(file, begun) : file);
  }

  private Moving withScan(Moving file, Instant begun) {
    int scans = file.scans() + (begun.isAfter(file.since()) ? 1 : 0);
    Instant believed = believedGone(file.since(), scans);
    Instant due = believed.isBefore(file.due()) ? believed : file.due();
    return new Moving(null, file.since(), file.wasGone(), due, scans);
  }

  /** The files that are missing, and do not count as deleted yet. */
  public Set<String> missing() {
    return paths(file -> file.seen() == null);
  }

  /** Whether a file is missing, and does not count as deleted yet. */
  public boolean isMissing(String path) {
    Moving file = moving.get(path);
    return file != null && file.seen() == null;
  }

  /** The files that are there, and have not settled yet. */
  public Set<String> unsettled() {
    return paths(file -> file.seen() != null);
  }

  private Set<String> paths(Predicate<Moving> isMeant) {
    Set<String> paths = new HashSet<>();
    moving.forEach(
        (path, file) -> {
          if (isMeant.test(file)) {
            paths.add(path);
          }
        });
    return paths;
  }

  /** When some file should be checked again, or null if only a scan decides on what is changing. */
  public @Nullable Instant next() {
    return moving.values().stream()
        .map(Moving::due)
        .filter(due -> due.isBefore(Instant.MAX))
        .min(Instant::compareTo)
        .orElse(null);
  }

  /** Whether no file is changing. */
  public boolean isEmpty() {
    return moving.isEmpty();
  }

  /** The files that should be checked again by the given instant. */
  public Set<String> due(Instant now) {
    return paths(file -> file.isDue(now));
  }
}
