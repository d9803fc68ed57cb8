/** Rendering posts and keeping the entries that feeds show. */
@NullMarked
package io.github.feedwright.edition.entry;

import org.jspecify.annotations.NullMarked;
