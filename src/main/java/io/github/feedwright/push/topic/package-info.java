/** The feeds that can be subscribed to, and which of their versions subscribers are to have. */
@NullMarked
package io.github.feedwright.push.topic;

import org.jspecify.annotations.NullMarked;
