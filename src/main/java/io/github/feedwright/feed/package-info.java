/** Feeds and their entries, before any format. */
@NullMarked
package io.github.feedwright.feed;

import org.jspecify.annotations.NullMarked;
