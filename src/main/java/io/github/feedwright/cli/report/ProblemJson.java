package io.github.feedwright.cli.report;

import io.github.feedwright.problem.Problem;
import io.github.feedwright.text.Json;
import io.github.feedwright.text.Json.ObjectWriter;
import java.util.Collection;

/** Writes problems for tools. */
public final class ProblemJson {
  private ProblemJson() {}

  /** An array with one object for each problem: file, line, level, kind, message. */
  public static String of(Collection<Problem> problems) {
    return Json.COMPACT.objects(problems, ProblemJson::write);
  }

  private static void write(ObjectWriter out, Problem problem) {
    out.text("file", problem.file());
    out.number("line", problem.line());
    out.text("level", problem.level().label());
    out.text("kind", problem.kind().label());
    out.text("message", problem.message());
  }
}
