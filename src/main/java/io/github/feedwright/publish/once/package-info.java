/** What commands find in a directory that they read once: an edition, problems, or ids. */
@NullMarked
package io.github.feedwright.publish.once;

import org.jspecify.annotations.NullMarked;
