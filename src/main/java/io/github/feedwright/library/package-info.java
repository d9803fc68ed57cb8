/** All posts at one instant: their order, terms, ids and permalinks. */
@NullMarked
package io.github.feedwright.library;

import org.jspecify.annotations.NullMarked;
