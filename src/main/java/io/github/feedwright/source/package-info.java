/**
 * Bytes on disk, without meaning: which files there are, what is in them, and a hint when they
 * change.
 */
@NullMarked
package io.github.feedwright.source;

import org.jspecify.annotations.NullMarked;
