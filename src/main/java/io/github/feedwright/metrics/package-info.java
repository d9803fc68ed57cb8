/** Metrics of a running server. The only package that uses Micrometer. */
@NullMarked
package io.github.feedwright.metrics;

import org.jspecify.annotations.NullMarked;
