package io.github.feedwright.cli;

import io.github.feedwright.edition.store.RenderingStore;
import io.github.feedwright.publish.StaticBuild;
import io.github.feedwright.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the site into files, for a static file server. */
@Command(
    name = "build",
    description = "Writes every feed and page into a directory.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class BuildCommand implements Callable<Integer> {
  private static final String LEFT_OUT =
      " is not written, because another path needs a folder or a file of the same name; give one"
          + " of the two another permalink";

  @Mixin private Configuration configuration = new Configuration();
  @Mixin private CacheOptions cache = new CacheOptions();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "The directory to write to; created if missing.")
  private @Nullable Path out;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws CannotRun {
    Settings settings = cache.settings(configuration.read());
    Path target = Objects.requireNonNull(out).toAbsolutePath().normalize();
    try (RenderingStore renderings = cache.renderings();
        StaticBuild build = StaticBuild.of(settings, Clock.systemUTC(), renderings)) {
      StaticBuild.Written written = write(build, target);
      CommandLine command = Objects.requireNonNull(spec).commandLine();
      for (String path : written.leftOut()) {
        command.getErr().println("warning: " + path + LEFT_OUT);
      }
      command
          .getOut()
          .println(
              "Wrote "
                  + Counts.count(written.files(), "file")
                  + " to "
                  + out
                  + ": "
                  + Counts.of(build.health()));
    } catch (IOException e) {
      throw new CannotRun("--out " + out + ": cannot be written: " + e.getMessage());
    }
    return 0;
  }

  private static StaticBuild.Written write(StaticBuild build, Path target) throws IOException {
    try (ProgressLine progress = ProgressLine.of("Writing file")) {
      return build.writeTo(target, progress);
    }
  }
}
