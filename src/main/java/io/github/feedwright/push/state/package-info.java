/** What push remembers: subscriptions and the tags of topics, in a file or a shared database. */
@NullMarked
package io.github.feedwright.push.state;

import org.jspecify.annotations.NullMarked;
