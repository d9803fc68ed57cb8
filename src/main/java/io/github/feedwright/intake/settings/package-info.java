/** The files that the configuration names: authors, and the words of pages. */
@NullMarked
package io.github.feedwright.intake.settings;

import org.jspecify.annotations.NullMarked;
