package io.github.feedwright.library;

/**
 * A term of one post, as that post writes it.
 *
 * @param term which it is
 * @param spelling what readers see of it in this post's entry
 */
public record SpelledTerm(Term term, String spelling) {}
