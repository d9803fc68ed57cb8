/** Sections of the configuration, and the forms that their values may have. */
@NullMarked
package io.github.feedwright.settings.value;

import org.jspecify.annotations.NullMarked;
