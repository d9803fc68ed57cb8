package io.github.feedwright.storm;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Makes the archive of classes (JEP 310) with which the processes of the storms start: some fifty
 * of them load the same 5,000 classes, which costs a quarter of their CPU time. The build makes it
 * before the integration tests.
 */
public final class ClassArchive {
  private static final String JAR = System.getProperty("server.jar", "");

  private ClassArchive() {}

  /**
   * Runs a server once for the classes that it loads.
   *
   * @param arguments the jar, the archive to write, and a directory of posts
   */
  public static void main(String[] arguments) throws Exception {
    String jar = arguments[0];
    Path archive = Path.of(arguments[1]);
    Path classes = archive.resolveSibling("classes.list");
    List<String> options = List.of("-XX:DumpLoadedClassList=" + classes, "-cp", jar);
    try (ServerProcess server = ServerProcess.by(options, Path.of(arguments[2]))) {
      server.body("atom.xml");
      server.body("");
      server.process().destroy();
      server.process().waitFor(1, TimeUnit.MINUTES);
    }
    leaveOutLambdas(classes);
    dump(classes, archive, jar);
  }

  /** With the classes of lambdas, one dump in three crashes on Java 17. */
  private static void leaveOutLambdas(Path classes) throws Exception {
    List<String> lines = Files.readAllLines(classes);
    Files.write(classes, lines.stream().filter(line -> !line.startsWith("@")).toList());
  }

  private static void dump(Path classes, Path archive, String jar) throws Exception {
    Files.deleteIfExists(archive);
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xshare:dump",
            "-XX:SharedClassListFile=" + classes,
            "-XX:SharedArchiveFile=" + archive,
            "-cp",
            jar);
    Path log = archive.resolveSibling("archive.log");
    new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .directory(archive.toAbsolutePath().getParent().toFile())
        .start()
        .waitFor();
    if (!Files.exists(archive)) {
      throw new IllegalStateException("there is no archive of classes; see " + log);
    }
  }

  /** The options of a JVM that say where the classes are: in the build's jar, if there is one. */
  static List<String> options() {
    return JAR.isEmpty()
        ? List.of("-cp", System.getProperty("java.class.path"))
        : List.of("-XX:SharedArchiveFile=" + System.getProperty("server.archive"), "-cp", JAR);
  }
}
