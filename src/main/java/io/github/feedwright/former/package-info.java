/** The feeds and exports of former generators, and which post each of their entries is. */
@NullMarked
package io.github.feedwright.former;

import org.jspecify.annotations.NullMarked;
