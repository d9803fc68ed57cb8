/** The feeds and exports of previous generators, and the post for each of their entries. */
@NullMarked
package io.github.feedwright.migration;

import org.jspecify.annotations.NullMarked;
