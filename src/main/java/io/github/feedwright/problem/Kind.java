package io.github.feedwright.problem;

import java.util.Locale;

/** What a problem is about: summaries and {@code /healthz} count problems by it. */
public enum Kind {
  /** {@code config.yaml} or the authors file. */
  CONFIGURATION,
  /** A file that cannot be read, is not text, or may be part of a draft. */
  FILE,
  /** Front matter that does not parse. */
  FRONT_MATTER,
  /** A front matter field whose value is not understood. */
  FIELD,
  /** A date that is missing or does not parse. */
  DATE,
  /** Two posts that want one id, permalink or alias. */
  CLASH,
  /** The id of a post: a line of {@code ids.tsv}, or one that is not written down. */
  ID,
  /** Posts that are held back, since readers would see them again as new. */
  GUARD,
  /** Something in a post's body that is not understood or was removed. */
  CONTENT,
  /** Files that a post uses and that are not served, because of their type. */
  FILE_TYPE,
  /** A tag of a template language that is not understood. */
  TEMPLATE,
  /** A post that is not published, because a generator, a theme or its author hides it. */
  HIDDEN,
  /** A limit was reached. */
  LIMIT;

  /** The name in summaries: lower case, words joined by {@code -}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
