/** Reads files of the directory, and writes what they contain into the file state. */
@NullMarked
package io.github.feedwright.intake.reading;

import org.jspecify.annotations.NullMarked;
