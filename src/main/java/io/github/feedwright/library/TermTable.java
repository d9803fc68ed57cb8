package io.github.feedwright.library;

import java.util.Set;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * The terms that have posts, and the posts of each.
 *
 * @param terms by taxonomy, then by slug
 */
record TermTable(PSortedMap<Term, TermPosts> terms) {
  static final TermTable EMPTY = new TermTable(TreePMap.empty());

  TermTable with(IndexedPost post) {
    PSortedMap<Term, TermPosts> more = terms;
    for (SpelledTerm each : post.terms()) {
      TermPosts old = more.get(each.term());
      TermPosts base = old == null ? TermPosts.EMPTY : old;
      more = more.plus(each.term(), base.plus(post.post(), each.spelling()));
    }
    return new TermTable(more);
  }

  TermTable without(IndexedPost post) {
    PSortedMap<Term, TermPosts> fewer = terms;
    for (SpelledTerm each : post.terms()) {
      TermPosts old = fewer.get(each.term());
      if (old != null) {
        TermPosts rest = old.minus(post.post(), each.spelling());
        fewer = rest.posts().isEmpty() ? fewer.minus(each.term()) : fewer.plus(each.term(), rest);
      }
    }
    return new TermTable(fewer);
  }

  /** The posts of a term; none for a term without posts. */
  PostSet posts(Term term) {
    TermPosts found = terms.get(term);
    return found == null ? PostSet.EMPTY : found.posts();
  }

  /** The terms of a taxonomy, by slug. */
  Set<Term> of(Taxonomy taxonomy) {
    // No slug has this character.
    return terms.subMap(new Term(taxonomy, ""), true, new Term(taxonomy, "\uFFFF"), false).keySet();
  }

  /** The spelling that is the title of a term that has posts. */
  String title(Term term) {
    TermPosts found = terms.get(term);
    return found == null ? term.slug() : found.title();
  }
}
