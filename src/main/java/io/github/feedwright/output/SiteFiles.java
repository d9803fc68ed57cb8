package io.github.feedwright.output;

import io.github.feedwright.edition.Fingerprints;
import io.github.feedwright.edition.MapSnapshot;
import io.github.feedwright.edition.document.SharedResource;
import io.github.feedwright.output.directory.OutputDirectory;
import io.github.feedwright.output.directory.OutputFileNames;
import io.github.feedwright.output.directory.OutputRules;
import io.github.feedwright.output.directory.RefusedOutput;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.web.CacheControl;
import io.github.feedwright.web.ContentCoding;
import io.github.feedwright.web.Freshness;
import io.github.feedwright.web.LinkedFile;
import io.github.feedwright.web.OnDemand;
import io.github.feedwright.web.Representation;
import io.github.feedwright.web.Resource;
import io.github.feedwright.web.StoredFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Writes snapshots into a directory, one after the other. What is new appears before what is no
 * longer published goes, and what others link to appears first.
 *
 * <p>Threads: only {@code main}.
 */
public final class SiteFiles implements AutoCloseable {
  /** How many pages are made ahead of the one that is written. */
  private static final int AHEAD = 16;

  private static final Set<ContentCoding> NONE = Set.of();
  static final Set<ContentCoding> COMPRESSED =
      EnumSet.complementOf(EnumSet.of(ContentCoding.IDENTITY));

  private final Path path;
  private final OutputDirectory directory;
  private final boolean isCompressed;

  /** What each file was last written from. */
  private Map<String, Made> made = new HashMap<>();

  /** What the next write need not make. */
  private MadeBefore before = MadeBefore.NONE;

  /**
   * What a file was written from.
   *
   * @param source what is equal stands for the same bytes
   * @param head what a server says of it
   * @param codings of the compressed files beside it
   */
  private record Made(SharedResource source, FileHeaders head, List<ContentCoding> codings) {}

  private SiteFiles(Path path, OutputDirectory directory, boolean isCompressed) {
    this.path = path;
    this.directory = directory;
    this.isCompressed = isCompressed;
  }

  /**
   * Opens a directory for this process alone; it is created if it is missing.
   *
   * @param isForced whether it may hold files that no build has written; they are kept
   * @param isCompressed whether compressed files are written beside others
   * @throws RefusedOutput if it must not be written to
   * @throws IOException if it cannot be written to
   */
  public static SiteFiles in(
      Path directory, Settings settings, boolean isForced, boolean isCompressed)
      throws IOException {
    Path real = OutputRules.require(directory, settings.posts().directory(), isForced);
    return new SiteFiles(real, OutputDirectory.open(real), isCompressed);
  }

  /**
   * Finds out which files the next {@link #write} need not make, because an earlier build has.
   *
   * @param fingerprints of what will be written
   * @param progress receives how many files have been compared
   */
  public void compare(Fingerprints fingerprints, Progress progress) {
    before = MadeBefore.in(path, fingerprints, isCompressed ? "compressed" : "", progress);
  }

  /**
   * Writes what a snapshot has, and removes what is ours and is no longer in it.
   *
   * @param progress receives how many files are done
   * @throws IOException if a file cannot be written
   */
  public BuildCounts write(MapSnapshot snapshot, Settings settings, Progress progress)
      throws IOException {
    FilePlan plan = FilePlan.of(snapshot);
    List<MovedPath> moves = new ArrayList<>(MovedPath.of(snapshot));
    // A second rule for one path would keep nginx from starting.
    moves.removeIf(each -> OutputFileNames.isReserved(each.from().substring(1)));
    StaticHostFiles extras = StaticHostFiles.of(plan, snapshot, moves, settings);
    List<FilePlan.Planned> files = plan.inOrder();
    directory.announce(names(files, extras));
    SortedMap<String, String> leftOut = new TreeMap<>(plan.leftOut());
    Map<String, Made> now = new HashMap<>();
    HostRules.Groups groups = new HostRules.Groups();
    for (int at = 0; at < files.size(); at++) {
      makeAhead(files, at, snapshot, before);
      FilePlan.Planned file = files.get(at);
      Made written = written(file, snapshot, leftOut);
      if (written != null) {
        now.put(file.file(), written);
        before.add(file.file(), written.codings());
        groups.add(file, written.head());
      }
      progress.done(at + 1, files.size());
    }
    HostRules rules =
        groups.rules(
            settings.feeds().url().getPath(),
            CacheControl.feed(settings.http()),
            isCompressed,
            plan,
            moves,
            snapshot.former());
    for (Map.Entry<String, String> each : extras.with(rules, files).entrySet()) {
      String fault = directory.write(each.getKey(), bytes(each.getValue()));
      if (fault != null) {
        leftOut.put("/" + each.getKey(), fault);
      }
    }
    int removed = directory.removeOthers();
    before.keep();
    before = MadeBefore.NONE;
    made = now;
    return new BuildCounts(directory.changed(), directory.same(), removed, leftOut);
  }

