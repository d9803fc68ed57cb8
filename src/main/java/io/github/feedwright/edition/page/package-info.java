/** The pages of an edition, and what search engines get of them. */
@NullMarked
package io.github.feedwright.edition.page;

import org.jspecify.annotations.NullMarked;
