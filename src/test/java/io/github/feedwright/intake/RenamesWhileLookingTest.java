package io.github.feedwright.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.intake.reading.KeptReadings;
import io.github.feedwright.intake.state.FileState;
import io.github.feedwright.library.Posts;
import io.github.feedwright.post.Post;
import io.github.feedwright.post.author.Authors;
import io.github.feedwright.post.reading.PostParser;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.source.FileEvent;
import io.github.feedwright.source.SourceTree;
import io.github.feedwright.web.cache.LastModifiedClock;
import io.github.feedwright.web.cache.RepresentationCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Files are renamed at every moment at which the ingester reads the clock: before, between and
 * after its looks at them.
 */
final class RenamesWhileLookingTest {
  private static final Instant NOW = Instant.parse("2030-05-05T12:00:00Z");

  /** More than the number of times that the clock is read for all of the renames. */
  private static final int MOMENTS = 9;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "away and back, a>t t>a, a.md id-a|b.md id-b",
    "away and to a third name, a>t t>c, b.md id-b|c.md id-a",
    "away and back and away, a>t t>a a>u, b.md id-b|u.md id-a",
    "two away and one back, a>t b>u t>a, a.md id-a|u.md id-b",
    "a swap, a>t b>a t>b, a.md id-b|b.md id-a"
  })
  void aPostThatIsRenamedMeanwhileIsOnePost(String what, String moves, String last)
      throws Exception {
    List<String[]> all = new ArrayList<>();
    for (String move : moves.split(" ", -1)) {
      all.add(move.split(">", -1));
    }
    schedule(what, all, new int[all.size()], 0, last);
  }

  /** Every way to spread the renames over the moments. */
  private void schedule(String what, List<String[]> moves, int[] at, int next, String last)
      throws IOException {
    if (next == moves.size()) {
      new Run(Files.createTempDirectory(folder, "run"), moves, at).run(what, last);
      return;
    }
    for (int moment = next == 0 ? 0 : at[next - 1]; moment < MOMENTS; moment++) {
      at[next] = moment;
      schedule(what, moves, at, next + 1, last);
    }
  }

  private static final class Run {
    private final Path posts;
    private final List<String[]> moves;
    private final int[] at;
    private final FileState fileState = new FileState();
    private final FileIngester ingester;
    private final List<Signal.Touched> events = new ArrayList<>();
    private int moment;
    private int moved;

    Run(Path posts, List<String[]> moves, int[] at) throws IOException {
      this.posts = posts;
      this.moves = moves;
      this.at = at.clone();
      Settings settings = Posts.settings();
      this.ingester =
          new FileIngester(
              settings,
              new SourceTree(posts),
              new PostParser(settings, Authors.none()),
              KeptReadings.none(),
              fileState,
              new RepresentationCache(
                  Runnable::run, Runnable::run, new LastModifiedClock(), Set.of()));
      for (String name : List.of("a", "b")) {
        Path file = posts.resolve(name + ".md");
        Files.writeString(
            file, "---\ndate: 2020-01-01\nguid: id-%s\n---\nText %s.\n".formatted(name, name));
        Files.setLastModifiedTime(file, FileTime.from(NOW.minusSeconds(60)));
        ingester.ingest(List.of(new Signal.Touched(name + ".md", FileEvent.APPEARED)), () -> NOW);
      }
    }

    private Instant clock() {
      while (moved < moves.size() && at[moved] <= moment) {
        move(moves.get(moved)[0] + ".md", moves.get(moved)[1] + ".md");
        moved++;
      }
      moment++;
      return NOW;
    }

    private void move(String from, String to) {
      try {
        Files.move(posts.resolve(from), posts.resolve(to), StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      events.add(new Signal.Touched(from, FileEvent.REMOVED));
      events.add(new Signal.Touched(to, FileEvent.APPEARED));
    }

    void run(String what, String last) {
      List<String> seen = new ArrayList<>();
      for (int round = 0; round < 2 * MOMENTS; round++) {
        List<Signal.Touched> batch = List.copyOf(events);
        events.clear();
        ingester.ingest(batch, this::clock);
        seen.add(String.join("|", known()));
        assertThat(guids())
            .as("%s at %s: %s", what, Arrays.toString(at), seen)
            .containsExactlyInAnyOrder("id-a", "id-b");
      }
      ingester.ingest(List.of(), () -> NOW.plusSeconds(3));
      assertThat(known())
          .as("%s at %s: %s", what, Arrays.toString(at), seen)
          .containsExactly(last.split("\\|", -1));
    }

    private List<String> guids() {
      return fileState.posts().stream()
          .map(post -> String.valueOf(post.identity().guid()))
          .toList();
    }

    private List<String> known() {
      return fileState.posts().stream()
          .map((Post post) -> post.path() + " " + post.identity().guid())
          .sorted()
          .toList();
    }
  }
}
