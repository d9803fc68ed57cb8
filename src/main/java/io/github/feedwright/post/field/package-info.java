/** From fields to what a post says about itself: one class for each kind of field. */
@NullMarked
package io.github.feedwright.post.field;

import org.jspecify.annotations.NullMarked;
