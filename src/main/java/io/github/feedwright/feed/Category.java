package io.github.feedwright.feed;

/**
 * A category or tag of an entry.
 *
 * @param term the term's slug: the same for all spellings
 * @param label as the entry's author spells it
 * @param scheme the absolute address of the term's taxonomy, such as {@code
 *     https://feeds.example.org/tags/}
 */
public record Category(String term, String label, String scheme) {}
