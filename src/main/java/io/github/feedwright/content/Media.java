package io.github.feedwright.content;

/**
 * A media file attached to a post.
 *
 * @param url the absolute address
 * @param length in bytes, 0 where unknown
 * @param type the media type
 */
public record Media(String url, long length, String type) {}
