/** From any HTML to HTML that may be published. The only home of jsoup. */
@NullMarked
package io.github.feedwright.content.html;

import org.jspecify.annotations.NullMarked;
