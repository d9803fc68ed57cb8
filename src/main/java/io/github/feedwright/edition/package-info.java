/** From a library to the next snapshot: writes the feeds, pages and lists that a change touches. */
@NullMarked
package io.github.feedwright.edition;

import org.jspecify.annotations.NullMarked;
