/** What an address in a post means, and how it is written. */
@NullMarked
package io.github.feedwright.content.url;

import org.jspecify.annotations.NullMarked;
