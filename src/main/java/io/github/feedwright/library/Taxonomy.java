package io.github.feedwright.library;

/** A way of grouping posts; each of its terms has feeds. */
public enum Taxonomy {
  /** Categories, at {@code /categories/{slug}/}. */
  CATEGORY("category", "categories"),
  /** Tags, at {@code /tags/{slug}/}. */
  TAG("tag", "tags"),
  /** Authors, at {@code /authors/{slug}/}. */
  AUTHOR("author", "authors");

  private final String label;
  private final String plural;

  Taxonomy(String label, String plural) {
    this.label = label;
    this.plural = plural;
  }

  /** The singular: in the configuration, in ids and on pages. */
  public String label() {
    return label;
  }

  /** The plural: the first path segment of its feeds. */
  public String plural() {
    return plural;
  }
}
