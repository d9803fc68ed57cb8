/** The words and dates of pages, in the language of the site. */
@NullMarked
package io.github.feedwright.i18n;

import org.jspecify.annotations.NullMarked;
