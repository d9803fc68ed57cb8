package io.github.feedwright.post.field;

import io.github.feedwright.post.value.Value;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** Collects the problems of one post while it is read. */
public final class FieldProblems {
  private final String file;
  private final Kind kind;
  private final List<Problem> problems = new ArrayList<>();

  /** Reports problems with fields under this kind. */
  public FieldProblems(String file, Kind kind) {
    this.kind = kind;
    this.file = file;
  }

  /** A problem that makes the post differ from what its author meant. */
  public void error(Kind what, int line, String message) {
    problems.add(Problem.error(file, line, what, message));
  }

  /** Most of a text consists of programs, which are not run. */
  public void mostlyGone(int line) {
    problems.add(
        Problem.warning(
            file,
            line,
            Kind.CONTENT,
            "most of the post consists of components and expressions, which are not run, so readers"
                + " see little of it; write what they should see as Markdown"));
  }

  /** What keeps the post from being published, in the same words for every such post. */
  public void hidden(int line, String why) {
    problems.add(Problem.note(file, line, Kind.HIDDEN, why + ", so the post is not published"));
  }

  /** A file without a date where such files are pages; unless sure, the date may be forgotten. */
  public void undatedPage(int line, boolean isSure) {
    String message =
        "date: is missing, so this is a page and is not published; if it is a post, write date:"
            + " 2013-07-12 13:35:41 +0000";
    Problem warning = Problem.warning(file, line, Kind.HIDDEN, message);
    problems.add(isSure ? warning.asNote() : warning);
  }

  /** A field that is left out because its value is not understood. */
  public void unclear(Value value, String message) {
    problems.add(warning(value, message));
  }

  /** A field that has an effect, but maybe not the one that its author expects. */
  public void note(Value value, String message) {
    problems.add(Problem.note(file, value.line(), kind, value + " " + message));
  }

  /** A problem with a field that is reported only if it turns out to be one. */
  Problem warning(Value value, String message) {
    return Problem.warning(file, value.line(), kind, value + " " + message);
  }

  /** A field that is left out because it has the wrong shape. */
  public void unclear(String key, int line, String message) {
    problems.add(Problem.warning(file, line, kind, key + ": " + message));
  }

  /** A field that the post has twice, perhaps with the same value. */
  void repeated(String key, int line, boolean isSame, String message) {
    if (isSame) {
      problems.add(Problem.note(file, line, kind, key + ": " + message));
    } else {
      unclear(key, line, message);
    }
  }

  public boolean has(Kind what) {
    return problems.stream().anyMatch(problem -> problem.kind() == what);
  }

  public List<Problem> problems() {
    return problems.stream().sorted().distinct().toList();
  }
}
