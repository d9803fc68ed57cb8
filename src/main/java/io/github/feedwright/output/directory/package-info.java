/** The directory that a site is written to: what may be written there, and what is ours. */
@NullMarked
package io.github.feedwright.output.directory;

import org.jspecify.annotations.NullMarked;
