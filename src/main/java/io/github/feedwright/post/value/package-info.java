/** The values of single fields: dates, names, addresses, flags. */
@NullMarked
package io.github.feedwright.post.value;

import org.jspecify.annotations.NullMarked;
