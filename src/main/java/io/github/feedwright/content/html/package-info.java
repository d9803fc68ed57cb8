/** From any HTML to HTML that may be published. The only package that uses jsoup. */
@NullMarked
package io.github.feedwright.content.html;

import org.jspecify.annotations.NullMarked;
