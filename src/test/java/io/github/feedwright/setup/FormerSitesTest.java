package io.github.feedwright.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.Golden;
import io.github.feedwright.format.FeedFormats;
import io.github.feedwright.generator.config.ConfigFile;
import io.github.feedwright.settings.SettingsReader;
import io.github.feedwright.settings.SettingsResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The configurations of other generators, as these and their themes have them: what is taken is
 * right, and nothing that is set vanishes without a line.
 */
final class FormerSitesTest {
  private static final Path SITES = Golden.directory("init");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
  private static final String EXPECTED = ".expected";

  @TempDir private Path directory;

  static List<Path> sites() throws IOException {
    try (Stream<Path> sites = Files.list(SITES)) {
      return sites.sorted().toList();
    }
  }

  private static List<Path> files(Path site) throws IOException {
    try (Stream<Path> files = Files.walk(site)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.toString().endsWith(EXPECTED))
          .toList();
    }
  }

  private List<String> init(Path site) throws IOException {
    for (Path file : files(site)) {
      Path copy = directory.resolve(site.relativize(file).toString());
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
    }
    return SiteFolder.init(directory, TODAY);
  }

  @ParameterizedTest
  @MethodSource("sites")
  void whatIsTakenAndWhatIsNotIsSaidLineByLine(Path site) throws IOException {
    String report =
        init(site).stream()
            .map(line -> line.replace(directory.toString(), "DIR"))
            .collect(Collectors.joining("\n", "", "\n"));
    Golden.assertSame(report.getBytes(StandardCharsets.UTF_8), site.resolve("report" + EXPECTED));
    String config = Files.readString(directory.resolve("config.yaml"));
    Golden.assertSame(config.getBytes(StandardCharsets.UTF_8), site.resolve("config" + EXPECTED));
    assertThat(SettingsReader.read(config, "config.yaml", directory, FeedFormats.names()))
        .isInstanceOf(SettingsResult.Valid.class);
  }

  @ParameterizedTest
  @MethodSource("sites")
  void eachKeyThatIsSetIsNamedWithItsLine(Path site) throws IOException {
    List<String> report = init(site);
    for (Path file : files(site)) {
      ConfigFile config = ConfigFile.of(file.toString(), Files.readString(file));
      String name = site.relativize(file).toString();
      assertThat(config.values()).isNotEmpty();
      for (ConfigFile.Value value : config.values()) {
        if (!value.isPlain() || !value.text().isBlank()) {
          assertThat(report).as(value.key()).anyMatch(line -> isOf(line, name, value.key()));
        }
      }
    }
  }

  /** Whether a line is about a key, or a table that holds it. */
  private static boolean isOf(String line, String file, String key) {
    Matcher said = Pattern.compile("(.*):\\d+: (.*)").matcher(line);
    return said.matches()
        && said.group(1).equals(file)
        && said.group(2).contains(key.replaceAll("\\..*", ""));
  }
}
