package io.github.feedwright.publish;

import io.github.feedwright.edition.Edition;
import io.github.feedwright.edition.MapSnapshot;
import io.github.feedwright.edition.Pipeline;
import io.github.feedwright.edition.SharedResource;
import io.github.feedwright.edition.entry.RenderThreads;
import io.github.feedwright.edition.entry.WaitLimit;
import io.github.feedwright.edition.store.RenderingCaches;
import io.github.feedwright.edition.store.RenderingStore;
import io.github.feedwright.history.GitHistory;
import io.github.feedwright.intake.CommitWatch;
import io.github.feedwright.intake.FileIngester;
import io.github.feedwright.intake.LoadedAuthors;
import io.github.feedwright.intake.state.FileState;
import io.github.feedwright.post.reading.PostParser;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.source.Listing;
import io.github.feedwright.source.SourceTree;
import io.github.feedwright.thread.Threads;
import io.github.feedwright.web.CacheLimits;
import io.github.feedwright.web.Freshness;
import io.github.feedwright.web.Health;
import io.github.feedwright.web.LastModifiedClock;
import io.github.feedwright.web.LinkedFile;
import io.github.feedwright.web.OnDemand;
import io.github.feedwright.web.Representation;
import io.github.feedwright.web.RepresentationCache;
import io.github.feedwright.web.Resource;
import io.github.feedwright.web.StoredFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** Builds a directory of posts once, as it is at one instant, to write it into files. */
public final class StaticBuild implements AutoCloseable {
  private static final WaitLimit WAIT_LIMIT = WaitLimit.of(Duration.ofHours(1));

  private final RenderThreads renderers = new RenderThreads(Threads.cores());
  private final ExecutorService workers = Threads.pool("worker", Threads.cores());
  private final Pipeline pipeline;
  private final Collection<Problem> problems = new TreeSet<>();

  private StaticBuild(Settings settings, Clock clock, RenderingStore store) {
    Instant now = clock.instant();
    SourceTree tree = new SourceTree(settings.posts().directory());
    RepresentationCache representations =
        new RepresentationCache(workers, workers, new LastModifiedClock(), CacheLimits.USUAL);
    this.pipeline =
        new Pipeline(settings, representations, RenderingCaches.with(store), renderers, late -> {});
    LoadedAuthors authors = LoadedAuthors.authors(settings);
    problems.addAll(authors.problems());
    PostParser parser = new PostParser(settings, authors.authors());
    FileIngester ingester =
        new FileIngester(settings, tree, parser, pipeline.fileState(), representations);
    Listing listing = tree.list();
    problems.addAll(listing.problems());
    ingester.takeAll(listing, now);
    problems.addAll(dated(settings, pipeline.fileState(), clock));
    pipeline.publish(now, WAIT_LIMIT, now);
  }

  /** Applies the dates of commits if they are used; returns why they cannot be read, if so. */
  static List<Problem> dated(Settings settings, FileState files, Clock clock) {
    GitHistory history = CommitWatch.history(settings);
    if (history == null) {
      return List.of();
    }
    GitHistory.Reading reading = history.read(clock);
    files.put(reading.dates());
    return reading.problems();
  }

  /**
   * Reads a directory as it is now.
   *
   * @param store of what was rendered before
   */
  public static StaticBuild of(Settings settings, Clock clock, RenderingStore store) {
    return new StaticBuild(settings, clock, store);
  }

  /** How many posts, feeds and problems there are. */
  public Health health() {
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    Collection<Problem> all = new TreeSet<>(problems);
    all.addAll(pipeline.problems());
    all.forEach(problem -> counts.merge(problem.kind(), 1, Integer::sum));
    Edition edition = pipeline.edition();
    return new Health(true, "once", edition.library().size(), pipeline.feeds(edition), counts);
  }

  /**
   * Writes everything into files for a static file server. Feeds come first, so that no other path
   * can take their place.
   *
   * @param progress receives how many paths are done
   * @return what was written and what was left out
   * @throws IOException if a file cannot be written
   */
  public Written writeTo(Path directory, Progress progress) throws IOException {
    MapSnapshot snapshot = pipeline.edition().snapshot();
    List<Map<String, SharedResource>> layers =
        List.of(snapshot.table(), snapshot.posts(), snapshot.files());
    int all = layers.stream().mapToInt(Map::size).sum();
    int done = 0;
    Set<Path> written = new HashSet<>();
    SortedSet<String> leftOut = new TreeSet<>();
    for (Map<String, SharedResource> layer : layers) {
      for (String path : new TreeSet<>(layer.keySet())) {
        Path file = file(directory, path);
        if (file != null && isFree(directory, file, written)) {
          SharedResource found = Objects.requireNonNull(layer.get(path));
          if (write(file, path, found.in(snapshot.library()))) {
            written.add(file);
          }
        } else {
          leftOut.add(path);
        }
        progress.done(++done, all);
      }
    }
    return new Written(written.size(), leftOut);
  }

  /**
   * The written files.
   *
   * @param files how many were written
   * @param leftOut the paths that cannot be files, because another path needs a folder or a file of
   *     the same name
   */
  public record Written(int files, SortedSet<String> leftOut) {}

  private static @Nullable Path file(Path directory, String path) {
    String relative = path.substring(1);
    Path file =
        directory.resolve(path.endsWith("/") ? relative + "index.html" : relative).normalize();
    return file.startsWith(directory) ? file : null;
  }

  private static boolean isFree(Path directory, Path file, Set<Path> written) {
    boolean isBelowFile = false;
    for (Path at = file.getParent(); at != null && !at.equals(directory); at = at.getParent()) {
      isBelowFile |= written.contains(at);
    }
    return !isBelowFile && !written.contains(file) && !Files.isDirectory(file);
  }

  private static boolean write(Path file, String path, Resource resource) throws IOException {
    if (resource instanceof LinkedFile linked) {
      StoredFile stored = linked.file().join().orElse(null);
      return stored != null && write(file, path, stored);
    }
    if (resource instanceof StoredFile stored) {
      Files.createDirectories(file.getParent());
      try (StoredFile.Opened opened = stored.open()) {
        Files.copy(
            Channels.newInputStream(opened.bytes()), file, StandardCopyOption.REPLACE_EXISTING);
      }
      return true;
    }
    Representation representation = representation(resource);
    // A static file server would serve a feed at a path that ends in "/" as a page.
    if (representation == null
        || (path.endsWith("/") && representation.freshness() == Freshness.FEED)) {
      return false;
    }
    Files.createDirectories(file.getParent());
    write(file, representation.body());
    return true;
  }

  private static @Nullable Representation representation(Resource resource) {
    if (resource instanceof OnDemand later) {
      return later.representation().join();
    }
    return resource instanceof Representation ready ? ready : null;
  }

  private static void write(Path file, ByteBuffer body) throws IOException {
    try (WritableByteChannel channel = Channels.newChannel(Files.newOutputStream(file))) {
      channel.write(body);
    }
  }

  @Override
  public void close() {
    renderers.close();
    workers.shutdownNow();
  }
}
