package io.github.feedwright.library;

/**
 * A file beside the posts that is served as it is: an image, a sound, a film, a PDF.
 *
 * @param path below the posts directory
 * @param size in bytes
 */
public record Attachment(String path, long size) {}
