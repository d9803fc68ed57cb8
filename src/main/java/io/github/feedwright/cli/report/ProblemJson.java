package io.github.feedwright.cli.report;

import io.github.feedwright.problem.Problem;
import java.io.StringWriter;
import java.util.Collection;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes problems for tools. */
public final class ProblemJson {
  private ProblemJson() {}

  /** An array with one object for each problem: file, line, level, kind, message. */
  public static String of(Collection<Problem> problems) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartArray();
      for (Problem problem : problems) {
        json.writeStartObject();
        json.writeStringProperty("file", problem.file());
        json.writeNumberProperty("line", problem.line());
        json.writeStringProperty("level", problem.level().label());
        json.writeStringProperty("kind", problem.kind().label());
        json.writeStringProperty("message", problem.message());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    return text.toString();
  }
}
