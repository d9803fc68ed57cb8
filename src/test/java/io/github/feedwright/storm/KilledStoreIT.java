package io.github.feedwright.storm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.content.Content;
import io.github.feedwright.edition.store.Renderings;
import io.github.feedwright.library.Library;
import io.github.feedwright.library.Posts;
import io.github.feedwright.post.Post;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.site.RunningSite;
import io.github.feedwright.store.CacheStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it keeps renderings leaves those that it had kept, all right. */
@Timeout(600)
final class KilledStoreIT {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
  private static final Settings SETTINGS = Posts.settings();
  private static final Library NOTHING = Posts.emptyLibrary(SETTINGS);

  @TempDir private Path folder;

  private static CacheStore store(Path folder) {
    return CacheStore.in(folder, "this", CLOCK);
  }

  private static Post post(int number) {
    return Posts.post(SETTINGS, "2014-04-04-" + number + ".md", "title: One", "Text " + number);
  }

  private static String address(int number) {
    return "https://example.org/" + number + "/";
  }

  /** Of 5 to 15 KB, so that most take several pages of the file. */
  private static Content content(int number) {
    String html = ("<p>Words of post " + number + ".</p>\n").repeat(200 + number % 400);
    return new Content(html, null, "Summary " + number, null, List.of(), Set.of(), List.of());
  }

  private static Map<String, byte[]> several(int number) {
    Map<String, byte[]> several = new HashMap<>();
    for (int i = 0; i < 5; i++) {
      several.put(number + "-" + i, ("Bytes of " + number + ". ").repeat(300 * i).getBytes(UTF_8));
    }
    return several;
  }

  /** The process: it says how many it has kept. */
  public static void main(String... arguments) {
    int first = Integer.parseInt(arguments[1]);
    try (CacheStore store = store(Path.of(arguments[0]))) {
      Renderings renderings = Renderings.of(store, SETTINGS);
      for (int number = first; number < first + 100_000; number++) {
        renderings.keep(post(number), address(number), content(number));
        store.keepAll("several" + first, several(number), List.of());
        System.out.println(number);
      }
    }
  }

  @Test
  void whatAKilledProcessHadKeptIsThereAndRight() throws Exception {
    Random random = new Random(15);
    int kills = Sizes.of(3, 100);
    for (int times = 0; times < kills; times++) {
      int first = times * 100_000;
      int last = writeUntilKilled(first, random.nextInt(100));
      try (CacheStore store = store(folder.resolve("cache"))) {
        Renderings renderings = Renderings.of(store, SETTINGS);
        for (int number = first; number <= last; number++) {
          assertThat(find(renderings, number)).isEqualTo(content(number));
        }
        Map<String, byte[]> several = new HashMap<>();
        store.findAll("several" + first, (key, bytes) -> several.put(key, rest(bytes)));
        for (int number = first; number <= last; number++) {
          assertThat(several).containsAllEntriesOf(several(number));
        }
        assertThat(several.size() % 5).isZero();
        // It may have been killed before it said so.
        assertThat(find(renderings, last + 1)).isIn(null, content(last + 1));
        assertThat(find(renderings, last + 2)).isNull();
        renderings.keep(post(last + 3), address(last + 3), content(last + 3));
        assertThat(find(renderings, last + 3)).isEqualTo(content(last + 3));
      }
    }
  }

  private static byte[] rest(ByteBuffer bytes) {
    byte[] rest = new byte[bytes.remaining()];
    bytes.get(rest);
    return rest;
  }

  private static @Nullable Content find(Renderings renderings, int number) {
    return renderings.find(post(number), address(number), NOTHING);
  }

  /** Returns the last that it said to have kept. */
  private int writeUntilKilled(int first, int millis) throws IOException, InterruptedException {
    Path said = Files.createTempFile(folder, "said", ".txt");
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                KilledStoreIT.class.getName(),
                folder.resolve("cache").toString(),
                "" + first)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectOutput(said.toFile())
            .start();
    RunningSite.within(Sizes.TIME_LIMIT, () -> Files.size(said) > 0);
    assertThat(writer.waitFor(millis, TimeUnit.MILLISECONDS)).isFalse();
    writer.destroyForcibly().waitFor();
    List<String> numbers = Files.readAllLines(said);
    return Integer.parseInt(numbers.get(numbers.size() - 1));
  }
}
