/** WebSub: the hub of this server's feeds, and pings to other hubs. */
@NullMarked
package io.github.feedwright.push;

import org.jspecify.annotations.NullMarked;
