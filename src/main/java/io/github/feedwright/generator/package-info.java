/**
 * What differs between the generators that posts were written for: a class for each is in {@code
 * program}.
 */
@NullMarked
package io.github.feedwright.generator;

import org.jspecify.annotations.NullMarked;
