/** Keeps rendered posts between runs. */
@NullMarked
package io.github.feedwright.edition.store;

import org.jspecify.annotations.NullMarked;
