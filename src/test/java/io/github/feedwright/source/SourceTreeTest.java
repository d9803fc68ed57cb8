package io.github.feedwright.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SourceTreeTest {
  @TempDir private Path temp;
  private Path root;
  private SourceTree tree;

  @BeforeEach
  void makeRoot() throws IOException {
    root = Files.createDirectory(temp.resolve("posts"));
    tree = new SourceTree(root);
  }

  @Test
  void aFileIsGoneOnlyIfItsRootIsThere() throws IOException {
    write("a.md", "a");
    assertThat(tree.isGone("a.md")).isFalse();
    assertThat(tree.isGone("b.md")).isTrue();
    assertThat(tree.isGone("a.md/c.md")).isTrue();
    assertThat(tree.isGone(".a.md")).isTrue();

    Files.move(root, root.resolveSibling("elsewhere"));

    assertThat(tree.isGone("a.md")).isFalse();
    assertThat(tree.isGone("b.md")).isFalse();
  }

  @Test
  void everyFileIsListedByItsPath() throws IOException {
    write("b.md", "b");
    write("a/deep/er/c.md", "c");
    write("a-b/image.png", "");

    Listing listing = tree.list();

    assertThat(listing.files().keySet()).containsExactly("a-b/image.png", "a/deep/er/c.md", "b.md");
    assertThat(listing.directories().keySet())
        .containsExactly("", "a", "a-b", "a/deep", "a/deep/er");
    assertThat(listing.problems()).isEmpty();
    assertThat(listing.rootMissing()).isFalse();
  }

  @Test
  void theNamesInAFolderInsideAreListed() throws IOException {
    write("a/b.md", "b");
    write("a/c/d.md", "d");
    assertThat(tree.names("")).containsExactly("a");
    assertThat(tree.names("a/")).containsExactlyInAnyOrder("b.md", "c");
    assertThat(tree.names("a/b.md/")).isEmpty();
    assertThat(tree.names("b/")).isEmpty();
    assertThat(tree.names("../")).isEmpty();
  }

  @Test
  void aListedFileHasWhatTellsItsVersions() throws IOException {
    Path file = write("a.md", "twelve bytes");
    Instant modified = Instant.parse("2020-01-02T03:04:05.678901234Z");
    Files.setLastModifiedTime(file, FileTime.from(modified));

    SourceFile listed = file("a.md");

    assertThat(listed.path()).isEqualTo("a.md");
    assertThat(listed.size()).isEqualTo(12);
    assertThat(listed.modified()).isEqualTo(modified);
    assertThat(listed.changed()).isAfter(modified);
    assertThat(listed.key()).isEqualTo(Files.getAttribute(file, "unix:ino").toString());
    assertThat(tree.stat("a.md")).isEqualTo(listed);
  }

  @Test
  void anotherFileOfTheSameSizeAndTimeIsNoticed() throws IOException {
    Path file = write("a.md", "one");
    FileTime time = Files.getLastModifiedTime(file);
    SourceFile before = file("a.md");

    Path other = write("other.tmp", "two");
    Files.setLastModifiedTime(other, time);
    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);

    assertThat(file("a.md")).isNotEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".hidden.md",
        ".git/a.md",
        "node_modules/a/README.md",
        "x/_site/a.md",
        "a.md~",
        "#a.md#",
        "4913",
        ".a.md.swp",
        "a.md.swp",
        "a.md.swx",
        "a.md.tmp",
        "a.md.part",
        "a.md___jb_tmp___",
        "a.sync-conflict-20240101-120000-ABCDEFG.md",
        "a (Ada's conflicted copy 2024-01-01).md",
        "~syncthing~a.md.tmp",
        "folder~/a.md"
      })
  void whatToolsLeaveBehindIsNeitherListedNorRead(String path) throws IOException {
    write(path, "left");

    assertThat(tree.list().files()).isEmpty();
    assertThat(tree.stat(path)).isNull();
    assertThat(tree.read(path, 100))
        .isEqualTo(new FileBytes.Unreadable("files with such a name are ignored"));
  }

  @Test
  void aMissingRootIsReported() throws IOException {
    Files.delete(root);

    Listing listing = tree.list();

    assertThat(listing.rootMissing()).isTrue();
    assertThat(listing.deleted("a.md")).isFalse();
    assertThat(listing.problems())
        .extracting(Problem::message)
        .containsExactly(
            "the posts directory does not exist; make it available, or change posts.directory");
  }

  @Test
  void aRootThatIsAFileIsReported() throws IOException {
    Files.delete(root);
    Files.createFile(root);

    assertThat(tree.list().problems())
        .extracting(Problem::message)
        .containsExactly(
            "the posts directory is a file; make it available, or change posts.directory");
  }

  @Test
  void aRootThatIsALinkIsResolvedEachTime() throws IOException {
    Path first = Files.createDirectory(temp.resolve("first"));
    Path second = Files.createDirectory(temp.resolve("second"));
    Files.writeString(first.resolve("a.md"), "a");
    Files.writeString(second.resolve("b.md"), "b");
    Files.delete(root);
    Files.createSymbolicLink(root, first);
    assertThat(tree.list().files()).containsOnlyKeys("a.md");

    Files.delete(root);
    Files.createSymbolicLink(root, second);

    assertThat(tree.list().files()).containsOnlyKeys("b.md");
    assertThat(text(tree.read("b.md", 10))).isEqualTo("b");
    assertThat(tree.stat("a.md")).isNull();
  }

  @Test
  void whatCannotBeLookedAtIsNotDeleted() throws IOException {
    // A path of more than 4096 bytes can be made, by moving, but not be looked at.
    String name = "n".repeat(200);
    Path deep = root;
    Path tail = Files.createDirectory(temp.resolve("tail"));
    for (int level = 0; level < 15; level++) {
      deep = Files.createDirectory(deep.resolve(name));
      tail = Files.createDirectory(tail.resolve(name));
    }
    Files.move(temp.resolve("tail"), deep.resolve("tail"));
    write("a.md", "a");
    try {
      Listing listing = tree.list();

      assertThat(listing.files()).containsOnlyKeys("a.md");
      assertThat(listing.unreadable()).hasSize(1);
      String unreadable = listing.unreadable().iterator().next();
      assertThat(listing.problems())
          .extracting(Problem::toString)
          .containsExactly(
              unreadable
                  + ":1: error: it cannot be read (File name too long); fix or remove it; until"
                  + " then, its last good version stays");
      assertThat(listing.deleted(unreadable + "/post.md")).isFalse();
      assertThat(listing.deleted(unreadable)).isFalse();
      assertThat(listing.deleted("b.md")).isTrue();
      assertThat(listing.deleted("a.md")).isFalse();
    } finally {
      Files.move(deep.resolve("tail"), temp.resolve("tail"));
    }
  }

  @Test
  void bytesAreReadWithTheFileBeforeAndAfter() throws IOException {
    write("a/é.md", "twelve bytes");

    FileBytes read = tree.read("a/é.md", 12);

    assertThat(text(read)).isEqualTo("twelve bytes");
    assertThat(((FileBytes.Read) read).before()).isEqualTo(tree.stat("a/é.md"));
    assertThat(((FileBytes.Read) read).isStable()).isTrue();
  }

  @Test
  void bytesOfAFileThatWasWrittenMeanwhileAreNotStable() throws IOException {
    write("a.md", "one");
    FileBytes.Read read = (FileBytes.Read) tree.read("a.md", 10);
    write("a.md", "more");

    assertThat(new FileBytes.Read(read.bytes(), read.before(), file("a.md")).isStable()).isFalse();
  }

  @Test
  void aFileOverTheLimitIsNotRead() throws IOException {
    write("a.md", "twelve bytes");

    assertThat(tree.read("a.md", 11)).isEqualTo(new FileBytes.TooLarge(12));
  }

  @ParameterizedTest
  @ValueSource(strings = {"absent.md", "absent/a.md"})
  void aFileThatIsNotThereHasVanished(String path) throws IOException {
    write("a.md", "a");

    assertThat(tree.read(path, 10)).isEqualTo(new FileBytes.Vanished());
    assertThat(tree.stat(path)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../secret.md",
        "a/../../secret.md",
        "/etc/passwd",
        "./a.md",
        "a//b.md",
        "",
        "a\0b",
        ".."
      })
  void aPathThatLeadsOutIsRefused(String path) throws IOException {
    Files.writeString(temp.resolve("secret.md"), "secret");

    assertThat(tree.read(path, 100)).isInstanceOf(FileBytes.Unreadable.class);
    assertThat(tree.stat(path)).isNull();
  }

  @Test
  void aDirectoryIsNoFile() throws IOException {
    write("a/b.md", "b");

    assertThat(tree.read("a", 10)).isEqualTo(new FileBytes.Unreadable("it is not a file"));
    assertThat(tree.stat("a")).isNull();
  }

  @Test
  void aPipeIsSkippedAndNeverWaitedFor() throws Exception {
    new ProcessBuilder("mkfifo", root.resolve("pipe.md").toString()).start().waitFor();
    assertThat(root.resolve("pipe.md")).exists();

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          assertThat(tree.list().files()).isEmpty();
          assertThat(tree.read("pipe.md", 10))
              .isEqualTo(new FileBytes.Unreadable("it is not a file"));
        });
  }

  @Test
  void aNameThatIsNoTextIsAProblem() throws Exception {
    new ProcessBuilder("sh", "-c", "touch \"$(printf 'a\\377.md')\"")
        .directory(root.toFile())
        .start()
        .waitFor();

    Listing listing = tree.list();

    assertThat(listing.files()).isEmpty();
    assertThat(listing.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "a?.md:1: error: the name is not text in this system's character set; rename the"
                + " file, or start the server with LC_ALL=C.UTF-8");
  }

  @Test
  void aNameWithAControlCharacterIsRefusedByWhateverWayItComes() throws IOException {
    write("new\nline.md", "a");
    write("tab\t/a.md", "a");

    Listing listing = tree.list();
    assertThat(listing.files()).isEmpty();
    assertThat(listing.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "new?line.md:1: error: the name contains a control character; rename the file",
            "tab?:1: error: the name contains a control character; rename the file");
    for (String path : List.of("new\nline.md", "tab\t/a.md")) {
      assertThat(tree.stat(path)).isNull();
      assertThat(tree.read(path, 10))
          .isEqualTo(new FileBytes.Unreadable("its name contains a control character"));
    }
  }

  @Test
  void anEmptyDirectoryInPlaceOfAFullOneCountsAsMissing() throws IOException {
    write("a.md", "a");
    tree.list();
    Files.move(root, temp.resolve("former"));
    Files.createDirectories(root.resolve("empty"));

    Listing listing = tree.list();

    assertThat(listing.rootMissing()).isTrue();
    assertThat(listing.deleted("a.md")).isFalse();
    assertThat(tree.isGone("a.md")).isFalse();
    assertThat(listing.problems())
        .extracting(Problem::message)
        .containsExactly(
            "the posts directory was replaced by an empty one, so the published posts stay; mount"
                + " or deploy the posts again, or put a file there if this is intended");

    write("b.md", "b");

    assertThat(tree.list().deleted("a.md")).isTrue();
    assertThat(tree.isGone("a.md")).isTrue();
  }

  @Test
  void aRootThatWasAwayAndComesBackEmptyCountsAsMissingWhateverItsInode() throws IOException {
    write("a.md", "a");
    tree.list();
    Files.move(root, temp.resolve("former"));
    tree.list();
    Files.delete(temp.resolve("former/a.md"));
    Files.move(temp.resolve("former"), root);

    assertThat(tree.list().rootMissing()).isTrue();
  }

  @Test
  void aRootWhoseFilesWereDeletedIsEmptyAndStaysSo() throws IOException {
    Path file = write("a.md", "a");
    tree.list();
    Files.delete(file);

    assertThat(tree.list().deleted("a.md")).isTrue();
    assertThat(tree.isGone("a.md")).isTrue();

    Files.move(root, temp.resolve("former"));
    Files.createDirectory(root);
    assertThat(tree.list().rootMissing()).isFalse();
  }

  private SourceFile file(String path) {
    SourceFile file = tree.list().files().get(path);
    return Objects.requireNonNull(file, path);
  }

  private Path write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  static String text(FileBytes read) {
    assertThat(read).isInstanceOf(FileBytes.Read.class);
    return new String(((FileBytes.Read) read).bytes(), UTF_8);
  }
}
