package io.github.feedwright.source;

/** What happened to a file, as far as is known. */
public enum FileEvent {
  /** Its name has just appeared: it was created, or renamed to this name. */
  APPEARED,
  /** It was written, its attributes changed, or it should be checked for another reason. */
  CHANGED,
  /** Its name is gone: it was deleted, or renamed to another. */
  REMOVED
}
