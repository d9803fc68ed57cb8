package io.github.feedwright.yaml;

/**
 * One value, as the author's text: {@code No}, {@code 0777} and {@code 12:30} are just that.
 *
 * @param text the text, unquoted and unescaped
 * @param plain whether it was written without quotes
 * @param line the line of the file where the text begins, from 1
 */
public record Scalar(String text, boolean plain, int line) implements Node {}
