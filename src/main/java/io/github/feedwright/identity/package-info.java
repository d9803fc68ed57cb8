/**
 * What makes a post the same post over time: ids that are written down, and how one that was
 * renamed is known again.
 */
@NullMarked
package io.github.feedwright.identity;

import org.jspecify.annotations.NullMarked;
