package io.github.feedwright.history;

import java.io.IOException;
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
 * <p>Merges are skipped, because the commits that they join made the changes. Of several commits,
 * the latest author date counts, which rebasing and amending keep. So the order of the walk does
 * not matter, and a later walk can continue an earlier one.
 */
final class CommitWalk {
  /** Texts are compared if at most so many files came or went: never. */
  private static final int NO_TEXTS = -1;

  private final Repository repository;
  private final String prefix;
  private final CommitRule rule;
  private final FormerNames formerNames = new FormerNames();
  private final Map<String, OffsetDateTime> dates = new HashMap<>();

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
   * The dates of all posts of a commit.
   *
   * @param former the result of an earlier walk for an ancestor of it, or null for a whole walk
   * @param known that ancestor, or null
   */
  Map<String, OffsetDateTime> dates(
      ObjectId head, @Nullable ObjectId known, @Nullable Map<String, OffsetDateTime> former)
      throws IOException {
    try (RevWalk commits = new RevWalk(repository)) {
      commits.sort(RevSort.TOPO);
      commits.sort(RevSort.COMMIT_TIME_DESC, true);
      commits.markStart(commits.parseCommit(head));
      if (known != null) {
        commits.markUninteresting(commits.parseCommit(known));
      }
      for (RevCommit commit : commits) {
        if (commit.getParentCount() < 2) {
          follow(commit, commits);
        }
      }
      Set<String> present = posts(commits.parseCommit(head), commits.getObjectReader());
      if (former != null) {
        formerNames.oldest(present).forEach((file, name) -> add(file, former.get(name)));
      }
      dates.keySet().retainAll(present);
    }
    return dates;
  }

  private void follow(RevCommit commit, RevWalk commits) throws IOException {
    List<DiffEntry> changes = changes(commit, commits);
    long edits = changes.stream().filter(CommitWalk::isEdit).count();
    boolean counts = edits <= rule.most() && !rule.ignored().contains(commit.name());
    OffsetDateTime date = changes.isEmpty() ? null : date(commit);
    for (DiffEntry change : changes) {
      if (date != null && counts && isEdit(change)) {
        formerNames.of(change.getNewPath()).forEach(file -> add(file, date));
      }
      if (change.getChangeType() == ChangeType.ADD) {
        if (date != null && rule.first() && !rule.ignored().contains(commit.name())) {
          formerNames.of(change.getNewPath()).forEach(file -> add(file, date));
        }
        formerNames.added(change.getNewPath());
      } else if (change.getChangeType() == ChangeType.RENAME) {
        formerNames.renamed(change.getOldPath(), change.getNewPath());
      }
    }
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
    return rule.isCredible(author.getWhenAsInstant())
        ? author.getWhenAsInstant().atOffset(author.getZoneOffset())
        : null;
  }

  private void add(String file, @Nullable OffsetDateTime date) {
    if (date != null) {
      dates.merge(
          file, date, (one, other) -> one.toInstant().isBefore(other.toInstant()) ? other : one);
    }
  }

  private List<DiffEntry> changes(RevCommit commit, RevWalk commits) throws IOException {
    try (TreeWalk trees = new TreeWalk(commits.getObjectReader())) {
      trees.setRecursive(true);
      if (commit.getParentCount() == 0) {
        trees.addTree(new EmptyTreeIterator());
      } else {
        RevCommit parent = commit.getParent(0);
        commits.parseHeaders(parent);
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
      return withRenames(changes, commits.getObjectReader());
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
