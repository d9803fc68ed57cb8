package io.github.feedwright.yaml;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.events.Event;

/** What a document holds that is not taken. */
final class Untaken {
  private final SourceText source;
  private @Nullable Advice advice;
  private @Nullable Unread first;
  private @Nullable Unread last;

  Untaken(SourceText source) {
    this.source = source;
  }

  /** A value of which this is to be said. */
  Unread value(Event event, String message) {
    return value(event, advice -> new MalformedYaml(source.line(event.getStartMark()), message));
  }

  /** A value of which the advice is to be given. */
  Unread value(Event event, Function<Advice, MalformedYaml> problem) {
    // Once per line: to look at one long line for each of its thousand tags would be quadratic.
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
