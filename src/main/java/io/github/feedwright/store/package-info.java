/** Keeps what was made of posts between runs, for every command and every process of one user. */
@NullMarked
package io.github.feedwright.store;

import org.jspecify.annotations.NullMarked;
