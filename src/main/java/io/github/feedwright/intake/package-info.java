/** From changed files to the file state: finds them, and reads those that have settled. */
@NullMarked
package io.github.feedwright.intake;

import org.jspecify.annotations.NullMarked;
