package io.github.feedwright.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The configuration of a server that runs, read again. */
@Timeout(20)
final class ConfigurationTest {
  @TempDir private Path directory;
  private Path file;
  private Configuration configuration;

  @BeforeEach
  void write() throws Exception {
    Files.createDirectory(directory.resolve("posts"));
    file = Files.writeString(directory.resolve("config.yaml"), "posts: {directory: posts}\n");
    configuration = CommandLine.populateCommand(new Configuration(), "--config", file.toString());
  }

  @Test
  void aFileThatIsWellIsTaken() throws Exception {
    assertThat(configuration.readAgain(file).posts().directory())
        .isEqualTo(directory.resolve("posts"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "rm config.yaml | the file is gone",
        "printf '\\n' > config.yaml | the file is empty",
        "printf '\\377' > config.yaml | this is not UTF-8; save it as UTF-8",
        "rm config.yaml; mkfifo config.yaml | the file cannot be read: it is a pipe, a socket or a"
            + " device; replace it with a file",
        "ln -sf /dev/zero config.yaml | the file cannot be read: it is a pipe, a socket or a"
            + " device; replace it with a file",
        "truncate -s 300M config.yaml | the file cannot be read: it has 314572800 bytes or more;"
            + " the limit is 1048576; make it smaller"
      })
  void aFileThatCannotBeReadIsReportedAndThePreviousOneStays(String change, String why)
      throws Exception {
    new ProcessBuilder("sh", "-c", change).directory(directory.toFile()).start().waitFor();
    assertThatThrownBy(() -> configuration.readAgain(file))
        .isInstanceOf(CannotRun.class)
        .hasMessage(file + ":1: error: " + why + "; the previous configuration stays in effect");
  }
}
