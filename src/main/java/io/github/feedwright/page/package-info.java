/** HTML for people: the site's page, a page for every feed, a page for every post. */
@NullMarked
package io.github.feedwright.page;

import org.jspecify.annotations.NullMarked;
