package io.github.feedwright.library;

import io.github.feedwright.settings.FeedsSettings;
import java.util.Arrays;
import java.util.Optional;

/** A way of grouping posts; each of its terms has feeds. */
public enum Taxonomy {
  /** Categories, at {@code /categories/{slug}/}. */
  CATEGORY("category", "categories"),
  /** Tags, at {@code /tags/{slug}/}. */
  TAG("tag", "tags"),
  /** Authors, at {@code /authors/{slug}/}. */
  AUTHOR("author", "authors"),
  /** Configured languages, at {@code /languages/{code}/}. */
  LANGUAGE("language", "languages"),
  /**
   * Configured combinations of terms, at {@code /feeds/{name}/}: a post has those that choose it.
   */
  COMBINATION("combination", "feeds");

  private final String label;
  private final String plural;

  Taxonomy(String label, String plural) {
    this.label = label;
    this.plural = plural;
  }

  /** The taxonomy with a label. */
  public static Optional<Taxonomy> labelled(String label) {
    return Arrays.stream(values()).filter(each -> each.label.equals(label)).findFirst();
  }

  /** Whether posts name its terms; those of the others follow from what posts say. */
  public boolean isWritten() {
    return this == CATEGORY || this == TAG || this == AUTHOR;
  }

  /** Whether its terms say what posts are about: entries carry these. */
  public boolean isSubject() {
    return this == CATEGORY || this == TAG;
  }

  /** Whether its terms have feeds. */
  public boolean hasFeeds(FeedsSettings settings) {
    return settings.by().contains(label);
  }

  /** The name of the group of its terms, in lower case. */
  public String group() {
    return this == COMBINATION ? "selections" : plural;
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
