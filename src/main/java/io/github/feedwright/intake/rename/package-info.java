/** Finds out which new files are renamed posts, so that these keep their ids. */
@NullMarked
package io.github.feedwright.intake.rename;

import org.jspecify.annotations.NullMarked;
