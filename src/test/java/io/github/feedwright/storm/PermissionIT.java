package io.github.feedwright.storm;

import static io.github.feedwright.site.RunningSite.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What may not be read any more stays as it was last read, and what may again is read again. */
@Timeout(300)
@Execution(ExecutionMode.CONCURRENT)
final class PermissionIT {
  private static final int POSTS = 10;
  private static final String TROUBLE = "\"problems\":{\"file\":1}";
  private static final String NO_TROUBLE = "\"problems\":{}";

  @TempDir private Path temp;
  private Path posts;
  private Path folder;

  @BeforeEach
  void writePosts() throws IOException {
    posts = Files.createDirectory(temp.resolve("posts"));
    folder = posts.resolve("folder");
    StormPosts.write(posts, 0, POSTS, "v0");
    StormPosts.write(folder, 100, POSTS, "v0");
    configure("Before");
  }

  @AfterEach
  void giveBack() throws IOException {
    allow(posts, "rwxr-xr-x");
    if (Files.exists(folder)) {
      allow(folder, "rwxr-xr-x");
    }
  }

  private Path configure(String title) throws IOException {
    return Files.writeString(
        temp.resolve("config.yaml"), "site: {title: " + title + "}\nwatch: {scan: 1s}\n");
  }

  private static void allow(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  private ServerProcess server() throws IOException {
    return ServerProcess.of("512m", obedient(), posts, "--config", "" + configure("Before"));
  }

  /** The superuser may read everything, unless that capability is taken away. */
  private List<String> obedient() throws IOException {
    return Files.isReadable(secret())
        ? List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search")
        : List.of();
  }

  private Path secret() throws IOException {
    Path secret = temp.resolve("secret");
    if (!Files.exists(secret)) {
      allow(Files.writeString(secret, ""), "---------");
    }
    return secret;
  }

  @Test
  void aFolderThatMayNotBeReadKeepsItsPosts() throws Exception {
    losesNothing(folder);
  }

  @Test
  void aPictureThatMayNotBeReadIsNotFound() throws Exception {
    assumeTrue(isObeyed(), "permissions cannot be taken from this user");
    Path picture = Files.writeString(posts.resolve("secret.png"), "a picture");
    allow(picture, "---------");
    try (ServerProcess server = server()) {
      for (int i = 0; i < 3; i++) {
        assertThat(server.asks("/secret.png").join().statusCode()).isEqualTo(404);
      }
    }
  }

  @Test
  void aPostsDirectoryThatMayNotBeReadKeepsItsPosts() throws Exception {
    losesNothing(posts);
  }

  private void losesNothing(Path path) throws Exception {
    assumeTrue(isObeyed(), "permissions cannot be taken from this user");
    try (ServerProcess server = server()) {
      allow(path, "---------");
      within(Sizes.TIME_LIMIT, () -> server.body("/healthz").contains(TROUBLE));
      assertThat(server.body("/healthz")).contains("\"posts\":" + 2 * POSTS);
      assertThat(server.body("/atom.xml")).contains("9/v0", "109/v0");

      allow(path, "rwxr-xr-x");
      StormPosts.write(folder, 100, 1, "v1");
      within(Sizes.TIME_LIMIT, () -> server.body("/atom.xml").contains("100/v1"));
      within(Sizes.TIME_LIMIT, () -> server.body("/healthz").contains(NO_TROUBLE));
    }
  }

  @Test
  void aNewConfigurationKeepsThePostsOfAFolderThatMayNotBeRead() throws Exception {
    assumeTrue(isObeyed(), "permissions cannot be taken from this user");
    try (ServerProcess server = server()) {
      allow(folder, "---------");
      configure("After");
      within(Sizes.TIME_LIMIT, () -> server.body("/atom.xml").contains("After"));
      assertThat(server.body("/atom.xml")).contains("9/v0", "109/v0");
      allow(folder, "rwxr-xr-x");
      within(Sizes.TIME_LIMIT, () -> server.body("/healthz").contains(NO_TROUBLE));
    }
  }

  @Test
  void aConfigurationWhoseDirectoryMayNotBeReadWaitsForIt() throws Exception {
    assumeTrue(isObeyed(), "permissions cannot be taken from this user");
    Path locked = Files.createDirectory(temp.resolve("locked"));
    StormPosts.write(locked, 300, POSTS, "v0");
    directory("posts");
    try (ServerProcess server = ServerProcess.in(temp, obedient())) {
      allow(locked, "---------");
      directory("locked");
      within(Sizes.TIME_LIMIT, () -> server.body("/healthz").contains("\"configuration\":1"));
      assertThat(server.body("/atom.xml")).contains("9/v0", "109/v0");
      allow(locked, "rwxr-xr-x");
      within(Sizes.TIME_LIMIT, () -> server.body("/atom.xml").contains("300/v0"));
      within(Sizes.TIME_LIMIT, () -> server.body("/healthz").contains(NO_TROUBLE));
    }
  }

  private void directory(String name) throws IOException {
    Files.writeString(temp.resolve("config.yaml"), "posts: {directory: " + name + "}\n");
  }

  @Test
  void whatANewConfigurationKeptGoesWithItsFolder() throws Exception {
    assumeTrue(isObeyed(), "permissions cannot be taken from this user");
    try (ServerProcess server = server()) {
      allow(folder, "---------");
      configure("After");
      within(Sizes.TIME_LIMIT, () -> server.body("/atom.xml").contains("After"));
      allow(folder, "rwxr-xr-x");
      Files.move(folder, temp.resolve("elsewhere"));
      within(Sizes.TIME_LIMIT, () -> server.body("/healthz").contains("\"posts\":" + POSTS));
      within(Sizes.TIME_LIMIT, () -> server.asks("/folder/picture.png").join().statusCode() == 404);
    }
  }

  @Test
  void aPostThatMayNotBeReadStaysAndOneThatNeverMightComesLater() throws Exception {
    assumeTrue(isObeyed(), "permissions cannot be taken from this user");
    try (ServerProcess server = server()) {
      Path post = posts.resolve(StormPosts.name(9));
      StormPosts.write(posts, 9, 1, "v1");
      within(Sizes.TIME_LIMIT, () -> server.body("/atom.xml").contains("9/v1"));
      allow(post, "---------");
      within(Sizes.TIME_LIMIT, () -> server.body("/healthz").contains(TROUBLE));
      assertThat(server.body("/atom.xml")).contains("9/v1");
      allow(post, "rw-r--r--");
      within(Sizes.TIME_LIMIT, () -> server.body("/healthz").contains(NO_TROUBLE));

      Path hidden = Files.writeString(temp.resolve("next"), StormPosts.text(200, "v0"));
      allow(hidden, "---------");
      Path fresh = Files.move(hidden, posts.resolve(StormPosts.name(200)));
      within(Sizes.TIME_LIMIT, () -> server.body("/healthz").contains(TROUBLE));
      allow(fresh, "rw-r--r--");
      within(Sizes.TIME_LIMIT, () -> server.body("/atom.xml").contains("200/v0"));
    }
  }

  private boolean isObeyed() throws Exception {
    List<String> command = new ArrayList<>(obedient());
    command.addAll(List.of("sh", "-c", "! cat \"$0\" 2>/dev/null", secret().toString()));
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException absent) {
      return false;
    }
  }
}
