package io.github.feedwright.history;

import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.diff.DiffConfig;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffEntry.ChangeType;
import org.eclipse.jgit.diff.RenameDetector;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/**
 * A single walk from the newest commit to the oldest that finds the newest change of every file. A
 * walk for each file would take an hour for ten thousand.
 *
 * <p>A merge is no change, because the commits that it joins made the changes; but each branch has
 * its own names of files. Of several commits, the latest author date counts, which rebasing and
 * amending keep. So times of commits do not matter, and neither does the order of branches.
 */
final class CommitWalk {
  /** Texts are compared if at most so many files came or went: never. */
  private static final int NO_TEXTS = -1;

  private final Repository repository;
  private final String prefix;
  private final CommitRule rule;

  /** Of each commit that was not followed yet, what the names of files in it refer to. */
  private final Map<ObjectId, FormerNames> names = new HashMap<>();

  private final Map<String, OffsetDateTime> dates = new HashMap<>();
  private Instant until = Instant.MAX;

  /**
   * A walk that has not started.
   *
   * @param prefix the posts directory below the root of the repository: empty, or ending in a slash
   */
  CommitWalk(Repository repository, String prefix, CommitRule rule) {
    this.repository = repository;
    this.prefix = prefix;
    this.rule = rule;
  }

  /**
   * The dates of all posts of a commit. A former result is continued where that gives the same as a
   * whole walk: if every way back from the new commits leads to its commit. A branch that began
   * before that may have other names for files whose older changes it shares.
   *
   * @param rules a digest of the rules
   * @param former the result of an earlier walk by these rules, or null
   */
  DateCache.Kept dates(ObjectId head, String rules, DateCache.@Nullable Kept former)
      throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      List<RevCommit> since =
          former == null ? List.of() : commits(walk, head, List.of(former.head()));
      boolean isContinued = former != null && leadOnlyTo(former.head(), since);
      for (RevCommit commit : isContinued ? since : commits(walk, head, List.of())) {
        follow(commit, walk);
      }
      if (former != null && isContinued) {
        FormerNames then = namesIn(former.head());
        former.dates().forEach((name, date) -> add(then.of(name), date));
        until = former.until().isBefore(until) ? former.until() : until;
      }
      dates.keySet().retainAll(posts(walk.parseCommit(head), walk.getObjectReader()));
      return new DateCache.Kept(head, rules, until, dates);
    }
  }

  /** Every commit comes before its parents. */
  private static List<RevCommit> commits(RevWalk walk, ObjectId head, List<ObjectId> known)
      throws IOException {
    walk.reset();
    walk.sort(RevSort.TOPO);
    walk.markStart(walk.parseCommit(head));
    for (ObjectId each : known) {
      walk.markUninteresting(walk.parseCommit(each));
    }
    List<RevCommit> commits = new ArrayList<>();
    walk.forEach(commits::add);
    return commits;
  }

  private static boolean leadOnlyTo(ObjectId known, List<RevCommit> commits) {
    Set<ObjectId> reached = new HashSet<>(commits);
    reached.add(known);
    return !commits.isEmpty()
        && commits.stream()
            .map(commit -> List.of(commit.getParents()))
            .allMatch(parents -> !parents.isEmpty() && reached.containsAll(parents));
  }

  private void follow(RevCommit commit, RevWalk walk) throws IOException {
    FormerNames after = namesIn(commit);
    if (commit.getParentCount() == 0) {
      count(commit, changes(null, commit, walk), after);
    }
    for (RevCommit parent : commit.getParents()) {
      List<DiffEntry> changes = changes(parent, commit, walk);
      if (commit.getParentCount() == 1) {
        count(commit, changes, after);
      }
      names.merge(parent, before(changes, new FormerNames(after)), FormerNames::and);
    }
  }

  /** What the names in a commit refer to, now that all commits after it were followed. */
  private FormerNames namesIn(ObjectId commit) {
    FormerNames known = names.remove(commit);
    return known == null ? new FormerNames() : known;
  }

  private void count(RevCommit commit, List<DiffEntry> changes, FormerNames after) {
    long edits = changes.stream().filter(CommitWalk::isEdit).count();
    boolean counts = !rule.ignored().contains(commit.name());
    OffsetDateTime date = changes.isEmpty() || !counts ? null : date(commit);
    for (DiffEntry change : changes) {
      boolean isFirst = change.getChangeType() == ChangeType.ADD && rule.first();
      if (date != null && (isFirst || (isEdit(change) && edits <= rule.most()))) {
        add(after.of(change.getNewPath()), date);
      }
    }
  }

  private static FormerNames before(List<DiffEntry> changes, FormerNames names) {
    for (DiffEntry change : changes) {
      if (change.getChangeType() == ChangeType.ADD) {
        names.noteAdded(change.getNewPath());
      } else if (change.getChangeType() == ChangeType.RENAME) {
        names.noteRenamed(change.getOldPath(), change.getNewPath());
      }
    }
    return names;
  }

  /** Whether it changed the content of a file; a new mode or a new name is not enough. */
  private static boolean isEdit(DiffEntry change) {
    return switch (change.getChangeType()) {
      case MODIFY, RENAME -> !change.getOldId().equals(change.getNewId());
      case ADD, COPY, DELETE -> false;
    };
  }

  private @Nullable OffsetDateTime date(RevCommit commit) {
    PersonIdent author = commit.getAuthorIdent();
    Instant date = author.getWhenAsInstant();
    Instant from = CommitRule.credibleFrom(date);
    if (from.isAfter(rule.now())) {
      until = from.isBefore(until) ? from : until;
      return null;
    }
    return CommitRule.isPossible(date) ? date.atOffset(author.getZoneOffset()) : null;
  }

  private void add(Set<String> files, OffsetDateTime date) {
    for (String file : files) {
      dates.merge(
          file, date, (one, other) -> one.toInstant().isBefore(other.toInstant()) ? other : one);
    }
  }

  private List<DiffEntry> changes(@Nullable RevCommit parent, RevCommit commit, RevWalk walk)
      throws IOException {
    try (TreeWalk trees = new TreeWalk(walk.getObjectReader())) {
      trees.setRecursive(true);
      if (parent == null) {
        trees.addTree(new EmptyTreeIterator());
      } else {
        walk.parseHeaders(parent);
        trees.addTree(parent.getTree());
      }
      trees.addTree(commit.getTree());
      trees.setFilter(filter(TreeFilter.ANY_DIFF));
      List<DiffEntry> changes = new ArrayList<>();
      for (DiffEntry change : DiffEntry.scan(trees)) {
        if (isPost(change)) {
          changes.add(change);
        }
      }
      return withRenames(changes, walk.getObjectReader());
    }
  }

  private TreeFilter filter(TreeFilter other) {
    return prefix.isEmpty()
        ? other
        : AndTreeFilter.create(PathFilter.create(prefix.substring(0, prefix.length() - 1)), other);
  }

  private boolean isPost(DiffEntry change) {
    boolean isAdded = change.getChangeType() == ChangeType.ADD;
    String path = isAdded ? change.getNewPath() : change.getOldPath();
    FileMode mode = isAdded ? change.getNewMode() : change.getOldMode();
    return isPost(path, mode);
  }

  private boolean isPost(String path, FileMode mode) {
    return (mode.equals(FileMode.REGULAR_FILE) || mode.equals(FileMode.EXECUTABLE_FILE))
        && path.startsWith(prefix)
        && rule.isPost().test(path.substring(prefix.length()));
  }

  private static List<DiffEntry> withRenames(List<DiffEntry> changes, ObjectReader reader)
      throws IOException {
    if (changes.stream().noneMatch(each -> each.getChangeType() == ChangeType.ADD)
        || changes.stream().noneMatch(each -> each.getChangeType() == ChangeType.DELETE)) {
      return changes;
    }
    RenameDetector byId = detector(changes, reader);
    byId.setRenameLimit(NO_TEXTS);
    List<DiffEntry> moved = byId.compute();
    try {
      return detector(moved, reader).compute();
    } catch (MissingObjectException withoutTexts) {
      // A clone without blobs: their ids still show which files only have a new name.
      return moved;
    }
  }

  private static RenameDetector detector(List<DiffEntry> changes, ObjectReader reader) {
    RenameDetector detector = new RenameDetector(reader, new Config().get(DiffConfig.KEY));
    detector.addAll(changes);
    return detector;
  }

  private Set<String> posts(RevCommit commit, ObjectReader reader) throws IOException {
    Set<String> posts = new HashSet<>();
    try (TreeWalk tree = new TreeWalk(reader)) {
      tree.setRecursive(true);
      tree.addTree(commit.getTree());
      tree.setFilter(filter(TreeFilter.ALL));
      while (tree.next()) {
        if (isPost(tree.getPathString(), tree.getFileMode())) {
          posts.add(tree.getPathString());
        }
      }
    }
    return posts;
  }
}
