/** Blocks that other generators have and GitHub's Markdown has not. */
@NullMarked
package io.github.feedwright.content.markdown.block;

import org.jspecify.annotations.NullMarked;
