package io.github.feedwright.feed;

/**
 * Another page that belongs to an entry.
 *
 * @param relation {@code via} for the post's own page if the entry links to the other page; {@code
 *     related} for the other page if the entry links to the post's own
 * @param url absolute
 */
public record Related(String relation, String url) {}
