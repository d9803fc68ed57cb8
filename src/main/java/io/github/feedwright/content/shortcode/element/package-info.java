/** What shortcodes stand for: figures, players, quotations and code. */
@NullMarked
package io.github.feedwright.content.shortcode.element;

import org.jspecify.annotations.NullMarked;
