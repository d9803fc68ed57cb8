package io.github.feedwright.feed;

/**
 * Another page that an entry goes with.
 *
 * @param relation {@code via} for the post's own page where the entry's link goes to the linked
 *     one, {@code related} for the linked page where it does not
 * @param url absolute
 */
public record Related(String relation, String url) {}
