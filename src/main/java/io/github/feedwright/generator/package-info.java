/** What differs between the generators that posts were written for: one class for each. */
@NullMarked
package io.github.feedwright.generator;

import org.jspecify.annotations.NullMarked;
