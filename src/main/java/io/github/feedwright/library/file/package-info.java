/** The files next to posts. */
@NullMarked
package io.github.feedwright.library.file;

import org.jspecify.annotations.NullMarked;
