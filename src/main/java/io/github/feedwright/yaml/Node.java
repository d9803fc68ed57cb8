package io.github.feedwright.yaml;

/**
 * A value of a YAML document, or of a document in another notation brought into the same form, with
 * the line on which it stands.
 */
public sealed interface Node permits Scalar, Sequence, Mapping, Null, Unread {
  /** The line of the file, from 1. */
  int line();
}
