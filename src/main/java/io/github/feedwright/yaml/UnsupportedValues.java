package io.github.feedwright.yaml;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.events.Event;

/** The unsupported values of a document. */
final class UnsupportedValues {
  private final SourceText source;
  private @Nullable Advice advice;
  private @Nullable Unread first;
  private @Nullable Unread last;

  UnsupportedValues(SourceText source) {
    this.source = source;
  }

  /** An unsupported value with this message. */
  Unread value(Event event, String message) {
    return value(event, advice -> new MalformedYaml(source.line(event.getStartMark()), message));
  }

  /** An unsupported value with the message that this advice gives. */
  Unread value(Event event, Function<Advice, MalformedYaml> problem) {
    // Once per line: reading one long line again for each of its thousand tags would be quadratic.
    if (last == null || last.line() != source.line(event.getStartMark())) {
      advice = advice == null ? new Advice(source) : advice;
      MalformedYaml said = problem.apply(advice);
      last = new Unread(said.getMessage(), said.line());
      first = first == null ? last : first;
    }
    return last;
  }

  void refuse() throws MalformedYaml {
    if (first != null) {
      throw refused(first);
    }
  }

  static MalformedYaml refused(Unread unread) {
    return new MalformedYaml(unread.line(), unread.problem());
  }
}
