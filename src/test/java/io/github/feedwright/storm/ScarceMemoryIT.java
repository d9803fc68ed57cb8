package io.github.feedwright.storm;

import static io.github.feedwright.site.RunningSite.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A post that takes more memory than there is costs the others nothing. */
@Timeout(300)
@Execution(ExecutionMode.CONCURRENT)
final class ScarceMemoryIT {
  private static final int MIB = 1 << 20;

  @TempDir private Path temp;
  private Path posts;
  private Path config;

  @BeforeEach
  void writePosts() throws IOException {
    posts = Files.createDirectory(temp.resolve("posts"));
    StormPosts.write(posts, 0, 40, "v0");
    config =
        Files.writeString(
            temp.resolve("config.yaml"),
            "watch: {scan: 2s}\nlimits: {post: 200MiB, html: 200MiB}\n");
  }

  /** The one is not even read, the other cannot be rendered. */
  @ParameterizedTest
  @ValueSource(ints = {150, 8})
  void aPostThatTakesMoreMemoryThanThereIs(int size) throws Exception {
    try (ServerProcess server =
        ServerProcess.of("96m", List.of(), posts, "--config", config.toString())) {
      writeLarge("large.md", size);
      within(Sizes.TIME_LIMIT, () -> body(server, "/healthz").contains("\"problems\":{\""));
      StormPosts.write(posts, 39, 1, "v1");
      within(Sizes.TIME_LIMIT, () -> body(server, "/atom.xml").contains("39/v1 "));
      assertThat(StormPosts.fault(server.body("/atom.xml"))).isEmpty();
      Files.delete(posts.resolve("large.md"));
      within(Sizes.TIME_LIMIT, () -> body(server, "/healthz").contains("\"problems\":{}"));
    }
  }

  /** A request that finds no memory fails or gets no answer; a reader asks again. */
  private static String body(ServerProcess server, String path) {
    return server
        .asks(path)
        .orTimeout(5, TimeUnit.SECONDS)
        .handle((answer, failure) -> answer == null ? "" : answer.body())
        .join();
  }

  private void writeLarge(String name, int size) throws IOException {
    Path beside = temp.resolve(name);
    try (BufferedWriter out = Files.newBufferedWriter(beside)) {
      out.write("---\ntitle: Large\ndate: 2025-01-01\n---\n");
      for (int written = 0; written < size * (MIB / 16); written++) {
        out.write(written % 5 == 4 ? "*some* words\n\n\n\n" : "of `a` *long* p\n");
      }
    }
    Files.move(beside, posts.resolve(name));
  }
}
