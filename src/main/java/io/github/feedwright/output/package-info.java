/** A snapshot as files, for hosts that serve files. */
@NullMarked
package io.github.feedwright.output;

import org.jspecify.annotations.NullMarked;
