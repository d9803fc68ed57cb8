/** What is syndicated: channels, feeds and entries, before any format. */
@NullMarked
package io.github.feedwright.feed;

import org.jspecify.annotations.NullMarked;
