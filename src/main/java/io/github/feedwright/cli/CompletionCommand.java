package io.github.feedwright.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a script by which a shell completes commands and options. */
@Command(
    name = "completion",
    description = {
      "Prints a script by which a shell completes commands and options.",
      "bash, zsh: source <(feedwright completion bash)",
      "fish: feedwright completion fish | source"
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class CompletionCommand implements Callable<Integer> {
  @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}.")
  private @Nullable Shell shell;

  @Spec private @Nullable CommandSpec spec;

  /** The shells; the names are the values of the parameter. */
  enum Shell {
    bash,
    zsh,
    fish
  }

  @Override
  public Integer call() {
    CommandLine own = Objects.requireNonNull(spec).commandLine();
    CommandLine whole = Objects.requireNonNull(own.getParent());
    // The script for bash turns zsh's own emulation of it on.
    own.getOut().print(shell == Shell.fish ? fish(whole) : AutoComplete.bash("feedwright", whole));
    own.getOut().flush();
    return 0;
  }

  private static String fish(CommandLine whole) {
    StringBuilder script = new StringBuilder("complete -c feedwright -f\n");
    whole
        .getSubcommands()
        .forEach(
            (name, command) -> {
              script
                  .append("complete -c feedwright -n __fish_use_subcommand -a ")
                  .append(name)
                  .append(" -d ")
                  .append(quoted(command.getCommandSpec().usageMessage().description()))
                  .append('\n');
              for (OptionSpec option : command.getCommandSpec().options()) {
                script.append(line(name, option));
              }
            });
    return script.toString();
  }

  private static String line(String command, OptionSpec option) {
    StringBuilder line =
        new StringBuilder("complete -c feedwright -n '__fish_seen_subcommand_from ")
            .append(command)
            .append('\'');
    for (String name : option.names()) {
      line.append(name.startsWith("--") ? " -l " : " -s ").append(name.replaceFirst("^--?", ""));
    }
    boolean takesFile = option.paramLabel().matches("FILE|DIR|OLD-FEED");
    line.append(option.arity().max() == 0 ? "" : takesFile ? " -r -F" : " -x");
    return line.append(" -d ").append(quoted(option.description())).append('\n').toString();
  }

  private static String quoted(String... description) {
    String first = description.length == 0 ? "" : description[0].replaceAll("\\$\\{.*?\\}", "");
    return '\'' + first.replace("\\", "\\\\").replace("'", "\\'") + '\'';
  }
}
