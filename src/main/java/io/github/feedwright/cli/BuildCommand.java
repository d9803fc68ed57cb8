package io.github.feedwright.cli;

import io.github.feedwright.cli.option.CacheOptions;
import io.github.feedwright.cli.option.CannotRun;
import io.github.feedwright.cli.option.Configuration;
import io.github.feedwright.cli.option.ConfigurationSource;
import io.github.feedwright.cli.report.BuildReport;
import io.github.feedwright.cli.report.ProgressLine;
import io.github.feedwright.cli.report.WriteFailures;
import io.github.feedwright.edition.Fingerprints;
import io.github.feedwright.edition.MapSnapshot;
import io.github.feedwright.output.BuildCounts;
import io.github.feedwright.output.SiteFiles;
import io.github.feedwright.output.directory.RefusedOutput;
import io.github.feedwright.publish.PublishedMemory;
import io.github.feedwright.publish.Publisher;
import io.github.feedwright.publish.once.StaticBuild;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.store.CacheStore;
import io.github.feedwright.thread.Threads;
import io.github.feedwright.web.Health;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Writes the site into files, for a static file server.
 *
 * <p>Threads: {@code main} writes, {@code shutdown} ends it where it watches.
 */
@Command(
    name = "build",
    description = {
      "Writes every feed and page into a directory, for any static host.",
      "Files that are no longer published are removed; files that build has not written are kept."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class BuildCommand implements Callable<Integer> {
  /** In milliseconds: how long a new edition waits to be written, at most. */
  private static final int POLL = 100;

  private static final int MOST_SECONDS_OF_STOP = 2;

  @Mixin private Configuration configuration = new Configuration();
  @Mixin private CacheOptions cache = new CacheOptions();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "The directory to write to; created if missing.")
  private @Nullable Path out;

  @Option(
      names = "--force",
      description =
          "Writes also into a directory with files that build has not written; they are kept.")
  private boolean isForced;

  @Option(
      names = "--compress",
      description = "Writes .gz and .br files beside others, for servers that look for them.")
  private boolean isCompressed;

  @Option(
      names = "--watch",
      description = "Keeps the directory up to date with the posts until it is stopped.")
  private boolean isWatching;

  @Spec private @Nullable CommandSpec spec;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final WriteFailures failures = new WriteFailures();
  private final CountDownLatch closed = new CountDownLatch(1);

  @Override
  public Integer call() throws CannotRun, InterruptedException {
    // A static host cannot be a hub.
    ConfigurationSource source =
        new ConfigurationSource(configuration, read -> cache.settings(read).withoutOwnHub());
    Settings settings = source.first();
    try (CacheStore store = cache.store();
        PublishedMemory memory = cache.published(configuration, settings);
        SiteFiles files =
            SiteFiles.in(Objects.requireNonNull(out), settings, isForced, isCompressed)) {
      BuildReport.localAddress(settings).ifPresent(err()::println);
      if (isWatching) {
        watch(files, source, settings, memory, store);
      } else {
        buildOnce(files, settings, memory, store);
      }
    } catch (RefusedOutput e) {
      throw new CannotRun("--out " + out + ": " + e.getMessage());
    } catch (IOException e) {
      throw new CannotRun("--out " + out + ": cannot be written: " + e.getMessage());
    } finally {
      closed.countDown();
    }
    return 0;
  }

  /** What the next run must know is written first. */
  private void stop() {
    ended.countDown();
    try {
      closed.await(MOST_SECONDS_OF_STOP, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void buildOnce(
      SiteFiles files, Settings settings, PublishedMemory memory, CacheStore store)
      throws IOException {
    try (StaticBuild build = StaticBuild.of(settings, Clock.systemUTC(), store, memory.read())) {
      compare(files, build);
      BuildCounts written = write(files, build.snapshot(), settings);
      build.keepIn(memory);
      build.losses().forEach(err()::println);
      report(written, build.health());
    }
  }

  private PrintWriter err() {
    return Objects.requireNonNull(spec).commandLine().getErr();
  }

  private void watch(
      SiteFiles files,
      ConfigurationSource source,
      Settings settings,
      PublishedMemory memory,
      CacheStore store)
      throws CannotRun, IOException, InterruptedException {
    try (Publisher publisher =
        Publisher.prepare(settings, source, Clock.systemUTC(), memory, store)) {
      Runtime.getRuntime().addShutdownHook(Threads.thread("shutdown", this::stop));
      publisher.start();
      FirstEdition.of(publisher);
      MapSnapshot last = Objects.requireNonNull(publisher.snapshot());
      report(write(files, last, publisher.settings()), publisher.health());
      while (!ended.await(POLL, TimeUnit.MILLISECONDS) && publisher.isAlive()) {
        Settings now = publisher.settings();
        MapSnapshot next = publisher.snapshot();
        if (next != null
            && (!next.equals(last) || !files.isThere())
            && failures.isTimeToTry()
            && isWritten(files, next, now, publisher)) {
          last = next;
        }
      }
    }
  }

  /** A disk that is full may have room again: what could not be written is tried again. */
  private boolean isWritten(
      SiteFiles files, MapSnapshot snapshot, Settings settings, Publisher publisher) {
    try {
      BuildCounts written = files.write(snapshot, settings, (done, all) -> {});
      if (written.changed() + written.removed() > 0) {
        report(written, publisher.health());
      }
      failures.clear();
      return true;
    } catch (IOException e) {
      failures.add(Objects.requireNonNull(out), e);
      return false;
    }
  }

  private static void compare(SiteFiles files, StaticBuild build) {
    Fingerprints fingerprints = build.fingerprints();
    if (fingerprints != null) {
      try (ProgressLine progress = ProgressLine.of("Comparing file")) {
        files.compare(fingerprints, progress);
      }
    }
  }

  private static BuildCounts write(SiteFiles files, MapSnapshot snapshot, Settings settings)
      throws IOException {
    try (ProgressLine progress = ProgressLine.of("Writing file")) {
      return files.write(snapshot, settings, progress);
    }
  }

  private void report(BuildCounts written, Health health) {
    BuildReport report = new BuildReport(written, health, Objects.requireNonNull(out));
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    report.warnings().forEach(command.getErr()::println);
    command.getErr().flush();
    command.getOut().println(report.summary());
    command.getOut().flush();
  }
}
