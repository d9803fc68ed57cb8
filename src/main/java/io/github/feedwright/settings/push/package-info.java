/** Settings of push: hubs, their limits, and the addresses that may be connected to. */
@NullMarked
package io.github.feedwright.settings.push;

import org.jspecify.annotations.NullMarked;
