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
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {"", "Without a command, feedwright serves."})
public final class Main {
  private static final Set<String> OWN_OPTIONS = Set.of("-h", "--help", "-V", "--version");

  private static final List<Class<?>> COMMANDS =
      List.of(
          ServeCommand.class,
          BuildCommand.class,
          CheckCommand.class,
          InitCommand.class,
          NewCommand.class,
          IdsCommand.class,
          AdoptCommand.class,
          PushCommand.class);

  private Main() {}

  /** Runs a command and exits with its status: 0, 1 if it found problems, 2 if it failed. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** Runs a command and returns its exit status. */
  static int run(String... args) {
    String[] words = withCommand(args);
    CommandLine command = commandLine(words[0]);
    command.setExecutionExceptionHandler(new FailureHandler());
    command.setParameterExceptionHandler(new MistypedWords());
    return command.execute(words);
  }

  /**
   * The commands that a first word may mean. If it is one of them, only that one: reading the
   * annotations of all takes longer than many a site.
   */
  public static CommandLine commandLine(String word) {
    CommandLine line = new CommandLine(new Main());
    for (Class<?> each : COMMANDS) {
      if (each.getAnnotation(Command.class).name().equals(word)) {
        return line.addSubcommand(each);
      }
    }
    COMMANDS.forEach(line::addSubcommand);
    return line.addSubcommand(CompletionCommand.class).addSubcommand(CommandLine.HelpCommand.class);
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
