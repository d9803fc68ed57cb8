/** Style sheets, of which only what hides something matters. */
@NullMarked
package io.github.feedwright.content.css;

import org.jspecify.annotations.NullMarked;
