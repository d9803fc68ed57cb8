package io.github.feedwright.web;

/** A content coding of a body (RFC 9110, section 8.4.1). */
public enum ContentCoding {
  /** Not compressed. */
  IDENTITY("identity", ""),
  /** RFC 1952, level 6. */
  GZIP("gzip", "-gz"),
  /** RFC 7932, level 5. */
  BROTLI("br", "-br");

  private final String token;
  private final String suffix;

  ContentCoding(String token, String suffix) {
    this.token = token;
    this.suffix = suffix;
  }

  /** The name in {@code Accept-Encoding} and {@code Content-Encoding}. */
  public String token() {
    return token;
  }

  /** The suffix of the entity tag of a body in this coding. */
  String suffix() {
    return suffix;
  }
}
