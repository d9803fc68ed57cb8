/** The configuration: {@code config.yaml} as validated immutable records. */
@NullMarked
package io.github.feedwright.settings;

import org.jspecify.annotations.NullMarked;
