/** Keeps rendered posts between runs, for every command and every process of one user. */
@NullMarked
package io.github.feedwright.edition.store;

import org.jspecify.annotations.NullMarked;
