package io.github.feedwright.web;

/**
 * A path that has moved permanently: 301.
 *
 * @param location a path or an absolute address, percent-encoded
 */
public record Redirect(String location) implements Resource {}
