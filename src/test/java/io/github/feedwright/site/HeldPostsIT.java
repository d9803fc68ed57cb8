package io.github.feedwright.site;

import static io.github.feedwright.site.RunningSite.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A mistake with many dates changes nothing for readers, and stops nothing. */
@Timeout(180)
final class HeldPostsIT {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final int COUNT = 300;

  @TempDir private Path posts;

  private void write(LocalDate first) throws Exception {
    for (int number = 0; number < COUNT; number++) {
      String text = "---\ntitle: Post %d\ndate: %s\n---\nText %1$d.\n";
      RunningSite.write(
          posts, "%03d.md".formatted(number), text.formatted(number, first.plusDays(number)));
    }
  }

  @Test
  void manyPostsWithOtherDatesAreHeldAndShownInHealthWhileANewOneIsPublished() throws Exception {
    write(LocalDate.of(2020, 1, 1));
    try (RunningSite site =
        RunningSite.on(posts, "feeds: {formats: [atom]}\n", Clock.systemUTC())) {
      within(SOON, () -> site.publisher().health().watching().equals("watching"));
      String before = site.body("/atom.xml");
      assertThat(site.body("/healthz")).doesNotContain("held");

      write(LocalDate.of(1990, 1, 1));
      within(SOON, () -> site.body("/healthz").contains("\"held\":{\"count\":300,"));
      assertThat(site.body("/atom.xml")).isEqualTo(before);
      assertThat(site.body("/healthz"))
          .containsPattern(
              "\"held\":\\{\"count\":300,\"posts\":\\[\"000.md\",\"001.md\",.*,\"099.md\"],\"token\":\"[0-9a-f]{8}\"}");

      site.save("new.md", "---\ntitle: New\ndate: 2024-01-01\n---\nNews.\n");
      within(SOON, () -> site.body("/atom.xml").contains(">New<"));
      assertThat(site.body("/atom.xml")).doesNotContain("<published>199");
    }
  }
}
