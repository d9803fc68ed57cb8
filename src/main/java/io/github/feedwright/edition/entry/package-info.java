/** Renders posts and keeps the entries of feeds. */
@NullMarked
package io.github.feedwright.edition.entry;

import org.jspecify.annotations.NullMarked;
