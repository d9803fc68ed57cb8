/** Files that only their owner can read. */
@NullMarked
package io.github.feedwright.file;

import org.jspecify.annotations.NullMarked;
