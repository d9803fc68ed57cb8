package io.github.feedwright.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Symbolic links count as what they lead to, inside the root and nowhere else. */
final class LinksTest {
  @TempDir private Path temp;
  private Path root;
  private SourceTree tree;

  @BeforeEach
  void makeRoot() throws IOException {
    root = Files.createDirectory(temp.resolve("posts"));
    tree = new SourceTree(root);
  }

  @Test
  void aMountedConfigMapIsListedAndItsSwapIsSeen() throws IOException {
    version("..2024_01", "first");
    link("..data", "..2024_01");
    link("post.md", "..data/post.md");
    link("sub", "..data/sub");
    SourceFile before = tree.stat("post.md");
    assertThat(tree.list().files()).containsOnlyKeys("post.md", "sub/deep.md");
    assertThat(SourceTreeTest.text(tree.read("sub/deep.md", 10))).isEqualTo("first");

    version("..2024_02", "second");
    link("..data_tmp", "..2024_02");
    Files.move(root.resolve("..data_tmp"), root.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);

    assertThat(tree.list().files().get("post.md")).isNotNull().isNotEqualTo(before);
    assertThat(SourceTreeTest.text(tree.read("post.md", 10))).isEqualTo("second");
    assertThat(SourceTreeTest.text(tree.read("sub/deep.md", 10))).isEqualTo("second");
    assertThat(tree.list().problems()).isEmpty();
  }

  @Test
  void aLinkThatLeadsOutIsRefused() throws IOException {
    Path outside = Files.createDirectory(temp.resolve("outside"));
    Files.writeString(outside.resolve("secret.md"), "secret");
    link("file.md", "../outside/secret.md");
    link("folder", outside.toString());

    Listing listing = tree.list();

    assertThat(listing.files()).isEmpty();
    String message =
        "the symbolic link points outside the posts directory, so it is not followed; replace it"
            + " with its target";
    assertThat(listing.problems())
        .extracting(Problem::toString)
        .containsExactly("file.md:1: error: " + message, "folder:1: error: " + message);
    FileBytes refused = new FileBytes.Unreadable("it points outside the posts directory");
    assertThat(tree.read("file.md", 10)).isEqualTo(refused);
    assertThat(tree.read("folder/secret.md", 10)).isEqualTo(refused);
    assertThat(tree.stat("file.md")).isNull();
  }

  @Test
  void aRootWhoseNameBeginsLikeAnotherIsStillLeft() throws IOException {
    Files.createDirectory(temp.resolve("posts-private"));
    Files.writeString(temp.resolve("posts-private/secret.md"), "secret");
    link("a.md", "../posts-private/secret.md");

    assertThat(tree.list().files()).isEmpty();
  }

  @Test
  void aLinkToNothingIsAProblem() throws IOException {
    link("a.md", "absent.md");

    assertThat(tree.list().problems())
        .extracting(Problem::toString)
        .containsExactly(
            "a.md:1: error: the symbolic link is broken; remove it, or fix its target");
  }

  @Test
  void aLinkToItselfIsAProblem() throws IOException {
    link("a.md", "a.md");

    assertThat(tree.list().problems())
        .extracting(Problem::toString)
        .containsExactly(
            "a.md:1: error: it cannot be read (its symbolic links form a loop); fix or remove it;"
                + " until then, its last good version stays");
  }

  @Test
  void linksInCirclesEnd() throws IOException {
    for (String name : new String[] {"a", "b", "c", "d", "e", "f", "g", "h"}) {
      Files.createDirectory(root.resolve(name));
      Files.writeString(root.resolve(name).resolve("post.md"), name);
      for (String other : new String[] {"a", "b", "c", "d", "e", "f", "g", "h"}) {
        link(name + "/to-" + other, "../" + other);
      }
      link(name + "/up", "..");
    }

    Listing listing =
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> tree.list());

    assertThat(listing.files()).hasSize(8).containsKey("h/post.md");
    assertThat(listing.problems()).isEmpty();
  }

  @Test
  void aLinkedDirectoryThatIsListedAnywayKeepsItsOwnPath() throws IOException {
    Files.createDirectory(root.resolve("real"));
    Files.writeString(root.resolve("real/a.md"), "a");
    link("also", "real");

    assertThat(tree.list().files()).containsOnlyKeys("real/a.md");
  }

  private void version(String name, String text) throws IOException {
    Files.createDirectories(root.resolve(name).resolve("sub"));
    Files.writeString(root.resolve(name).resolve("post.md"), text);
    Files.writeString(root.resolve(name).resolve("sub/deep.md"), text);
  }

  private void link(String path, String target) throws IOException {
    Files.createSymbolicLink(root.resolve(path), Path.of(target));
  }
}
