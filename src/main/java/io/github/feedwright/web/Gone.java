package io.github.feedwright.web;

/** A path that is deliberately no more: 410. */
public record Gone() implements Resource {}
