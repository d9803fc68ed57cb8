package io.github.feedwright.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry point of the program. */
@Command(
    name = "feedwright",
    description = "Publishes a directory of Markdown posts as RSS, Atom and JSON Feed.",
    subcommands = {
      ServeCommand.class,
      BuildCommand.class,
      CheckCommand.class,
      InitCommand.class,
      NewCommand.class,
      IdsCommand.class,
      AdoptCommand.class,
      PushCommand.class,
      CompletionCommand.class,
      CommandLine.HelpCommand.class
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {"", "Without a command, feedwright serves."})
public final class Main {
  private static final Set<String> OWN_OPTIONS = Set.of("-h", "--help", "-V", "--version");

  /** picocli needs an instance of the command. */
  public Main() {}

  /** Runs a command and exits with its status: 0, 1 if it found problems, 2 if it failed. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** Runs a command and returns its exit status. */
  static int run(String... args) {
    CommandLine command = new CommandLine(new Main());
    command.setExecutionExceptionHandler(new FailureHandler());
    command.setParameterExceptionHandler(new MistypedWords());
    return command.execute(withCommand(args));
  }

  /** No command means {@code serve}, with any options. */
  private static String[] withCommand(String[] args) {
    boolean named = args.length > 0 && (OWN_OPTIONS.contains(args[0]) || !args[0].startsWith("-"));
    if (named) {
      return args;
    }
    List<String> serve = new ArrayList<>(List.of("serve"));
    serve.addAll(List.of(args));
    return serve.toArray(String[]::new);
  }
}
