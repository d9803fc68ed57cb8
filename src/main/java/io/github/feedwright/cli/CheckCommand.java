package io.github.feedwright.cli;

import io.github.feedwright.cli.option.CacheOptions;
import io.github.feedwright.cli.option.CannotRun;
import io.github.feedwright.cli.option.Configuration;
import io.github.feedwright.cli.report.CheckReport;
import io.github.feedwright.cli.report.Counts;
import io.github.feedwright.cli.report.GeneratorLine;
import io.github.feedwright.cli.report.ProblemJson;
import io.github.feedwright.cli.report.ProgressLine;
import io.github.feedwright.cli.report.UnpublishedReport;
import io.github.feedwright.identity.PublishedPosts;
import io.github.feedwright.intake.state.Unpublished;
import io.github.feedwright.migration.FormerEntry;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.publish.PublishedMemory;
import io.github.feedwright.publish.once.SiteCheck;
import io.github.feedwright.publish.once.SiteIds;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.store.CacheStore;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Reads and renders every post, and reports what is not understood. */
@Command(
    name = "check",
    description = "Reports what is not understood, by file and line, and how to fix it.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {
      "",
      "Exit status: 0 without errors and warnings, 1 with some, 2 if it could not run."
    })
final class CheckCommand implements Callable<Integer> {
  private static final int PROBLEMS = 1;

  @Mixin private Configuration configuration = new Configuration();
  @Mixin private CacheOptions cache = new CacheOptions();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "How problems are printed: ${COMPLETION-CANDIDATES}.",
      defaultValue = "text")
  private Format format = Format.text;

  @Option(
      names = "--notes",
      description = "Also prints notes: what readers hardly notice, and you may leave.")
  private boolean notes;

  @Option(
      names = "--against",
      paramLabel = "OLD-FEED",
      description =
          "A feed as subscribers have it now: it is a problem if more than a few posts would be"
              + " shown to them as new again.")
  private @Nullable Path against;

  @Option(
      names = "--unpublished",
      description = "Lists the files that are not published, and why, instead of problems.")
  private boolean isUnpublished;

  @Spec private @Nullable CommandSpec spec;

  /** How problems are printed; the names are the values of the option. */
  enum Format {
    /** {@code file:line: level: message}, one per line. */
    text,
    /** A JSON array of objects. */
    json
  }

  @Override
  public Integer call() throws CannotRun {
    Settings settings = cache.settings(configuration.read());
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    err.println(GeneratorLine.of(settings));
    err.flush();
    if (isUnpublished) {
      printUnpublished(settings);
      return 0;
    }
    SiteCheck.Found found;
    List<Problem> problems = new ArrayList<>();
    try (ProgressLine progress = ProgressLine.of("Checking post");
        PublishedMemory shown = cache.published(configuration, settings);
        CacheStore store = cache.store()) {
      found =
          SiteCheck.of(
              settings,
              Clock.systemUTC(),
              store,
              against == null ? shown.read() : shownBy(against, settings, store),
              progress);
      problems.addAll(found.problems());
      problems.addAll(shown.problems(settings));
      problems.sort(null);
    }
    PrintWriter out = spec.commandLine().getOut();
    CheckReport report = new CheckReport(problems, notes);
    if (format == Format.json) {
      out.println(ProblemJson.of(report.shown()));
    } else {
      report.lines().forEach(out::println);
    }
    out.flush();
    printCounts(err, found);
    err.println(report.summary());
    return report.isGood() ? 0 : PROBLEMS;
  }

  private void printUnpublished(Settings settings) {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    List<Unpublished> unpublished;
    try (CacheStore store = cache.store()) {
      unpublished = SiteCheck.unpublished(settings, Clock.systemUTC(), store);
    }
    UnpublishedReport report = new UnpublishedReport(unpublished);
    if (format == Format.json) {
      out.println(report.json());
    } else {
      report.lines().forEach(out::println);
    }
    out.flush();
  }

  private static void printCounts(PrintWriter err, SiteCheck.Found found) {
    err.println("Published: " + Counts.count(found.posts(), "post"));
    String rest = new UnpublishedReport(found.unpublished()).summary();
    if (rest != null) {
      err.println(rest);
    }
  }

  private static PublishedPosts shownBy(Path feed, Settings settings, CacheStore store)
      throws CannotRun {
    List<FormerEntry> entries = AdoptCommand.read(feed).entries();
    return SiteIds.of(settings, Clock.systemUTC(), store, PublishedPosts.NONE).shownBy(entries);
  }
}
