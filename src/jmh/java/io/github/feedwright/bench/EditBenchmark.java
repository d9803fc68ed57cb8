package io.github.feedwright.bench;

import io.github.feedwright.library.Library;
import io.github.feedwright.post.Post;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** An edit costs what it touches, not what there is: hardly more among 100,000 posts. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
public class EditBenchmark {
  /** How many posts there are. */
  @Param({"1000", "100000"})
  public int posts;

  private Library library = Library.empty(SamplePosts.SETTINGS, path -> false);
  private Post edited = SamplePosts.edited(0);

  @Setup
  public void fill() {
    for (int number = 0; number < posts; number++) {
      library = library.with(SamplePosts.post(number));
    }
    edited = SamplePosts.edited(posts / 2);
  }

  /** One post in place of its former version. */
  @Benchmark
  public Library edit() {
    return library.with(edited);
  }
}
