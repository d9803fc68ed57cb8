/** The words and dates of pages, in the language of the site. */
@NullMarked
package io.github.feedwright.words;

import org.jspecify.annotations.NullMarked;
