/** The command line. */
@NullMarked
package io.github.feedwright.cli;

import org.jspecify.annotations.NullMarked;
