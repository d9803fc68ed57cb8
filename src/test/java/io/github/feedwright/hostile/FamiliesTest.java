package io.github.feedwright.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Families of texts that cost parsers more than they are long, as Markdown and as HTML: each gives
 * harmless HTML, before long. {@code -Phostile} takes them at the length of the largest post.
 */
@Execution(ExecutionMode.CONCURRENT)
final class FamiliesTest {
  private static final int LENGTH = Integer.getInteger("hostile.length", 3_000);

  /** Several times what any of them takes; to have no end is what this is about. */
  private static final Duration SOON = Duration.ofSeconds(60);

  /** In bytes: that of the threads which render. */
  private static final long STACK = 256L << 20;

  static Stream<Family> families() {
    return Stream.concat(MarkdownFamilies.all().stream(), HtmlFamilies.all().stream());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("families")
  void aHostileTextGivesHarmlessHtmlBeforeLong(Family family) {
    FutureTask<?> rendering =
        new FutureTask<>(() -> Invariants.content(family.text().apply(LENGTH)), null);
    Thread thread = new Thread(null, rendering, "render", STACK);
    thread.setDaemon(true);
    thread.start();
    assertThatCode(() -> rendering.get(SOON.toSeconds(), TimeUnit.SECONDS))
        .doesNotThrowAnyException();
  }

  @Test
  void theFamiliesDiffer() {
    assertThat(families().map(Family::name).toList())
        .doesNotHaveDuplicates()
        .hasSizeGreaterThan(400);
  }
}
