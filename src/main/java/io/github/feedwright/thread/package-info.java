/** The one place where threads are made. */
@NullMarked
package io.github.feedwright.thread;

import org.jspecify.annotations.NullMarked;
