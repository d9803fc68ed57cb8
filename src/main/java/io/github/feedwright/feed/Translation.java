package io.github.feedwright.feed;

/**
 * A post in one language, where it is translated.
 *
 * @param language BCP 47
 * @param url the absolute address of its page
 */
public record Translation(String language, String url) {}
