/**
 * HTML for people: the site's page, a page for every feed, a page for every post.
 *
 * <p>The records are what a page shows; {@link io.github.feedwright.page.Pages} turns them into
 * documents through the templates in {@code src/main/jte}, which escape by context. Every href is
 * percent-encoded; between our own pages it is path-absolute, so that a page works at any host.
 *
 * <p>A document needs nothing besides itself: its style sheet stands in it and it has no script.
 * Its Content-Security-Policy says so, and stands in it too, so that it also holds where a written
 * site is served by something else.
 */
@NullMarked
package io.github.feedwright.page;

import org.jspecify.annotations.NullMarked;
