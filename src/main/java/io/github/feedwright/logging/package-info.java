/** What is logged to standard error; the only package that knows which library does it. */
@NullMarked
package io.github.feedwright.logging;

import org.jspecify.annotations.NullMarked;
