/**
 * A post's text as its author wrote it: which parts are code, where the excerpt ends, which
 * problems there are.
 */
@NullMarked
package io.github.feedwright.content.source;

import org.jspecify.annotations.NullMarked;
