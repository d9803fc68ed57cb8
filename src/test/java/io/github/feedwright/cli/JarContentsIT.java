package io.github.feedwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What is in the jar that people run, and what of its libraries is not. */
final class JarContentsIT {
  /** As in {@code (Apache-2.0) (EPL-2.0) Core :: HTTP (org.eclipse.jetty:jetty-http:12 - …)}. */
  private static final Pattern LIBRARY = Pattern.compile("\\(([^():\\s]+:[^():\\s]+):[^:\\s]+ - ");

  private static final Pattern LICENCE = Pattern.compile("\\(([^()]+)\\)(?= )");
  private static final Pattern ORIGIN =
      Pattern.compile("META-INF/maven/([^/]+)/([^/]+)/pom\\.properties");

  private static final Pattern NOT_LOADED =
      Pattern.compile(
          ".*\\.jar|.*\\.xsd"
              + "|lib/.*(Windows|AIX|OS400|SunOS|BSD).*"
              + "|META-INF/versions/(9|14|15|20|21)/org/newsclub/net/.*"
              + "|lib/(arm|loongarch64|ppc64le|riscv64|s390x)-.*"
              + "|ch/qos/logback/core/(model|net|rolling|sift)/.*\\.class"
              + "|io/micrometer/core/instrument/binder/(kafka|jetty|hystrix)/.*"
              + "|kotlin/(time|uuid)/.*"
              + "|org/eclipse/jgit/api/[^/]*\\.class"
              + "|org/postgresql/translation/.*"
              + "|org/eclipse/jetty/ee10/webapp/.*|org/objectweb/asm/.*"
              + "|com/rometools/modules/itunes/.*"
              + "|org/apache/commons/codec/language/.*");

  private static final Path JAR = Path.of("target", "feedwright.jar");

  private static List<String> names() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      return jar.stream().map(ZipEntry::getName).toList();
    }
  }

  private static String text(String name) throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      byte[] bytes = jar.getInputStream(jar.getEntry(name)).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  /** The lines of the list, each of which is a library. */
  private static List<String> libraries() throws IOException {
    return text("META-INF/THIRD-PARTY.txt")
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith("("))
        .toList();
  }

  @Test
  void everyLibraryHasItsLicenceInTheJar() throws Exception {
    List<String> names = names();
    assertThat(libraries()).hasSizeGreaterThan(40);
    for (String library : libraries()) {
      String licences = library.substring(0, library.lastIndexOf(" ("));
      assertThat(LICENCE.matcher(licences).results().map(each -> each.group(1)))
          .as(library)
          .isNotEmpty()
          .allSatisfy(each -> assertThat(names).contains("META-INF/licenses/" + each + ".txt"));
    }
  }

  @Test
  void noLibraryIsMissingInTheList() throws Exception {
    List<String> listed =
        libraries().stream()
            .flatMap(line -> LIBRARY.matcher(line).results())
            .map(each -> each.group(1))
            .toList();
    assertThat(names())
        .filteredOn(name -> ORIGIN.matcher(name).matches())
        .extracting(JarContentsIT::origin)
        .hasSizeGreaterThan(20)
        .filteredOn(origin -> !origin.equals("io.github.feedwright:feedwright"))
        .isSubsetOf(listed);
  }

  private static String origin(String name) {
    MatchResult match = ORIGIN.matcher(name).results().findFirst().orElseThrow();
    return match.group(1) + ":" + match.group(2);
  }

  @Test
  void ourLicenceAndTheNoticesOfLibrariesAreInTheJar() throws Exception {
    assertThat(text("META-INF/LICENSE")).isEqualTo(Files.readString(Path.of("LICENSE")));
    assertThat(text("META-INF/NOTICE"))
        .startsWith("Feedwright\nCopyright 2026 The Feedwright authors\n")
        .contains("# Jackson JSON processor");
    assertThat(text("META-INF/NOTICE.txt")).contains("Apache Commons Codec");
  }

  @Test
  void whatNothingLoadsIsNotInTheJar() throws Exception {
    assertThat(names()).filteredOn(name -> NOT_LOADED.matcher(name).matches()).isEmpty();
  }
}
