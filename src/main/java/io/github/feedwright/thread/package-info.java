/** The only place where threads are created. */
@NullMarked
package io.github.feedwright.thread;

import org.jspecify.annotations.NullMarked;
