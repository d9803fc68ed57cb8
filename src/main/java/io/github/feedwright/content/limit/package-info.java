/** Limits on the work and the output of one post. */
@NullMarked
package io.github.feedwright.content.limit;

import org.jspecify.annotations.NullMarked;
