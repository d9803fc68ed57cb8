package io.github.feedwright.output;

import io.github.feedwright.edition.path.FormerFeedPaths;
import io.github.feedwright.output.directory.OutputFileNames;
import io.github.feedwright.text.FilePath;
import io.github.feedwright.text.MediaTypes;
import io.github.feedwright.web.Freshness;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The rules with which a server of the files answers as this program does.
 *
 * @param root the path of the site, with a slash at the end
 * @param feedAge the {@code Cache-Control} of feeds, files and redirects
 * @param isCompressed whether there are compressed files beside others
 * @param byName what is said of feeds and lists, by the names of their files
 * @param byExtension what is said of the files beside posts, by extension
 * @param byPath what is said of files whose name is also that of others
 * @param folded pages whose file is the index of a folder, although their path is a file's
 * @param covered pages that a rule for former addresses would answer too
 * @param folderFeeds paths of feeds that end in a slash, with another path of the same feed
 * @param moves redirects, and paths that are gone
 * @param former where other software has the same feeds
 */
record HostRules(
    String root,
    String feedAge,
    boolean isCompressed,
    SortedMap<String, FileHeaders> byName,
    SortedMap<String, FileHeaders> byExtension,
    SortedMap<String, FileHeaders> byPath,
    SortedSet<String> folded,
    SortedSet<String> covered,
    SortedMap<String, String> folderFeeds,
    List<MovedPath> moves,
    List<FormerFeedPaths.Rule> former) {

  /** What is said of the file of a feed at this path. */
  FileHeaders feed(String path) {
    FileHeaders head = byPath.getOrDefault(path, byName.get(FilePath.name(path)));
    return head == null ? new FileHeaders("application/xml", Freshness.FEED) : head;
  }

  /** Sorts what is said of files into groups of the same name or extension. */
  static final class Groups {
    private final SortedMap<String, FileHeaders> byName = new TreeMap<>();
    private final SortedMap<String, FileHeaders> byExtension = new TreeMap<>();
    private final SortedMap<String, FileHeaders> byPath = new TreeMap<>();
    private final SortedSet<String> folded = new TreeSet<>();
    private final Map<String, String> single = new HashMap<>();

    /** Adds a file of this turn. */
    void add(FilePlan.Planned file, FileHeaders head) {
      if (head.isPage() && file.turn() != FilePlan.Turn.ATTACHMENT) {
        if (OutputFileNames.isFolded(file.path())) {
          folded.add(file.path());
        }
        return;
      }
      SortedMap<String, FileHeaders> group =
          file.turn() == FilePlan.Turn.ATTACHMENT ? byExtension : byName;
      String key =
          file.turn() == FilePlan.Turn.ATTACHMENT
              ? MediaTypes.extension(file.path())
              : FilePath.name(file.path());
      FileHeaders former = group.putIfAbsent(key, head);
      if (former != null && !former.equals(head)) {
        byPath.put(file.path(), head);
      }
      if (former == null && file.turn() != FilePlan.Turn.ATTACHMENT) {
        single.put(key, file.path());
      } else {
        single.remove(key);
      }
    }

    HostRules rules(
        String root,
        String feedAge,
        boolean isCompressed,
        FilePlan plan,
        List<MovedPath> moves,
        FormerFeedPaths former) {
      // A rule for a name would also be one for the same name elsewhere.
      single.forEach((name, path) -> byPath.put(path, Objects.requireNonNull(byName.remove(name))));
      SortedSet<String> covered = new TreeSet<>();
      for (FilePlan.Planned each : plan.inOrder()) {
        if (each.path().endsWith("/") && former.feeds(each.path()).findAny().isPresent()) {
          covered.add(each.path());
        }
      }
      return new HostRules(
          root,
          feedAge,
          isCompressed,
          byName,
          byExtension,
          byPath,
          folded,
          covered,
          plan.folderFeeds(),
          moves,
          former.rules());
    }
  }
}
