package io.github.feedwright.storm;

import static io.github.feedwright.site.RunningSite.within;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.site.RunningSite;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The configuration that was found where the server began is its own, whatever happens to it. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
final class VanishedConfigurationIT {
  private static final String CONFIGURATION =
      """
      site: {title: Journal, url: "https://blog.example.org/", id: "tag:blog.example.org,2013"}
      posts: {directory: content}
      """;

  @TempDir private Path home;

  @Test
  void aMissingOrEmptyConfigurationIsReportedAndThePreviousOneStays() throws Exception {
    RunningSite.write(home, "config.yaml", CONFIGURATION);
    RunningSite.write(home, "content/2014-01-01-a.md", "---\ntitle: A\n---\nText.\n");
    try (ServerProcess server = ServerProcess.in(home)) {
      for (String change : new String[] {"", null, CONFIGURATION.replace("Journal", "Diary")}) {
        if (change == null) {
          Files.delete(home.resolve("config.yaml"));
        } else {
          RunningSite.write(home, "config.yaml", change);
        }
        boolean isGood = change != null && !change.isEmpty();
        within(
            Sizes.TIME_LIMIT,
            () -> server.body("/healthz").contains("\"configuration\"") != isGood);
        assertThat(server.body("/atom.xml")).contains("tag:blog.example.org,2013:2014-01-01-a");
      }
      within(Sizes.TIME_LIMIT, () -> server.body("/atom.xml").contains("Diary"));
    }
  }

  @Test
  void aConfigurationThatComesOnlyAfterTheStartIsTaken() throws Exception {
    RunningSite.write(home, "content/2014-01-01-a.md", "---\ntitle: A\n---\nText.\n");
    try (ServerProcess server = ServerProcess.in(home)) {
      assertThat(server.body("/atom.xml")).contains("tag:localhost,2000:2014-01-01-a");
      RunningSite.write(home, "config.yaml", CONFIGURATION);
      within(Sizes.TIME_LIMIT, () -> server.body("/atom.xml").contains("Journal"));
      Files.delete(home.resolve("config.yaml"));
      within(Sizes.TIME_LIMIT, () -> server.body("/healthz").contains("\"configuration\""));
      assertThat(server.body("/atom.xml")).contains("tag:blog.example.org,2013:2014-01-01-a");
    }
  }
}
