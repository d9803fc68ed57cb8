package io.github.feedwright.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.feedwright.content.url.Reference;
import io.github.feedwright.identity.PublishedPosts;
import io.github.feedwright.library.Posts;
import io.github.feedwright.problem.Level;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.settings.SettingsReader;
import io.github.feedwright.settings.SettingsResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a check remembers of the last one. That a post is not rendered shows in a limit that it is
 * over, and that nobody notices: only here do other settings go by the name of the former ones.
 */
final class SiteCheckTest {
  private static final String ROOMY = "";
  private static final String TIGHT = "limits: {html: 1KiB}\n";
  private static final String LONG = "Text. ".repeat(500);

  @TempDir private Path directory;
  private Path posts;
  private Path folder;

  @BeforeEach
  void writePosts() throws Exception {
    posts = Files.createDirectory(directory.resolve("posts"));
    folder = directory.resolve("caches").resolve("feedwright");
    write("authors.yml", "ada: Ada Example\n");
    write(
        "posts/2014-04-04-one.md",
        "---\ntitle: One\nauthor: ada\n---\n[b]({% post_url 2014-04-05-two %}) ![](a.png)\n"
            + LONG);
    write("posts/2014-04-05-two.md", "---\ntitle: Two\n---\nShort.\n");
    write("posts/a.png", "abc");
  }

  private void write(String path, String text) throws IOException {
    Files.writeString(directory.resolve(path), text);
  }

  private Settings settings(String more) {
    String text =
        "site: {title: x, url: \"https://example.org/\"}\n"
            + "posts: {directory: posts, authors: authors.yml}\n"
            + more;
    return ((SettingsResult.Valid) SettingsReader.read(text, "config.yaml", directory)).settings();
  }

  private Collection<Problem> check(String more, Path folder, String identity) {
    CheckMemory memory = CheckMemory.open(folder, posts, identity);
    return SiteCheck.of(
        settings(more), Clock.systemUTC(), memory, PublishedPosts.NONE, (done, all) -> {});
  }

  private Collection<Problem> check(String more) {
    return check(more, folder, "this");
  }

  private static void assertRendered(Collection<Problem> problems) {
    assertThat(problems)
        .anySatisfy(
            problem ->
                assertThat(problem.toString())
                    .startsWith("2014-04-04-one.md:")
                    .contains("the post is shown as plain text"));
  }

