package io.github.feedwright.library;

/**
 * One value of a taxonomy. Spellings with the same slug are one term.
 *
 * @param taxonomy the taxonomy
 * @param slug its path segment, not percent-encoded; it identifies the term
 */
public record Term(Taxonomy taxonomy, String slug) implements Comparable<Term> {
  /** By taxonomy, then slug. */
  @Override
  public int compareTo(Term other) {
    int order = taxonomy.compareTo(other.taxonomy);
    return order != 0 ? order : slug.compareTo(other.slug);
  }
}
