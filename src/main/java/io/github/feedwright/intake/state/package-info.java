/** The current content of the files: posts, ids, and what is next to posts. */
@NullMarked
package io.github.feedwright.intake.state;

import org.jspecify.annotations.NullMarked;
