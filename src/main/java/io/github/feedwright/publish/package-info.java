/** Keeps a site published: runs the pipeline for changed files and for a changed configuration. */
@NullMarked
package io.github.feedwright.publish;

import org.jspecify.annotations.NullMarked;
