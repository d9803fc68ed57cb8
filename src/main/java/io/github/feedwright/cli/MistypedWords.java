package io.github.feedwright.cli;

import io.github.feedwright.text.Spelling;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line in one line, and which word may have been meant. */
final class MistypedWords implements IParameterExceptionHandler {
  private static final int COULD_NOT_RUN = 2;

  @Override
  public int handleParseException(ParameterException failure, String[] args) {
    CommandLine command = failure.getCommandLine();
    command.getErr().println(message(failure, command));
    String name = command.getCommandSpec().qualifiedName();
    command.getErr().println("Try " + name + " --help");
    command.getErr().flush();
    return COULD_NOT_RUN;
  }

  private static String message(ParameterException failure, CommandLine command) {
    if (!(failure instanceof UnmatchedArgumentException unmatched)) {
      return String.valueOf(failure.getMessage());
    }
    String written = unmatched.getUnmatched().get(0);
    String word = written.replaceFirst("=.*$", "");
    List<String> known = new ArrayList<>(command.getSubcommands().keySet());
    command.getCommandSpec().options().forEach(option -> known.addAll(List.of(option.names())));
    String what = word.startsWith("-") ? "there is no option " : "there is no command ";
    return what
        + word
        + Spelling.nearest(word, known).map(near -> "; did you mean " + near + "?").orElse("");
  }
}
