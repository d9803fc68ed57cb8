/** From a file's bytes to a post. */
@NullMarked
package io.github.feedwright.post.reading;

import org.jspecify.annotations.NullMarked;
