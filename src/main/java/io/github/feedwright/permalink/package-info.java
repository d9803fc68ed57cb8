/** The paths of posts, made from patterns. */
@NullMarked
package io.github.feedwright.permalink;

import org.jspecify.annotations.NullMarked;
