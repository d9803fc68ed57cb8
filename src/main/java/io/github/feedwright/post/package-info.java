/**
 * What an author wrote, before anything is rendered: front matter of every dialect, dates, bodies.
 */
@NullMarked
package io.github.feedwright.post;

import org.jspecify.annotations.NullMarked;
