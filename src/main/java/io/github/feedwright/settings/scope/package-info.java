/** Which posts a feed, a note or a language is for. */
@NullMarked
package io.github.feedwright.settings.scope;

import org.jspecify.annotations.NullMarked;
