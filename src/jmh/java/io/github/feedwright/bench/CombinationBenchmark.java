package io.github.feedwright.bench;

import io.github.feedwright.format.FeedFormats;
import io.github.feedwright.library.Library;
import io.github.feedwright.post.Post;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.settings.SettingsReader;
import io.github.feedwright.settings.SettingsResult;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** An edit among 10,000 posts compares the post with each combination, and touches what holds. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
public class CombinationBenchmark {
  private static final int POSTS = 10_000;

  /** How many combinations are configured. One of 100 chooses the edited post. */
  @Param({"0", "100"})
  public int combinations;

  private Library library = Library.empty(SamplePosts.SETTINGS, path -> false);
  private Post edited = SamplePosts.edited(0);

  @Setup
  public void fill() {
    library = Library.empty(settings(combinations), path -> false);
    for (int number = 0; number < POSTS; number++) {
      library = library.with(SamplePosts.post(number));
    }
    edited = SamplePosts.edited(POSTS / 2);
  }

  private static Settings settings(int combinations) {
    StringBuilder yaml = new StringBuilder("feeds:\n  combinations:\n");
    for (int number = 0; number < combinations; number++) {
      yaml.append(
          "    s%1$d: {all: [tag/t%1$d], any: [category/c0, author/ada]}\n".formatted(number));
    }
    SettingsResult read =
        SettingsReader.read(
            combinations == 0 ? "feeds: {}" : yaml.toString(),
            "x",
            Path.of(""),
            FeedFormats.names());
    if (read instanceof SettingsResult.Valid valid) {
      return valid.settings();
    }
    throw new IllegalStateException(read.toString());
  }

  /** One post in place of its former version. */
  @Benchmark
  public Library edit() {
    return library.with(edited);
  }
}
