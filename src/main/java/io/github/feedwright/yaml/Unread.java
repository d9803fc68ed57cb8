package io.github.feedwright.yaml;

/**
 * A value that is valid YAML but not supported: one with a tag, an alias of a list or map, a map
 * with a merge key.
 *
 * @param problem the message if the value is needed, in one line
 * @param line the line of the file, from 1
 */
public record Unread(String problem, int line) implements Node {}
