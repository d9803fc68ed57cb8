package io.github.feedwright.cli;

import io.github.feedwright.cli.option.CannotRun;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** A user's mistake ends with its message; only bugs show a stack trace. */
final class FailureHandler implements IExecutionExceptionHandler {
  private static final int COULD_NOT_RUN = 2;

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed)
      throws Exception {
    if (failure instanceof CannotRun) {
      command.getErr().println(failure.getMessage());
      return COULD_NOT_RUN;
    }
    throw failure;
  }
}
