package io.github.feedwright.storm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.identity.PublishedPosts;
import io.github.feedwright.output.SiteFiles;
import io.github.feedwright.publish.once.StaticBuild;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.site.RunningSite;
import io.github.feedwright.store.CacheStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A build that is killed at any instant leaves each file as it was, or as it was to become. */
@Timeout(1800)
final class KilledBuildIT {
  private static final Logger LOG = LoggerFactory.getLogger(KilledBuildIT.class);
  private static final int POSTS = Sizes.of(40, 150);

  @TempDir private Path posts;
  @TempDir private Path parent;

  private Map<String, String> built(Path out) throws IOException {
    Settings settings = RunningSite.settings(posts, "");
    try (SiteFiles files = SiteFiles.in(out, settings, false, false);
        StaticBuild build =
            StaticBuild.of(settings, Clock.systemUTC(), CacheStore.none(), PublishedPosts.NONE)) {
      files.write(build.snapshot(), settings, (done, all) -> {});
    }
    return contents(out);
  }

  /** The site's files, without what build keeps for itself. */
  private static Map<String, String> contents(Path directory) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        String name = directory.relativize(each).toString();
        if (!name.startsWith(".feedwright/")) {
          contents.put(name, Files.readString(each, StandardCharsets.ISO_8859_1));
        }
      }
    } catch (NoSuchFileException never) {
      return contents;
    }
    return contents;
  }

  /** Half of the posts change, some go, some come. */
  private void write(int version) throws IOException {
    try (Stream<Path> all = Files.list(posts)) {
      for (Path each : all.filter(file -> file.toString().endsWith(".md")).toList()) {
        Files.delete(each);
      }
    }
    for (int number = version % 2 * 20; number < POSTS + version % 2 * 20; number++) {
      StormPosts.write(posts, number, 1, "v" + (number % 2 == 0 ? version : 0));
    }
  }

  @Test
  void everyFileIsTheFormerOrTheLatter() throws Exception {
    Random random = new Random(16);
    Path out = parent.resolve("out");
    write(0);
    Files.writeString(
        parent.resolve("config.yaml"),
        "site: {title: Example Journal, url: \"https://blog.example.org/\", id: \"tag:blog.example.org,2013\","
            + " author: {name: Ada Example, email: ada@example.org}}\nposts: {directory: "
            + posts
            + "}\n");
    Map<String, String> former = built(out);
    int seen = 0;
    for (int times = 1; times <= Sizes.of(2, 50); times++) {
      write(times);
      Map<String, String> latter = built(parent.resolve("fresh" + times));
      FileTime before = manifest(out);
      Process build = start(out);
      awaitAnnouncement(out, before);
      build.waitFor(random.nextInt(Sizes.of(30, 150)), TimeUnit.MILLISECONDS);
      build.destroyForcibly().waitFor();
      Map<String, String> found = contents(out);
      found.keySet().removeIf(name -> name.endsWith(".feedwright-new"));
      seen += found.equals(latter) ? 0 : 1;
      for (Map.Entry<String, String> each : found.entrySet()) {
        assertThat(each.getValue())
            .as(each.getKey())
            .isIn(former.get(each.getKey()), latter.get(each.getKey()));
      }
      for (String name : former.keySet()) {
        assertThat(found.containsKey(name) || !latter.containsKey(name)).as(name).isTrue();
      }
      assertThat(built(out)).isEqualTo(latter);
      former = latter;
    }
    LOG.info("{} of these builds were killed in the middle", seen);
  }

  /** Starting the program takes most of its time: until it has said what it will write. */
  private static void awaitAnnouncement(Path out, FileTime before) {
    RunningSite.within(Sizes.TIME_LIMIT, () -> !manifest(out).equals(before));
  }

  private static FileTime manifest(Path out) throws IOException {
    return Files.getLastModifiedTime(out.resolve(".feedwright/files.txt"));
  }

  private Process start(Path out) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx256m");
    command.addAll(Sizes.JVM);
    command.addAll(ClassArchive.options());
    command.addAll(List.of("io.github.feedwright.cli.Main", "build", "--out", out.toString()));
    command.addAll(List.of("--config", parent.resolve("config.yaml").toString()));
    return new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
