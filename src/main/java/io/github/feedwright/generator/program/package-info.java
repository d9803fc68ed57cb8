/** The generators that are known: one class for each program. */
@NullMarked
package io.github.feedwright.generator.program;

import org.jspecify.annotations.NullMarked;
