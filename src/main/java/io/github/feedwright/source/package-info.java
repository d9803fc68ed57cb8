/** Files on disk, whatever they mean: which there are, their bytes, and hints when they change. */
@NullMarked
package io.github.feedwright.source;

import org.jspecify.annotations.NullMarked;
