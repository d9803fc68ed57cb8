package io.github.feedwright.settings;

import java.util.Optional;
import java.util.function.Function;

/** What may stand as a value, and what becomes of it. */
@FunctionalInterface
interface Form<T> {

  /**
   * Reads a value.
   *
   * @param text the value as written, without white space around it
   * @throws Refused where it is not of this form
   */
  T read(String text) throws Refused;

  /** A form whose refusal says what is allowed instead, such as {@code a number from 1 to 9}. */
  static <T> Form<T> of(String allowed, Function<String, Optional<T>> parser) {
    return text ->
        parser.apply(text).orElseThrow(() -> new Refused("is not allowed; write " + allowed));
  }

  /** A value that is not of its form; the message goes on after the value. */
  final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }
}
