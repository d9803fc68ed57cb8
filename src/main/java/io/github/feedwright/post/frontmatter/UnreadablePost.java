package io.github.feedwright.post.frontmatter;

import io.github.feedwright.problem.Kind;

/** A post that cannot be read; the message says how to fix it. */
public final class UnreadablePost extends Exception {
  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final int line;

  UnreadablePost(Kind kind, int line, String message) {
    super(message, null, false, false);
    this.kind = kind;
    this.line = line;
  }

  public Kind kind() {
    return kind;
  }

  /** The line of the file, from 1. */
  public int line() {
    return line;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
