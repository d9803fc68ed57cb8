/** Comments in every notation that generators know: text that only its author should see. */
@NullMarked
package io.github.feedwright.text.comment;

import org.jspecify.annotations.NullMarked;
