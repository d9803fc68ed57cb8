package io.github.feedwright.settings.value;

import java.util.Optional;
import java.util.function.Function;

/** The allowed form of a value, and how it is read. */
@FunctionalInterface
public interface Form<T> {

  /**
   * Reads a value.
   *
   * @param text the value as written, without white space around it
   * @throws Refused if it does not have this form
   */
  T read(String text) throws Refused;

  /** A form whose refusal says what is allowed instead, such as {@code a number from 1 to 9}. */
  static <T> Form<T> of(String allowed, Function<String, Optional<T>> parser) {
    return text ->
        parser.apply(text).orElseThrow(() -> new Refused("is not allowed; write " + allowed));
  }

  /** A value of the wrong form; the message continues after the value. */
  final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    public Refused(String message) {
      super(message);
    }
  }
}
