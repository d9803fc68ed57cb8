package io.github.feedwright.library;

/**
 * A file next to posts that is served unchanged: an image, a sound, a video, a PDF.
 *
 * @param path below the posts directory
 * @param size in bytes
 */
public record Attachment(String path, long size) {}
