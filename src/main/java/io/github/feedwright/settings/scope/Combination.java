package io.github.feedwright.settings.scope;

/**
 * A feed of posts that a combination of terms chooses.
 *
 * @param name its path segment, a slug; ids contain it, so that the choice can change without them
 * @param title what it is called, plain text
 * @param selection which posts it contains
 * @param file the file that configures it
 * @param line its line there
 */
public record Combination(String name, String title, Selection selection, String file, int line) {}
