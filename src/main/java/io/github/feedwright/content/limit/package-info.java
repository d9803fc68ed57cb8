/** How much work, and how much output, one post may be. */
@NullMarked
package io.github.feedwright.content.limit;

import org.jspecify.annotations.NullMarked;
