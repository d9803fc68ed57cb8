package io.github.feedwright.post;

import org.jspecify.annotations.Nullable;

/**
 * A media file attached to a post, as written.
 *
 * @param url absolute or relative
 * @param length in bytes, or -1 if the author does not say
 * @param type the media type, or null if the author does not say
 */
public record Enclosure(String url, long length, @Nullable String type) {}
