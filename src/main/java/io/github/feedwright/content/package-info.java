/** Markdown to clean HTML, with a post and the library in hand. */
@NullMarked
package io.github.feedwright.content;

import org.jspecify.annotations.NullMarked;
