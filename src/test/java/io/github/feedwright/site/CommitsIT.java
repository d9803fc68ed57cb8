package io.github.feedwright.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.history.Commits;
import io.github.feedwright.problem.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entries whose {@code updated} comes from commits. */
final class CommitsIT {
  private static final String BY_COMMITS = "posts: {updated: git}\n";

  @TempDir Path directory;

  private static String post(String title, String more) {
    return "---\ntitle: " + title + "\ndate: 2020-01-01\n" + more + "---\n" + "text\n".repeat(9);
  }

  @Test
  void aCommitWhileServingIsLiveAndMovesOnlyItsFeeds() throws Exception {
    try (Commits commits = Commits.in(directory)) {
      commits.write("a.md", post("A", "tags: [x]\n")).write("b.md", post("B", "tags: [y]\n"));
      commits.commit("2020-01-02T00:00:00Z");
      try (RunningSite site = RunningSite.on(directory, BY_COMMITS, Clock.systemUTC())) {
        assertThat(site.body("/tags/x/atom.xml")).contains("<updated>2020-01-01T00:00:00");
        String other = site.validators("/tags/y/atom.xml");

        commits.write("a.md", post("A", "tags: [x]\n") + "more\n");
        commits.commit("2021-03-04T05:06:07-03:00");

        RunningSite.within(
            Duration.ofSeconds(10),
            () ->
                site.body("/tags/x/atom.xml")
                    .matches("(?s).*<updated>2021-03-04T05:06:07[.\\d]*-03:00.*"));
        assertThat(site.body("/tags/x/atom.xml")).contains("<published>2020-01-01T00:00:00");
        assertThat(site.validators("/tags/y/atom.xml")).isEqualTo(other);
      }
    }
  }

  @Test
  void aDateTooFarAheadCountsWhenItsTimeComesWithoutAnotherCommit() throws Exception {
    SettableClock clock = new SettableClock("2026-01-01T12:00:00Z");
    try (Commits commits = Commits.in(directory)) {
      commits.write("a.md", post("A", "")).commit("2020-01-02T00:00:00Z");
      commits.write("a.md", post("A", "") + "more\n").commit("2026-01-01T13:00:00Z");
      try (RunningSite site = RunningSite.on(directory, BY_COMMITS, clock)) {
        assertThat(site.body("/atom.xml")).contains("<updated>2020-01-01T00:00:00");

        clock.set("2026-01-01T12:50:00Z");

        RunningSite.within(
            Duration.ofSeconds(10),
            () -> site.body("/atom.xml").contains("<updated>2026-01-01T13:00:00"));
      }
    }
  }

  @Test
  void whileARepositoryCannotBeReadItsLastDatesStay() throws Exception {
    SettableClock clock = new SettableClock("2026-01-01T12:00:00Z");
    Path git = directory.resolve(".git");
    try (Commits commits = Commits.in(directory)) {
      commits.write("a.md", post("A", "")).commit("2020-01-02T00:00:00Z");
      commits.write("a.md", post("A", "") + "more\n").commit("2021-03-04T05:06:07Z");
      try (RunningSite site = RunningSite.on(directory, BY_COMMITS, clock)) {
        Files.move(git, directory.resolve(".elsewhere"));
        RunningSite.within(
            Duration.ofSeconds(10),
            () -> site.publisher().health().problems().containsKey(Kind.CONFIGURATION));
        assertThat(site.body("/atom.xml")).contains("<updated>2021-03-04T05:06:07");

        Files.move(directory.resolve(".elsewhere"), git);
        RunningSite.within(
            Duration.ofSeconds(10),
            () -> !site.publisher().health().problems().containsKey(Kind.CONFIGURATION));
        assertThat(site.body("/atom.xml")).contains("<updated>2021-03-04T05:06:07");
      }
    }
  }

  @Test
  void manyNewDatesThatComeAtOnceAreHeld() throws Exception {
    try (Commits commits = Commits.in(directory)) {
      for (int i = 0; i < 15; i++) {
        commits.write("p" + i + ".md", post("P" + i, ""));
      }
      commits.commit("2020-01-02T00:00:00Z");
      for (int i = 0; i < 15; i++) {
        commits.write("p" + i + ".md", post("P" + i, "") + "more\n");
      }
      try (RunningSite site = RunningSite.on(directory, BY_COMMITS, Clock.systemUTC())) {
        commits.commit("2021-03-04T05:06:07Z");

        RunningSite.within(
            Duration.ofSeconds(30),
            () -> site.publisher().health().problems().containsKey(Kind.GUARD));
        assertThat(site.body("/atom.xml")).doesNotContain("2021-03-04");
      }
    }
  }

  @Test
  void theFirstSnapshotHasTheDatesOfCommitsAndAuthorsWin() throws Exception {
    try (Commits commits = Commits.in(directory)) {
      String modified = "modified: 2020-05-05T00:00:00Z\n";
      commits.write("a.md", post("A", "")).write("b.md", post("B", modified));
      commits.commit("2020-01-02T00:00:00Z");
      commits.write("a.md", post("A", "") + "1").write("b.md", post("B", modified) + "1");
      commits.commit("2020-06-06T00:00:00Z");
      try (RunningSite site = RunningSite.on(directory, BY_COMMITS, Clock.systemUTC())) {
        assertThat(site.body("/atom.xml"))
            .contains("<updated>2020-06-06T00:00:00", "<updated>2020-05-05T00:00:00");
      }
      try (RunningSite site = RunningSite.on(directory)) {
        assertThat(site.body("/atom.xml")).doesNotContain("2020-06-06");
      }
    }
  }

  @Test
  void whereNoRepositoryHoldsThePostsAuthorsDateThemAndOneProblemSaysSo() throws Exception {
    RunningSite.write(directory, "a.md", post("A", ""));
    try (RunningSite site = RunningSite.on(directory, BY_COMMITS, Clock.systemUTC())) {
      assertThat(site.body("/atom.xml")).contains("<updated>2020-01-01T00:00:00");
      assertThat(site.publisher().health().problems()).isEqualTo(Map.of(Kind.CONFIGURATION, 1));
    }
  }
}
