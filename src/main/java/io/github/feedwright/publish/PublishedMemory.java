package io.github.feedwright.publish;

import io.github.feedwright.file.PrivateFile;
import io.github.feedwright.identity.PublishedPosts;
import io.github.feedwright.identity.PublishedPostsText;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.text.Sha256;
import io.github.feedwright.thread.Threads;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What readers were shown, in a file that the next start reads: so it sees which posts were
 * renamed, and which dates were changed, while no server ran. A cache: without it, ids are the
 * same.
 *
 * <p>Threads: {@code publish}, or {@code main} where it builds, hands over what it has published,
 * {@code memory} writes it, and {@code shutdown} or {@code main} writes what is left.
 */
public final class PublishedMemory implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PublishedMemory.class);

  /** A large site is not written again for every edit. */
  private static final long SECONDS_BETWEEN = 2;

  private final @Nullable Path file;
  private final PublishedNotes notes;
  private final ScheduledExecutorService writer = Threads.scheduler("memory");
  private @Nullable PublishedPosts unwritten;
  private @Nullable Future<?> writing;
  private PublishedPosts last = PublishedPosts.NONE;

  private PublishedMemory(@Nullable Path file) {
    this.file = file;
    this.notes =
        new PublishedNotes(
            file == null ? null : file.resolveSibling(file.getFileName() + ".notes"));
  }

  /** A memory that is empty and stores nothing. */
  public static PublishedMemory none() {
    return new PublishedMemory(null);
  }

  /**
   * The memory of one configuration of a directory.
   *
   * @param folder the folder of memories; created when there is something to store
   * @param posts the posts directory
   * @param configuration the configuration file, or null: another one may give other ids
   */
  public static PublishedMemory in(Path folder, Path posts, @Nullable Path configuration) {
    try {
      String name =
          Sha256.ofTexts(
              posts.toRealPath().toString(),
              configuration == null ? "" : configuration.toRealPath().toString());
      return new PublishedMemory(folder.resolve("published-" + name + ".tsv"));
    } catch (IOException nowhere) {
      return none();
    }
  }

  /** For people: what a start without a memory means. */
  public String unknownMessage() {
    return "It is not known what was published before: at this start, nothing is held back and no"
        + " renamed file is recognised."
        + (file == null ? " Name a folder with --cache DIR to remember it." : "");
  }

  /** Which notes readers were shown. */
  public PublishedNotes notes() {
    return notes;
  }

  /** Warnings about what readers will see if this configuration replaces the published one. */
  public List<Problem> problems(Settings settings) {
    boolean isKnown = file != null && Files.exists(file);
    Problem problem = isKnown ? notes.problem(settings.notes()) : null;
    return problem == null ? List.of() : List.of(problem);
  }

  /** What readers were shown last; nothing if that is unknown. */
  public PublishedPosts read() {
    try {
      return file == null
          ? PublishedPosts.NONE
          : PublishedPostsText.read(Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException absent) {
      return PublishedPosts.NONE;
    }
  }

  /** Keeps what readers are shown from now on; it is written a little later. */
  public synchronized void keep(PublishedPosts posts) {
    if (file == null || posts == last) {
      return;
    }
    if (unwritten == null && !writer.isShutdown()) {
      writing = writer.schedule(this::write, SECONDS_BETWEEN, TimeUnit.SECONDS);
    }
    unwritten = posts;
    last = posts;
  }

  private void write() {
    PublishedPosts posts = take();
    if (file == null || posts == null) {
      return;
    }
    try {
      PrivateFile.replace(file, PublishedPostsText.write(posts).getBytes(StandardCharsets.UTF_8));
    } catch (IOException | UnsupportedOperationException e) {
      LOG.debug("{} cannot be written: the next start sees no renames", file, e);
    }
  }

  private synchronized @Nullable PublishedPosts take() {
    PublishedPosts posts = unwritten;
    unwritten = null;
    return posts;
  }

  private synchronized void cancel() {
    if (writing != null) {
      writing.cancel(false);
    }
  }

  /** Writes what is not written yet. */
  @Override
  public void close() {
    cancel();
    writer.shutdown();
    write();
  }
}
