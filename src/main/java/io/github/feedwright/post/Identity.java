package io.github.feedwright.post;

import org.jspecify.annotations.Nullable;

/**
 * What the front matter says about a post's id.
 *
 * @param guid the id itself ({@code guid}, {@code id}, {@code wordpress_url}, {@code blogger_id}),
 *     or null
 * @param wordpressId the number that WordPress gave the post, or null
 */
public record Identity(@Nullable String guid, @Nullable String wordpressId) {}
