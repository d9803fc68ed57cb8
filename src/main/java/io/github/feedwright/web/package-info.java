/**
 * What HTTP can serve at one instant: resources, their representations, entity tags and codings.
 */
@NullMarked
package io.github.feedwright.web;

import org.jspecify.annotations.NullMarked;
