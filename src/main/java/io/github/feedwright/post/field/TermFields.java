package io.github.feedwright.post.field;

import io.github.feedwright.generator.Generator;
import io.github.feedwright.yaml.Mapping;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A post's categories and tags, as its author spells them. */
public final class TermFields {
  private final int most;
  private final ListedNames.Split several;

  /** Reads at most this many terms per post and taxonomy. */
  public TermFields(int most, Generator generator) {
    this.most = most;
    this.several =
        generator.splitsTagsAtBlanks() ? ListedNames.Split.BLANKS : ListedNames.Split.SEPARATORS;
  }

  /** Folders that are categories, then {@code category}, {@code categories}, Zola's taxonomies. */
  public List<String> categories(Fields fields, List<String> folders, FieldProblems report) {
    Set<String> terms = new LinkedHashSet<>(folders);
    add(terms, fields, "category", ListedNames.Split.NEVER, report);
    add(terms, fields, "categories", several, report);
    Fields taxonomies = fields.nested("taxonomies");
    if (taxonomies != null) {
      add(terms, taxonomies, "category", ListedNames.Split.NEVER, report);
      add(terms, taxonomies, "categories", several, report);
    }
    // WordPress adds it to every post that has no category.
    terms.removeIf("Uncategorized"::equalsIgnoreCase);
    return new BoundedList(most, fields, report)
        .of(terms, name -> name, "terms", "categories", "category", "taxonomies");
  }

  public List<String> tags(Fields fields, FieldProblems report) {
    Set<String> terms = new LinkedHashSet<>();
    add(terms, fields, "tag", ListedNames.Split.SEPARATORS, report);
    add(terms, fields, "tags", several, report);
    Fields taxonomies = fields.nested("taxonomies");
    if (taxonomies != null) {
      add(terms, taxonomies, "tag", ListedNames.Split.SEPARATORS, report);
      add(terms, taxonomies, "tags", several, report);
    }
    return new BoundedList(most, fields, report)
        .of(terms, name -> name, "terms", "tags", "tag", "taxonomies");
  }

  private static void add(
      Set<String> terms, Fields fields, String key, ListedNames.Split split, FieldProblems report) {
    Mapping.Field field = fields.get(key);
    if (field != null) {
      ListedNames.of(field, split, report).stream()
          .filter(ListedNames::isVisible)
          .map(String::intern) // Thousands of posts have the same few.
          .forEach(terms::add);
    }
  }
}
