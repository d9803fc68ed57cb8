package io.github.feedwright.cli;

import io.github.feedwright.cli.option.CannotRun;
import io.github.feedwright.setup.SiteFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Creates a site. */
@Command(
    name = "init",
    description = {
      "Writes a configuration, two posts and an authors file into a directory.",
      "In the directory of another generator's site, writes a configuration that takes what it can"
          + " from the generator's. Nothing is overwritten."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class InitCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "The directory; created if missing.")
  private @Nullable Path directory;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws CannotRun {
    Path target = Objects.requireNonNull(directory);
    try {
      SiteFolder.init(target, LocalDate.now(Clock.systemUTC()))
          .forEach(Objects.requireNonNull(spec).commandLine().getOut()::println);
    } catch (IOException e) {
      throw new CannotRun(target + ": cannot be written: " + e.getMessage());
    }
    return 0;
  }
}
