package io.github.feedwright.web;

/** A path that was deliberately removed: 410. */
public record Gone() implements Resource {}
