package io.github.feedwright.yaml;

/**
 * A value that is YAML but is not taken: one with a tag, a list or map that is named again, a map
 * with a merge key.
 *
 * @param problem what to say where the value matters, in one line
 * @param line the line of the file, from 1
 */
public record Unread(String problem, int line) implements Node {}
