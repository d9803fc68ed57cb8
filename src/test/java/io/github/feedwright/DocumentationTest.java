package io.github.feedwright;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everything that the documents name exists. */
final class DocumentationTest {
  private static final Path ARCHITECTURE = Path.of("src/site/markdown/architecture.md");
  private static final Pattern CLASS = Pattern.compile("`([A-Z][a-z]\\w+)`");
  private static final Pattern PATH = Pattern.compile("`((?:[a-z]+/)+(?:[A-Z]\\w+)?)`");
  private static final Pattern SOURCE = Pattern.compile("`((?:[a-z]+/)+[A-Z][a-z]\\w+)\\.java`");
  private static final Pattern COMMAND =
      Pattern.compile("(?m)^@Command\\(\\s*name = \"(?!feedwright)(\\w+)\"");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");

  private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`]*`");

  private static Set<String> classes() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .collect(Collectors.toSet());
    }
  }

  @Test
  void everyClassThatTheArchitectureNamesExists() throws IOException {
    Set<String> named = new TreeSet<>();
    Matcher found = CLASS.matcher(Files.readString(ARCHITECTURE));
    while (found.find()) {
      named.add(found.group(1));
    }
    assertThat(named).contains("Publisher", "HouseTest");
    named.removeAll(classes());
    assertThat(named).isEmpty();
  }

  @Test
  void everyPathThatTheArchitectureNamesExists() throws IOException {
    Path root = Path.of("src/main/java", HouseTest.ROOT.split("\\."));
    Matcher found = PATH.matcher(Files.readString(ARCHITECTURE));
    int count = 0;
    while (found.find()) {
      String path = found.group(1);
      assertThat(root.resolve(path.endsWith("/") ? path : path + ".java")).exists();
      count++;
    }
    assertThat(count).isGreaterThan(20);
  }

  @Test
  void everySourceThatContributorsAreToldToChangeExists() throws IOException {
    Path root = Path.of("src/main/java", HouseTest.ROOT.split("\\."));
    Matcher found = SOURCE.matcher(Files.readString(Path.of("CONTRIBUTING.md")));
    int count = 0;
    while (found.find()) {
      assertThat(root.resolve(found.group(1) + ".java")).exists();
      count++;
    }
    assertThat(count).isGreaterThan(4);
  }

  @Test
  void theReadmeListsEveryCommand() throws IOException {
    Path root = Path.of("src/main/java", HouseTest.ROOT.split("\\."));
    String readme = Files.readString(Path.of("README.md"));
    Set<String> commands = new TreeSet<>();
    try (Stream<Path> files = Files.list(root.resolve("cli"))) {
      for (Path file : files.filter(each -> each.toString().endsWith("Command.java")).toList()) {
        Matcher found = COMMAND.matcher(Files.readString(file));
        assertThat(found.find()).as("%s has a name", file).isTrue();
        commands.add(found.group(1));
      }
    }
    assertThat(commands)
        .contains("serve", "check")
        .allSatisfy(each -> assertThat(readme).containsPattern("(?m)^\\| `" + each + "[ `]"));
  }

  @Test
  void theArchitectureNamesThePackagesInTheirOrder() throws IOException {
    String order =
        HouseTest.ORDER.stream()
            .map(each -> String.join(" · ", each))
            .collect(Collectors.joining(" → "));
    assertThat(Files.readAllLines(ARCHITECTURE)).contains(order);
  }

  @Test
  void everyFileThatADocumentLinksToExists() throws IOException {
    try (Stream<Path> pages = Files.list(Path.of("src/site/markdown"))) {
      for (Path page :
          Stream.concat(
                  pages, Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md").map(Path::of))
              .toList()) {
        Matcher link = LINK.matcher(CODE.matcher(Files.readString(page)).replaceAll(""));
        while (link.find()) {
          Path target = page.toAbsolutePath().resolveSibling(link.group(1)).normalize();
          assertThat(target).as("%s links to it", page).exists();
        }
      }
    }
  }

  @Test
  void theUnitFileOfTheReadmeIsThePackagesWithAnotherCommand() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    String shown = readme.substring(readme.indexOf("[Unit]"));
    String packaged = Files.readString(Path.of("src/dist/feedwright.service"));
    assertThat(withoutCommand(shown.substring(0, shown.indexOf("```"))))
        .isEqualTo(withoutCommand(packaged));
  }

  private static List<String> withoutCommand(String unit) {
    return unit.lines().filter(line -> !line.matches("(ExecStart|Environment)=.*")).toList();
  }
}
