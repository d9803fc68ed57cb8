/** The first files of a site, and of a post. */
@NullMarked
package io.github.feedwright.setup;

import org.jspecify.annotations.NullMarked;
