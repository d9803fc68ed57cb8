package io.github.feedwright.page;

import org.jspecify.annotations.Nullable;

/**
 * A name that leads somewhere: an author, a term, another post.
 *
 * @param title plain text
 * @param href where to, or null where there is nothing to go to
 */
public record Link(String title, @Nullable String href) {}
