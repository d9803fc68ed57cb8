package io.github.feedwright.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.web.cache.CacheLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What posts that want the same id and address cost, however many they are. */
final class NamesakesTest {
  private static final String SITE =
      """
      site: {title: T, url: "https://example.org/", id: "tag:example.org,2013"}
      """;

  @TempDir private Path posts;

  private void write(String path, int minute) throws IOException {
    SteppedSite.write(
        posts, path, "---\ntitle: T\ndate: 2014-01-01 10:%02d\n---\nText.\n".formatted(minute));
  }

  private static List<Problem> clashes(SteppedSite site) {
    return site.problems().stream().filter(problem -> problem.kind() == Kind.CLASH).toList();
  }

  private static Set<Problem> identities(Collection<Problem> problems) {
    Set<Problem> same = Collections.newSetFromMap(new IdentityHashMap<>());
    same.addAll(problems);
    return same;
  }

  @Test
  void aDeletionReportsOnlyTheClashesOfWhatIsDeleted() throws IOException {
    for (int pair = 0; pair < 50; pair++) {
      write("a/post-" + pair + ".md", 1);
      write("b/post-" + pair + ".md", 2);
    }
    try (SteppedSite site = SteppedSite.on(posts, SITE, CacheLimits.USUAL)) {
      Set<Problem> before = identities(clashes(site));
      assertThat(before).hasSize(100);
      site.delete("a/post-7.md");
      Set<Problem> after = identities(clashes(site));
      assertThat(after).hasSize(98).allMatch(before::contains);
      site.write("c/post-3.md", "---\ntitle: T\ndate: 2014-01-01 10:03\n---\nText.\n");
      Set<Problem> last = identities(clashes(site));
      assertThat(last).hasSize(98).filteredOn(problem -> !after.contains(problem)).hasSize(2);
    }
  }

  /** Of the id and of the permalink; after the first deletion all keep the ids that they have. */
  @Test
  void ofManyNamesakesTwoProblemsStandAtMost() throws IOException {
    for (int number = 0; number < 40; number++) {
      write(number + "/README.md", number);
    }
    try (SteppedSite site = SteppedSite.on(posts, SITE, CacheLimits.USUAL)) {
      for (int number = 0; number < 38; number++) {
        assertThat(clashes(site))
            .extracting(Problem::file)
            .containsOnly("39/README.md")
            .hasSize(number == 0 ? 2 : 1);
        site.delete(number + "/README.md");
      }
      site.delete("38/README.md");
      assertThat(clashes(site)).isEmpty();
    }
  }
}
