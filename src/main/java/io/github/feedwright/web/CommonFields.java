package io.github.feedwright.web;

import java.util.List;

/** The header fields of every response. */
public final class CommonFields {
  /**
   * Feed readers in browsers may use it from any origin (Fetch, section 3.2), and no browser
   * guesses a type.
   */
  public static final List<Field> ALL =
      List.of(
          new Field("Access-Control-Allow-Origin", "*"),
          new Field("Access-Control-Expose-Headers", "ETag, Last-Modified, Link, Retry-After"),
          new Field("X-Content-Type-Options", "nosniff"));

  private CommonFields() {}

  /** A header field. */
  public record Field(String name, String value) {}
}
