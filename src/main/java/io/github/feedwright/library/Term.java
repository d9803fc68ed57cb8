package io.github.feedwright.library;

/**
 * One value of a taxonomy. Spellings with the same slug are one term.
 *
 * @param taxonomy the taxonomy
 * @param slug its path segment, not percent-encoded; it identifies the term
 */
public record Term(Taxonomy taxonomy, String slug) implements Comparable<Term> {
  /**
   * The term with such a name.
   *
   * @throws IllegalArgumentException if there is no such taxonomy
   */
  public static Term named(String name) {
    int slash = name.indexOf('/');
    Taxonomy taxonomy =
        Taxonomy.labelled(name.substring(0, slash))
            .orElseThrow(() -> new IllegalArgumentException(name));
    return new Term(taxonomy, name.substring(slash + 1));
  }

  /** Its name in the configuration, such as {@code tag/cloud}. */
  public String name() {
    return taxonomy.label() + "/" + slug;
  }

  /** By taxonomy, then slug. */
  @Override
  public int compareTo(Term other) {
    int order = taxonomy.compareTo(other.taxonomy);
    return order != 0 ? order : slug.compareTo(other.slug);
  }
}
