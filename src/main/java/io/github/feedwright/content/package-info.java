/** From Markdown to clean HTML, given a post and the library. */
@NullMarked
package io.github.feedwright.content;

import org.jspecify.annotations.NullMarked;
