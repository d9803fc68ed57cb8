/** The documents of feeds and the list of them, and what answers at a path. */
@NullMarked
package io.github.feedwright.edition.document;

import org.jspecify.annotations.NullMarked;
