package io.github.feedwright.content;

/**
 * A piece of a text.
 *
 * @param start the index of its first character
 * @param end the index after its last
 */
record TextRange(int start, int end) {}
