/**
 * HTML for people: the site's page, a page for every feed, a page for every post.
 *
 * <p>The records hold what a page shows; {@link io.github.feedwright.page.Pages} turns them into
 * documents through the templates in {@code src/main/jte}, which escape by context. Every href is
 * percent-encoded; between our own pages it is path-absolute, so that a page works at any host.
 *
 * <p>A document is self-contained: it includes its style sheet and has no script. It also includes
 * its Content-Security-Policy, so that the policy applies even if another server serves a site that
 * was built as files.
 */
@NullMarked
package io.github.feedwright.page;

import org.jspecify.annotations.NullMarked;
