/**
 * A post's text as its author wrote it: what in it is code, where it is split, what is reported.
 */
@NullMarked
package io.github.feedwright.content.source;

import org.jspecify.annotations.NullMarked;
