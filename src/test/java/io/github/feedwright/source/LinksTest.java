package io.github.feedwright.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feedwright.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @Test
  void aFileThatIsOpenStaysTheOneThatItWas() throws IOException {
    Path outside = Files.writeString(temp.resolve("secret.md"), "secret");
    Files.writeString(root.resolve("a.md"), "ours");
    try (OpenedFile opened = tree.open("a.md")) {
      Files.delete(root.resolve("a.md"));
      link("a.md", outside.toString());

      assertThat(opened.file().size()).isEqualTo(4);
      assertThat(text(opened)).isEqualTo("ours");
    }
    assertThatThrownBy(() -> tree.open("a.md")).isInstanceOf(NoSuchFileException.class);
  }

  /** Whatever names turn into links that lead out, and back, in the midst of an opening. */
  @ParameterizedTest
  @ValueSource(strings = {"pic.png", "folder", "folder/deeper"})
  void nothingOutsideIsOpenedWhileNamesTurnIntoLinks(String swapped) throws Exception {
    Files.createDirectories(temp.resolve("outside/deeper"));
    Files.writeString(temp.resolve("outside/pic.png"), "secret");
    Files.writeString(temp.resolve("outside/deeper/pic.png"), "secret");
    Files.createDirectories(root.resolve("folder/deeper"));
    String path = swapped.endsWith(".png") ? swapped : "folder/deeper/pic.png";
    Files.writeString(root.resolve(path), "ours");
    Path at = root.resolve(swapped);
    Path aside = temp.resolve("aside");
    Path link = temp.resolve("link");
    AtomicBoolean done = new AtomicBoolean();
    Thread swapper =
        new Thread(
            () -> {
              while (!done.get()) {
                swap(at, aside, link, outside(swapped));
              }
            });
    swapper.start();
    int opened = 0;
    int missed = 0;
    try {
      for (long end = System.nanoTime() + 700_000_000L; System.nanoTime() < end; ) {
        try (OpenedFile file = tree.open(path)) {
          assertThat(text(file)).isEqualTo("ours");
          opened++;
        } catch (NoSuchFileException meanwhile) {
          missed++;
        }
      }
    } finally {
      done.set(true);
      swapper.join();
    }
    assertThat(opened).as("besides %d that were missed", missed).isPositive();
  }

  private Path outside(String swapped) {
    return switch (swapped) {
      case "pic.png" -> temp.resolve("outside/pic.png");
      case "folder" -> temp.resolve("outside");
      default -> temp.resolve("outside/deeper");
    };
  }

  private static void swap(Path at, Path aside, Path link, Path target) {
    try {
      Files.createSymbolicLink(link, target);
      Files.move(at, aside);
      Files.move(link, at);
      Files.delete(at);
      Files.move(aside, at);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(OpenedFile file) throws IOException {
    return new String(Channels.newInputStream(file.bytes()).readAllBytes(), UTF_8);
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