  private Path memory() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.reduce((one, other) -> other.resolve("is one too many")).orElseThrow();
    }
  }

  private Map<String, Set<Reference>> remembered() throws IOException {
    String identity = CheckMemory.digest("this", posts.toString());
    return new CheckMemoryFile(memory(), identity).read();
  }

  @Test
  void whatWasFaultlessIsNotRenderedAgain() {
    assertThat(check(ROOMY)).isEmpty();
    assertThat(check(TIGHT)).isEmpty();
    assertThat(check(TIGHT)).isEmpty();
  }

  @Test
  void whatAnotherProgramOrOtherSettingsFoundIsRenderedAgain() {
    assertThat(check(ROOMY)).isEmpty();
    assertRendered(check(TIGHT, folder, "another"));
  }

  @ParameterizedTest
  @CsvSource({
    "posts/2014-04-04-one.md, the post itself",
    "posts/2014-04-05-two.md, a post that it names",
    "posts/a.png, a file that it shows",
    "posts/2013-01-01-old.md, a post that takes its address",
    "authors.yml, the authors file"
  })
  void aPostIsRenderedAgainWhenSomethingThatItDependsOnChanges(String path, String what)
      throws Exception {
    assertThat(check(ROOMY)).isEmpty();
    write(
        path,
        switch (path) {
          case "posts/2014-04-04-one.md" -> "---\ntitle: One\n---\n" + LONG;
          case "authors.yml" -> "ada: Ada Sample\n";
          default -> "---\ntitle: T\npermalink: /2014/04/04/one/\n---\nShort.\n";
        });
    assertRendered(check(TIGHT));
  }

  @Test
  void aPostWithProblemsIsReportedEveryTime() {
    assertRendered(check(TIGHT));
    assertRendered(check(TIGHT));
    assertThat(check(ROOMY)).isEmpty();
  }

  @Test
  void aFaultlessPostIsReportedWhenItBecomesPartOfADraft() throws Exception {
    String dated = "title: T\ndate: 2020-01-01\n---\nShort.\n";
    Files.createDirectory(posts.resolve("trip"));
    write("posts/trip/notes.md", "---\n" + dated);
    write("posts/trip/index.md", "---\n" + dated);
    assertThat(check(ROOMY)).isEmpty();
    write("posts/trip/index.md", "---\ndraft: true\n" + dated);
    assertThat(check(ROOMY))
        .extracting(Problem::file, Problem::line, Problem::level)
        .containsExactly(tuple("trip/notes.md", 1, Level.WARNING));
    assertThat(check(ROOMY)).hasSize(1);
    write("posts/trip/index.md", "---\n" + dated);
    assertThat(check(ROOMY)).isEmpty();
  }

  @Test
  void onlyThePostsThatAreThereAreRemembered() throws Exception {
    check(ROOMY);
    assertThat(remembered()).hasSize(2);
    Files.delete(posts.resolve("2014-04-04-one.md"));
    check(ROOMY);
    assertThat(remembered()).hasSize(1);
  }

  @Test
  void aMemoryIsItsOwnersAlone() throws Exception {
    check(ROOMY);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(memory())))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
  }

  @Test
  void aMemoryThatCannotBeWrittenIsNoProblem() throws Exception {
    Path file = Files.writeString(directory.resolve("file"), "");
    assertThat(check(ROOMY, file.resolve("below"), "this")).isEmpty();
    assertRendered(check(TIGHT, file.resolve("below"), "this"));
  }

  @Test
  void ofTwoChecksAtOnceOneIsRemembered() throws Exception {
    CheckMemory one = CheckMemory.open(folder, posts, "this");
    CheckMemory other = CheckMemory.open(folder, posts, "this");
    one.keep("one", Set.of());
    other.keep("other", Set.of());
    one.save();
    other.save();
    assertThat(remembered()).containsOnlyKeys("other");
  }

  @Test
  void everyKindOfUseIsReadAsItWasWritten() throws Exception {
    CheckMemoryFile file = new CheckMemoryFile(folder.resolve("file"), "this");
    Map<String, Set<Reference>> written =
        Map.of(
            "a", Set.of(),
            "b",
                Set.of(
                    new Reference.PostLink("x\ud800".repeat(40_000), null),
                    new Reference.PostLink("caf\u00e9", "/a/"),
                    new Reference.FileLink("a.png", null),
                    new Reference.FileLink("b.png", Posts.attachment("b.png", 1L << 40))));
    file.write(written);
    assertThat(file.read()).isEqualTo(written);
    assertThat(new CheckMemoryFile(file.path(), "another").read()).isEmpty();
  }

  @Test
  void aDamagedMemoryIsIgnored() throws Exception {
    CheckMemoryFile file = new CheckMemoryFile(folder.resolve("file"), "this");
    file.write(Map.of("a", Set.of(new Reference.PostLink("b", "/c/"))));
    byte[] bytes = Files.readAllBytes(file.path());
    for (int at = 0; at < bytes.length; at++) {
      Files.write(file.path(), Arrays.copyOf(bytes, at));
      assertThat(file.read()).as("cut off at %s", at).isEmpty();
      byte[] damaged = bytes.clone();
      damaged[at] ^= 1;
      Files.write(file.path(), damaged);
      assertThat(file.read()).as("damaged at %s", at).isEmpty();
    }
    Files.write(file.path(), bytes);
    assertThat(file.read()).containsOnlyKeys("a");
  }
}
