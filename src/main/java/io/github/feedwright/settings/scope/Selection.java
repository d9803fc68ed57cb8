package io.github.feedwright.settings.scope;

import io.github.feedwright.settings.value.Form;
import io.github.feedwright.settings.value.Forms;
import io.github.feedwright.settings.value.Section;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A choice of posts by their terms, which are named as {@code tag/python} or {@code language/en}.
 *
 * @param all the post has all of these
 * @param any the post has one of these; empty if it needs none
 * @param not the post has none of these
 */
public record Selection(List<String> all, List<String> any, List<String> not) {
  private static final Form<String> TERM =
      Forms.termOf(List.of("category", "tag", "author", "language"));

  public Selection {
    all = List.copyOf(all);
    any = List.copyOf(any);
    not = List.copyOf(not);
  }

  /** The choice that these keys of a section make: {@code all}, {@code any} and {@code not}. */
  static Selection read(Section section) {
    return new Selection(terms(section, "all"), terms(section, "any"), terms(section, "not"));
  }

  /** The terms of a list. */
  static List<String> terms(Section section, String key) {
    return section.list(key, List.of(), TERM);
  }

  /** The same of a list that may be absent, but not empty. */
  static List<String> someTerms(Section section, String key) {
    return section.some(key, List.of(), TERM);
  }

  /** Whether it chooses a post with these terms. */
  public boolean holds(Set<String> terms) {
    return terms.containsAll(all) && (any.isEmpty() || hasOne(terms, any)) && !hasOne(terms, not);
  }

  private static boolean hasOne(Set<String> terms, Collection<String> of) {
    return of.stream().anyMatch(terms::contains);
  }

  /** Every term that it names. */
  public List<String> terms() {
    return Stream.of(all, any, not).flatMap(List::stream).distinct().toList();
  }
}
