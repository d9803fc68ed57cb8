package io.github.feedwright.output;

import java.util.SortedMap;

/**
 * What was written.
 *
 * @param changed how many files are new, or have other bytes than before
 * @param same how many files had these bytes already, and were not touched
 * @param removed how many files were deleted, because their paths are no longer published
 * @param leftOut the paths that are not written, with the reason as the end of a sentence
 */
public record BuildCounts(int changed, int same, int removed, SortedMap<String, String> leftOut) {}
