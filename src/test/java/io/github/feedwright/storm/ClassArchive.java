package io.github.feedwright.storm;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Makes the archive of classes (JEP 350) with which the processes of the storms start: some fifty
 * of them load the same 5,000 classes, which costs half of their CPU time. The build makes it
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
    Path archive = Path.of(arguments[1]);
    Files.deleteIfExists(archive);
    List<String> options = List.of("-XX:ArchiveClassesAtExit=" + archive, "-cp", arguments[0]);
    try (ServerProcess server = ServerProcess.by(options, Path.of(arguments[2]))) {
      server.body("atom.xml");
      server.body("");
      server.process().destroy();
      server.process().waitFor(1, TimeUnit.MINUTES);
    }
  }

  /** The options of a JVM that say where the classes are: in the build's jar, if there is one. */
  static List<String> options() {
    return JAR.isEmpty()
        ? List.of("-cp", System.getProperty("java.class.path"))
        : List.of("-XX:SharedArchiveFile=" + System.getProperty("server.archive"), "-cp", JAR);
  }
}