  /** Whether nobody has removed the directory since it was last written. */
  public boolean isThere() {
    return directory.isThere();
  }

  private Set<String> names(List<FilePlan.Planned> files, StaticHostFiles extras) {
    Set<String> names = new HashSet<>(extras.names());
    for (FilePlan.Planned each : files) {
      names.add(each.file());
      for (ContentCoding coding : isCompressed ? COMPRESSED : NONE) {
        names.add(OutputFileNames.compressed(each.file(), coding));
      }
    }
    return names;
  }

  /** Begins with a document that comes soon, unless it has been made. */
  static void makeAhead(
      List<FilePlan.Planned> files, int at, MapSnapshot snapshot, MadeBefore before) {
    int ahead = at + AHEAD;
    if (ahead < files.size()
        && before.same(files.get(ahead).file()) == null
        && files.get(ahead).source().in(snapshot.library()) instanceof OnDemand later) {
      CompletableFuture<Representation> unused = later.representation();
    }
  }

  /** Writes a file; null if there is none. */
  private @Nullable Made written(
      FilePlan.Planned file, MapSnapshot snapshot, SortedMap<String, String> leftOut)
      throws IOException {
    Made last = made.getOrDefault(file.file(), madeBefore(file));
    if (last != null
        && last.source().equals(file.source())
        && file.turn() != FilePlan.Turn.ATTACHMENT
        && isKept(file.file(), last)) {
      return last;
    }
    Resource resource = file.source().in(snapshot.library());
    if (resource instanceof LinkedFile linked) {
      StoredFile found = linked.file().join().orElse(null);
      return found == null ? null : copied(file, found, leftOut);
    }
    if (resource instanceof StoredFile stored) {
      return copied(file, stored, leftOut);
    }
    if (resource instanceof OnDemand later) {
      return written(file, later.representation().join(), leftOut);
    }
    return resource instanceof Representation ready ? written(file, ready, leftOut) : null;
  }

  private @Nullable Made madeBefore(FilePlan.Planned file) {
    FileHeaders head = before.same(file.file());
    return head == null ? null : new Made(file.source(), head, before.codings(file.file()));
  }

  private boolean isKept(String name, Made before) {
    return directory.keep(name)
        && before.codings().stream()
            .allMatch(coding -> directory.keep(OutputFileNames.compressed(name, coding)));
  }

  private @Nullable Made copied(
      FilePlan.Planned file, StoredFile stored, SortedMap<String, String> leftOut)
      throws IOException {
    StoredFile.Opened open;
    try {
      open = stored.open();
    } catch (NoSuchFileException gone) {
      leftOut.put(file.path(), "it is no longer in the posts directory; build again");
      return null;
    } catch (IOException refused) {
      leftOut.put(file.path(), "it cannot be read in the posts directory: " + refused.getMessage());
      return null;
    }
    try (open) {
      String fault = directory.copy(file.file(), open.bytes());
      FileHeaders head = new FileHeaders(stored.contentType(), Freshness.FEED);
      return fault(file, fault, leftOut) ? null : new Made(file.source(), head, List.of());
    }
  }

  private @Nullable Made written(
      FilePlan.Planned file, Representation made, SortedMap<String, String> leftOut)
      throws IOException {
    if (fault(file, directory.write(file.file(), made.body()), leftOut)) {
      return null;
    }
    List<ContentCoding> codings =
        !isCompressed ? List.of() : made.codings().stream().filter(COMPRESSED::contains).toList();
    for (ContentCoding coding : codings) {
      directory.write(OutputFileNames.compressed(file.file(), coding), made.body(coding).join());
    }
    return new Made(file.source(), new FileHeaders(made.contentType(), made.freshness()), codings);
  }

  private static boolean fault(
      FilePlan.Planned file, @Nullable String fault, SortedMap<String, String> leftOut) {
    if (fault != null) {
      leftOut.put(file.path(), fault);
    }
    return fault != null;
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    directory.close();
  }
}
