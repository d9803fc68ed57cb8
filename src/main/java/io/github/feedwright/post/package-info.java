/** What an author wrote, before anything is rendered. */
@NullMarked
package io.github.feedwright.post;

import org.jspecify.annotations.NullMarked;
