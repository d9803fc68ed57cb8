/**
 * What the web can see: representations, the snapshot that holds them, and the pipeline that makes
 * it.
 */
@NullMarked
package io.github.feedwright.publish;

import org.jspecify.annotations.NullMarked;
