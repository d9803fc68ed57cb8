/** Shortcodes of site generators, and what each stands for. */
@NullMarked
package io.github.feedwright.content.shortcode;

import org.jspecify.annotations.NullMarked;
