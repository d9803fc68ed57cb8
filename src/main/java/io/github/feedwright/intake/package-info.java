/** From changed files to their content: finds them, reads them, and keeps the results. */
@NullMarked
package io.github.feedwright.intake;

import org.jspecify.annotations.NullMarked;
