package io.github.feedwright.output;

import io.github.feedwright.edition.MapSnapshot;
import io.github.feedwright.edition.document.SharedResource;
import io.github.feedwright.output.directory.OutputFileNames;
import io.github.feedwright.web.Gone;
import io.github.feedwright.web.Redirect;
import io.github.feedwright.web.Resource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which file is written for each path of a snapshot.
 *
 * <p>Threads: only {@code main}.
 */
final class FilePlan {
  private static final String TAKEN =
      "another path needs a folder or a file of the same name; give one of the two another"
          + " permalink";

  private static final String ARCHIVE = "archive/";

  private final Map<String, Planned> files = new HashMap<>();
  private final Set<String> others = new HashSet<>();
  private final Set<String> folders = new HashSet<>();
  private final SortedMap<String, String> leftOut = new TreeMap<>();
  private final SortedMap<String, String> folderFeeds = new TreeMap<>();

  /** When a file is written: what others link to comes first. */
  enum Turn {
    ATTACHMENT,
    POST,
    INDEX
  }

  /**
   * A file to write.
   *
   * @param path that it answers
   * @param file its name
   * @param turn when it is written
   * @param source what is written, which says too whether that has changed
   */
  record Planned(String path, String file, Turn turn, SharedResource source) {
    /** The same for the archives of one month, which have posts in common. */
    private String month() {
      return file.substring(Math.max(0, file.lastIndexOf(ARCHIVE)));
    }
  }

  private FilePlan() {}

  /**
   * The plan of what a snapshot has. Feeds come first, so that nothing else takes their place;
   * otherwise the paths are taken in their order, which is that of a snapshot's tables.
   */
  static FilePlan of(MapSnapshot snapshot) {
    FilePlan plan = new FilePlan();
    Map<String, Resource> moved = snapshot.moved();
    for (Map.Entry<String, SharedResource> each : snapshot.table().entrySet()) {
      String path = each.getKey();
      SharedResource source = each.getValue();
      String feed = path.endsWith("/") ? named(snapshot, path, source) : null;
      if (feed != null) {
        // A static server takes what is at a path that ends in "/" for a page.
        plan.folderFeeds.put(path, feed);
      } else if (!moved.containsKey(path)) {
        plan.add(new Planned(path, OutputFileNames.plain(path), Turn.INDEX, source));
      }
    }
    for (Map.Entry<String, SharedResource> each : snapshot.allOlderPages().entrySet()) {
      String path = each.getKey();
      if (!moved.containsKey(path)) {
        plan.add(new Planned(path, OutputFileNames.plain(path), Turn.INDEX, each.getValue()));
      }
    }
    for (Map.Entry<String, SharedResource> each : snapshot.posts().entrySet()) {
      String path = each.getKey();
      SharedResource source = each.getValue();
      boolean isMoved = moved.containsKey(path) || snapshot.table().containsKey(path);
      if (!isMoved && !isElsewhere(source.in(snapshot.library()))) {
        plan.add(new Planned(path, OutputFileNames.page(path), Turn.POST, source));
      }
    }
    for (Map.Entry<String, SharedResource> each : snapshot.files().entrySet()) {
      String path = each.getKey();
      boolean isMoved = moved.containsKey(path) || snapshot.posts().containsKey(path);
      if (!isMoved && !snapshot.table().containsKey(path)) {
        plan.add(new Planned(path, OutputFileNames.plain(path), Turn.ATTACHMENT, each.getValue()));
      }
    }
    return plan;
  }

  private static boolean isElsewhere(Resource resource) {
    return resource instanceof Redirect || resource instanceof Gone;
  }

  /** The path that ends in a file name, of the feed that is at this one too; null if none is. */
  private static @Nullable String named(MapSnapshot snapshot, String path, SharedResource source) {
    return snapshot
        .former()
        .feeds(path)
        .filter(each -> snapshot.table().get(each) == source)
        .findFirst()
        .orElse(null);
  }

  private void add(Planned planned) {
    String fault = OutputFileNames.fault(planned.file());
    if (fault == null && !isFree(planned.file())) {
      fault = TAKEN;
    }
    if (fault == null) {
      put(planned);
    } else {
      leftOut.put(planned.path(), fault);
    }
  }

  /** Adds a file that may be missing: only if nothing else has its name. */
  void addIfFree(Planned planned) {
    if (isFree(planned.file()) && OutputFileNames.fault(planned.file()) == null) {
      put(planned);
    }
  }

  /** Takes a name for a file that is not in the snapshot; false if it is taken, or none. */
  boolean take(String file) {
    boolean isFree = isFree(file) && OutputFileNames.fault(file) == null;
    if (isFree) {
      others.add(file);
      OutputFileNames.folders(file).forEach(folders::add);
    }
    return isFree;
  }

  private void put(Planned planned) {
    files.put(planned.file(), planned);
    OutputFileNames.folders(planned.file()).forEach(folders::add);
  }

  private boolean isFree(String file) {
    boolean isBelowFile = false;
    for (String folder : OutputFileNames.folders(file)) {
      isBelowFile |= isTaken(folder);
    }
    return !isBelowFile && !isTaken(file) && !folders.contains(file);
  }

  private boolean isTaken(String file) {
    return files.containsKey(file) || others.contains(file);
  }

  /** All files, in the order in which they are to appear. */
  List<Planned> inOrder() {
    List<Planned> all = new ArrayList<>(files.values());
    all.sort(
        Comparator.comparing(Planned::turn)
            .thenComparing(Planned::month)
            .thenComparing(Planned::file));
    return all;
  }

  /** The paths that cannot be files, with the reason. */
  SortedMap<String, String> leftOut() {
    return leftOut;
  }

  /** The paths of feeds that end in a slash, with another path of the same feed. */
  SortedMap<String, String> folderFeeds() {
    return folderFeeds;
  }
}
