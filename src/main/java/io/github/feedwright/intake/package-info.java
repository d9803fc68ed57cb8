/** Which files changed, reading them, and what they hold. */
@NullMarked
package io.github.feedwright.intake;

import org.jspecify.annotations.NullMarked;
