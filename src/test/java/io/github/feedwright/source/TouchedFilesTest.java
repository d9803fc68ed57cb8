package io.github.feedwright.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a look at the files that events named is enough. */
// That the function may return null is not known from the class file.
@SuppressWarnings("NullAway")
final class TouchedFilesTest {
  @TempDir private Path root;
  private final TouchedFiles touched = new TouchedFiles();
  private final Map<String, SourceFile> known = new HashMap<>();

  @BeforeEach
  void knowTwoFiles() throws IOException {
    Files.writeString(root.resolve("a.md"), "A");
    Files.writeString(root.resolve("b.md"), "B");
    scan(null);
  }

  private void scan(@Nullable String trouble) {
    touched.clear();
    Listing listing = new SourceTree(root).list();
    known.putAll(listing.files());
    touched.noteScan(listing, new WatchState(trouble, Duration.ofSeconds(30)));
  }

  private @Nullable List<String> changed() {
    return touched.takeChanged(new SourceTree(root), known::get, path -> path.endsWith(".md"));
  }

  @Test
  void aFileThatIsAsKnownIsNotNamed() {
    touched.add("a.md");
    assertThat(changed()).isEmpty();
  }

  @Test
  void aFileThatWasWrittenIsNamed() throws Exception {
    Files.writeString(root.resolve("a.md"), "Another");
    touched.add("a.md");
    touched.add("b.md");
    assertThat(changed()).containsExactly("a.md");
  }

  @Test
  void aFileIsLookedAtOnce() throws Exception {
    Files.writeString(root.resolve("a.md"), "Another");
    touched.add("a.md");
    changed();
    assertThat(changed()).isEmpty();
  }

  /** Those of editors, in which they save before they rename. */
  @ParameterizedTest
  @ValueSource(strings = {"a.md.tmp", "4913", "a.md~"})
  void aFileThatIsNotReadNeedsNoScan(String name) throws Exception {
    touched.add(name);
    assertThat(changed()).isEmpty();
    Files.writeString(root.resolve(name), "A");
    touched.add(name);
    assertThat(changed()).isEmpty();
  }

  @Test
  void aNewFileThatIsGoneAgainNeedsNoScan() {
    touched.add("new.md");
    assertThat(changed()).isEmpty();
  }

  @Test
  void aFileThatIsMissingNeedsAScan() throws Exception {
    Files.move(root.resolve("a.md"), root.resolve("c.md"));
    touched.add("a.md");
    assertThat(changed()).isNull();
  }

  @Test
  void aNewFileNeedsAScan() throws Exception {
    Files.writeString(root.resolve("c.md"), "C");
    touched.add("c.md");
    assertThat(changed()).isNull();
  }

  @Test
  void moreFilesThanAreRememberedNeedAScan() {
    for (int each = 0; each <= 100; each++) {
      touched.add(each + ".txt");
    }
    assertThat(changed()).isNull();
    assertThat(changed()).isEmpty();
  }

  @Test
  void whereAnyFileMayHaveChangedAScanIsNeeded() {
    touched.add("a.md");
    touched.addAll();
    assertThat(changed()).isNull();
    assertThat(changed()).isEmpty();
  }

  @Test
  void beforeTheFirstScanOneIsNeeded() {
    assertThat(
            new TouchedFiles()
                .takeChanged(new SourceTree(root), known::get, path -> path.isEmpty()))
        .isNull();
  }

  @Test
  void aFileToWhichALinkPointsNeedsAScan() throws Exception {
    Files.createSymbolicLink(root.resolve("link.md"), Path.of("a.md"));
    scan(null);
    touched.add("b.md");
    assertThat(changed()).isEmpty();
    touched.add("a.md");
    assertThat(changed()).isNull();
    Files.move(root.resolve("b.md"), root.resolve("a.md"), StandardCopyOption.REPLACE_EXISTING);
    touched.add("a.md");
    assertThat(changed()).isNull();
  }

  @Test
  void aFileWithTwoNamesNeedsAScan() throws Exception {
    Files.createLink(root.resolve("c.md"), root.resolve("a.md"));
    scan(null);
    touched.add("a.md");
    assertThat(changed()).isNull();
  }

  /** A link to a folder was replaced by one that is broken: the posts of that folder are gone. */
  @Test
  void aBrokenLinkNeedsAScan() throws Exception {
    Files.createSymbolicLink(root.resolve("folder"), Path.of("nowhere"));
    touched.add("folder");
    assertThat(changed()).isNull();
  }

  @Test
  void aKnownFileThatALinkReplacedNeedsAScan() throws Exception {
    Files.delete(root.resolve("b.md"));
    Files.createSymbolicLink(root.resolve("b.md"), Path.of("a.md"));
    touched.add("b.md");
    assertThat(changed()).isNull();
  }

  /** It may have been a link to a folder, through which another link went. */
  @Test
  void whereThereAreLinksANameThatIsGoneNeedsAScan() throws Exception {
    Files.createSymbolicLink(root.resolve("link.md"), Path.of("a.md"));
    scan(null);
    touched.add("gone");
    assertThat(changed()).isNull();
  }

  @Test
  void aNameThatIsReportedNeedsAScan() throws Exception {
    Files.writeString(root.resolve("a\nb.md"), "A");
    touched.add("a\nb.md");
    assertThat(changed()).isNull();
  }

  /** Nothing else tells that a problem is gone. */
  @Test
  void asLongAsThereAreProblemsAScanIsNeeded() throws Exception {
    Path broken = Files.createSymbolicLink(root.resolve("broken.md"), Path.of("nowhere"));
    scan(null);
    Files.delete(broken);
    touched.add("broken.md");
    assertThat(changed()).isNull();
    scan(null);
    assertThat(changed()).isEmpty();
  }

  @Test
  void asLongAsNotEverythingIsWatchedAScanIsNeeded() {
    scan("the limit of watches is reached");
    touched.add("a.md");
    assertThat(changed()).isNull();
  }
}
