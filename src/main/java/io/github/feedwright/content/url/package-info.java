/** Resolves and normalises the addresses in posts. */
@NullMarked
package io.github.feedwright.content.url;

import org.jspecify.annotations.NullMarked;
