package io.github.feedwright.content.markdown;

/**
 * A piece of a text.
 *
 * @param start the index of its first character
 * @param end the index after its last
 */
public record TextRange(int start, int end) {}
