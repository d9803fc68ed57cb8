/**
 * What the web can see at one instant: resources, their representations, entity tags and codings.
 */
@NullMarked
package io.github.feedwright.web;

import org.jspecify.annotations.NullMarked;
