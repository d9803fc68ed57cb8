package io.github.feedwright.library;

/**
 * One value of a taxonomy. Two spellings of one slug are one term.
 *
 * @param taxonomy the taxonomy
 * @param slug its path segment, not percent-encoded; what makes it this term
 */
public record Term(Taxonomy taxonomy, String slug) implements Comparable<Term> {
  /** By taxonomy, then slug. */
  @Override
  public int compareTo(Term other) {
    int order = taxonomy.compareTo(other.taxonomy);
    return order != 0 ? order : slug.compareTo(other.slug);
  }
}
