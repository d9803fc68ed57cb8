package io.github.feedwright.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** The real thing, on a repository of the test's own. */
record Git(Path directory) {
  boolean isThere() {
    try {
      return new ProcessBuilder("git", "--version").start().waitFor() == 0;
    } catch (IOException absent) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  void commitAll(String message) {
    run("add", "-A");
    run("-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-q", "-m", message);
  }

  void run(String... words) {
    try {
      ProcessBuilder builder = new ProcessBuilder("git");
      builder.command().addAll(List.of(words));
      Process process = builder.directory(directory.toFile()).inheritIO().start();
      assertThat(process.waitFor()).as(String.join(" ", words)).isZero();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
