package io.github.feedwright.yaml;

/**
 * A key that was written without a value, or with {@code null} or {@code ~}.
 *
 * @param line the line of the file, from 1
 */
public record Null(int line) implements Node {}
