package io.github.feedwright.page;

import org.jspecify.annotations.Nullable;

/**
 * A name with a link: an author, a term, another post.
 *
 * @param title plain text
 * @param href the target, or null if there is none
 */
public record Link(String title, @Nullable String href) {}
