package io.github.feedwright.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A server in a process of its own, of half a gigabyte where nothing else is said. */
record ServerProcess(Process process, URI address) implements AutoCloseable {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  static ServerProcess on(Path posts, String... options) throws IOException {
    return of("512m", List.of(), posts, options);
  }

  /** A server of what is found in a directory. */
  static ServerProcess in(Path home) throws IOException {
    return in(home, List.of());
  }

  /** The same, as the packages start it: without the optimizing compiler, which pays late. */
  static ServerProcess packaged(Path home) throws IOException {
    List<String> options = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    // Nobody listens there: what went by a proxy would never arrive.
    options.addAll(List.of("-Dhttp.proxyHost=127.0.0.1", "-Dhttp.proxyPort=9"));
    options.addAll(ClassArchive.options());
    return started("512m", List.of(), options, home, List.of());
  }

  /** The same, under a program that is given its command line and starts it. */
  static ServerProcess in(Path home, List<String> program) throws IOException {
    return started("512m", program, ClassArchive.options(), home, List.of());
  }

  /**
   * A server.
   *
   * @param memory what its heap may take
   * @param program what is given its command line and starts it
   */
  static ServerProcess of(String memory, List<String> program, Path posts, String... options)
      throws IOException {
    List<String> arguments = new ArrayList<>(List.of("--posts", posts.toString()));
    arguments.addAll(List.of(options));
    return started(memory, program, ClassArchive.options(), posts, arguments);
  }

  /** A server whose JVM is told where its classes are. */
  static ServerProcess by(List<String> classes, Path posts) throws IOException {
    return started("512m", List.of(), classes, posts, List.of("--posts", posts.toString()));
  }

  private static ServerProcess started(
      String memory, List<String> program, List<String> classes, Path home, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>(program);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + memory);
    command.addAll(Sizes.JVM);
    command.addAll(classes);
    command.addAll(List.of("io.github.feedwright.cli.Main", "serve", "--port", "0"));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("http_proxy", "http://127.0.0.1:9/");
    Process process =
        builder.redirectError(ProcessBuilder.Redirect.DISCARD).directory(home.toFile()).start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String said = out.readLine();
    assertThat(said).startsWith("Feedwright is serving http://");
    return new ServerProcess(process, URI.create(said.substring(said.indexOf("http"))));
  }

  CompletableFuture<HttpResponse<String>> asks(String path) {
    URI uri = address.resolve(path.startsWith("/") ? path : "/" + path);
    return CLIENT.sendAsync(
        HttpRequest.newBuilder(uri).build(),
        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  String body(String path) {
    return asks(path).join().body();
  }

  /** Tells the process something, such as {@code STOP}. */
  void signal(String name) throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", "-" + name, "" + process.pid()).inheritIO().start();
    assertThat(kill.waitFor()).isZero();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
