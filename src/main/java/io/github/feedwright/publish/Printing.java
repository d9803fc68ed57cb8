package io.github.feedwright.publish;

import io.github.feedwright.post.PostParser;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.source.Listing;
import io.github.feedwright.source.SourceTree;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** What a directory of posts gives at one instant, once: for files, or to be proofread. */
public final class Printing implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofHours(1);

  private final ExecutorService renderers = Threads.pool("render", Threads.cores());
  private final ExecutorService workers = Threads.pool("worker", Threads.cores());
  private final Pipeline pipeline;
  private final Collection<Problem> problems = new TreeSet<>();

  private Printing(Settings settings, Clock clock) {
    Instant now = clock.instant();
    SourceTree tree = new SourceTree(settings.posts().directory());
    Workshop workshop = new Workshop(workers, new Stamps());
    this.pipeline = new Pipeline(settings, workshop, renderers, late -> {});
    Sidecar authors = Sidecar.authors(settings);
    problems.addAll(authors.problems());
    PostParser parser = new PostParser(settings, authors.authors());
    Intake intake = new Intake(settings, tree, parser, pipeline, workshop);
    Listing listing = tree.list();
    problems.addAll(listing.problems());
    intake.takeAll(listing, now);
    pipeline.publish(now, PATIENCE, now);
  }

  /** Reads a directory as it is now. */
  public static Printing of(Settings settings, Clock clock) {
    return new Printing(settings, clock);
  }

  /** How many posts, feeds and problems there are. */
  public Health health() {
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    allProblems().forEach(problem -> counts.merge(problem.kind(), 1, Integer::sum));
    Edition edition = pipeline.edition();
    return new Health(true, "once", edition.library().size(), pipeline.feeds(edition), counts);
  }

  private Collection<Problem> allProblems() {
    Collection<Problem> all = new TreeSet<>(problems);
    all.addAll(pipeline.problems());
    return all;
  }

  /** Renders every post, and says what is wrong, in the order of files and lines. */
  public Collection<Problem> proofread() {
    Collection<Problem> all = allProblems();
    all.addAll(pipeline.proofread(renderers));
    return all;
  }

  /**
   * Writes everything into files, as a server of files would find it.
   *
   * @return how many files were written
   * @throws IOException if one cannot be written
   */
  public int writeTo(Path directory) throws IOException {
    MapSnapshot snapshot = pipeline.edition().snapshot();
    int written = 0;
    for (Map<String, Resource> layer :
        List.of(snapshot.files(), snapshot.posts(), snapshot.table())) {
      for (Map.Entry<String, Resource> each : layer.entrySet()) {
        written += write(directory, each.getKey(), each.getValue()) ? 1 : 0;
      }
    }
    return written;
  }

  private static boolean write(Path directory, String path, Resource resource) throws IOException {
    String relative = path.substring(1);
    Path file =
        directory.resolve(path.endsWith("/") ? relative + "index.html" : relative).normalize();
    if (!file.startsWith(directory)) {
      return false;
    }
    if (resource instanceof StoredFile stored) {
      Files.createDirectories(file.getParent());
      Files.copy(stored.file(), file, StandardCopyOption.REPLACE_EXISTING);
      return true;
    }
    Representation representation = representation(resource);
    if (representation == null) {
      return false;
    }
    // A feed at a path that ends in "/" would be served as a page by a server of files.
    boolean misplaced = path.endsWith("/") && representation.freshness() == Freshness.FEED;
    if (misplaced) {
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
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      while (body.hasRemaining()) {
        channel.write(body);
      }
    }
  }

  @Override
  public void close() {
    renderers.shutdownNow();
    workers.shutdownNow();
  }
}
