package io.github.feedwright.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The packages of the profile {@code dist}, as people use them who have no Java. */
@Timeout(300)
@EnabledIfSystemProperty(named = "dist", matches = "true")
final class PackageIT {
  private static final Path TARGET = Path.of("target").toAbsolutePath();

  @TempDir private Path root;
  @TempDir private Path posts;

  @Test
  void theTarServesWithAnEmptyPathAndNoJdk() throws Exception {
    run(List.of("tar", "-xf", only(TARGET, "feedwright-*-linux-*.tar.gz").toString()));
    serves(only(root, "feedwright-*"));
  }

  @Test
  void theDebianPackageServesAndItsRemovalLeavesPostsAndConfiguration() throws Exception {
    assumeTrue(Files.exists(Path.of("/usr/bin/dpkg")), "there is no dpkg");
    String file = only(TARGET, "feedwright_*.deb").toString();
    Files.createDirectories(root.resolve("var/lib/dpkg/info"));
    Files.createDirectories(root.resolve("var/lib/dpkg/updates"));
    Files.createFile(root.resolve("var/lib/dpkg/status"));
    dpkg("--install", file);
    assertThat(Files.readSymbolicLink(root.resolve("usr/bin/feedwright")))
        .hasToString("/opt/feedwright/bin/feedwright");
    assertThat(root.resolve("lib/systemd/system/feedwright.service")).isNotEmptyFile();
    assertThat(root.resolve("usr/share/bash-completion/completions/feedwright")).isNotEmptyFile();
    serves(root.resolve("opt/feedwright"));

    Path configuration = root.resolve("etc/feedwright/config.yaml");
    Files.writeString(configuration, "site: {title: Mine}");
    dpkg("--install", file);
    assertThat(configuration).hasContent("site: {title: Mine}");
    dpkg("--remove", "feedwright");
    assertThat(root.resolve("opt/feedwright")).doesNotExist();
    assertThat(configuration).hasContent("site: {title: Mine}");
  }

  /** dpkg, in a root directory of its own, with the rights of whoever runs the test. */
  private void dpkg(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    if (!System.getProperty("user.name").equals("root")) {
      command.add("fakeroot");
    }
    command.addAll(List.of("dpkg", "--root=" + root, "--force-script-chrootless"));
    command.addAll(List.of("--force-depends", "--force-bad-path"));
    command.addAll(List.of(arguments));
    run(command);
  }

  private void run(List<String> command) throws Exception {
    Process process =
        new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("%s: %s", command, output).isZero();
  }

  private void serves(Path home) throws Exception {
    Files.writeString(posts.resolve("2014-04-04-one.md"), "---\ntitle: One\n---\nText.\n");
    ProcessBuilder builder =
        new ProcessBuilder(home.resolve("bin/feedwright").toString(), "serve", "--port", "0");
    builder.command().addAll(List.of("--posts", posts.toString(), "--cache", root + "/cache"));
    builder.environment().clear();
    builder.environment().put("PATH", "");
    Path log = root.resolve("log");
    Process server = builder.redirectError(log.toFile()).start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
      String first = out.readLine();
      assertThat(first).as("%s", Files.readString(log)).startsWith("Feedwright is serving http");
      URI feed = URI.create(first.substring(first.indexOf("http")) + "rss.xml");
      assertThat(
              HttpClient.newHttpClient()
                  .send(HttpRequest.newBuilder(feed).build(), BodyHandlers.ofString())
                  .body())
          .contains("<title>One</title>");
      // An archive of classes that does not fit is left out without a word.
      if (Files.exists(home.resolve("lib/feedwright.jsa"))) {
        assertThat(Path.of("/proc", Long.toString(server.pid()), "maps"))
            .content()
            .contains(home.toRealPath().resolve("lib/feedwright.jsa").toString());
      }
      assertThat(log).content().doesNotContain("WARN", "ERROR");
      assertThat(root.resolve("cache/renderings.db")).exists();
    } finally {
      server.destroyForcibly().waitFor();
    }
  }

  private static Path only(Path directory, String pattern) throws Exception {
    try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, pattern)) {
      return found.iterator().next();
    }
  }
}
