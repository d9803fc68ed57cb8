package io.github.feedwright.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.format.JsonDocument;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.problem.ProblemLog;
import io.github.feedwright.settings.LogSettings;
import io.github.feedwright.settings.LogSettings.Format;
import io.github.feedwright.settings.LogSettings.Level;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lines on standard error, which a whole process shares. */
@Isolated
final class LogOutputTest {
  private static final Logger OURS = LoggerFactory.getLogger("io.github.feedwright.publish.Any");
  private static final Logger THEIRS = LoggerFactory.getLogger("org.eclipse.jetty.server.Server");

  private final PrintStream before = System.err;
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  @BeforeEach
  void capture() {
    System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void restore() {
    System.setErr(before);
    LogOutput.use(LogSettings.DEFAULT);
  }

  private List<String> lines() {
    return written.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void aLineHasTheDateWithItsOffsetTheLevelAndTheMessage() {
    LogOutput.use(LogSettings.DEFAULT);
    OURS.info("published {} posts in Straße", 2);
    OURS.warn("watching is slow");

    assertThat(lines()).hasSize(2);
    assertThat(lines().get(0)).endsWith(" INFO  published 2 posts in Straße");
    assertThat(lines().get(1)).endsWith(" WARN  watching is slow");
    OffsetDateTime when = OffsetDateTime.parse(lines().get(0).split(" ", 2)[0]);
    assertThat(Duration.between(when.toInstant(), Instant.now()))
        .isBetween(Duration.ZERO, Duration.ofMinutes(2));
  }

  @Test
  void aProblemHasItsLevelOnce() {
    new ProblemLog()
        .update(Set.of(Problem.warning("a.md", 3, Kind.FRONT_MATTER, "date: no such day")));

    assertThat(lines()).hasSize(1);
    assertThat(lines().get(0)).endsWith(" WARN  a.md:3: date: no such day");
    assertThat(lines().get(0)).doesNotContain("warning");
  }

  @ParameterizedTest
  @CsvSource({
    "ERROR, our error/their error",
    "WARN, our warn/our error/their warn/their error",
    "INFO, our info/our warn/our error/their warn/their error",
    "DEBUG, our debug/our info/our warn/our error/their warn/their error"
  })
  void theLevelDecidesWhatIsLoggedAndLibrariesOnlyWarn(Level level, String expected) {
    LogOutput.use(new LogSettings(level, Format.TEXT, false));
    sayAll(OURS, "our");
    sayAll(THEIRS, "their");

    assertThat(lines())
        .extracting(line -> line.replaceFirst("^\\S+ +\\S+ +", ""))
        .containsExactly(expected.split("/"));
  }

  private static void sayAll(Logger logger, String whose) {
    logger.debug("{} debug", whose);
    logger.info("{} info", whose);
    logger.warn("{} warn", whose);
    logger.error("{} error", whose);
  }

  @Test
  void inJsonEachLineIsAnObjectTracesIncluded() {
    LogOutput.use(new LogSettings(Level.INFO, Format.JSON, false));
    OURS.info("published \"{}\"", "a\nb");
    OURS.error("failed", new IllegalStateException("broken"));

    assertThat(lines()).hasSize(2);
    Map<String, Object> first = JsonDocument.read(lines().get(0).getBytes(StandardCharsets.UTF_8));
    assertThat(first)
        .containsEntry("level", "INFO")
        .containsEntry("loggerName", OURS.getName())
        .containsEntry("formattedMessage", "published \"a\nb\"")
        .containsKey("threadName");
    assertThat(Long.parseLong(String.valueOf(first.get("timestamp"))))
        .isBetween(System.currentTimeMillis() - 120_000, System.currentTimeMillis());
    Map<String, Object> second = JsonDocument.read(lines().get(1).getBytes(StandardCharsets.UTF_8));
    assertThat(second.get("throwable")).asString().contains("broken", "LogOutputTest");
  }
}
