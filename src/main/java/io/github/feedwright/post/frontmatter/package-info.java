/** From the start of a file to fields: one class for each dialect of front matter. */
@NullMarked
package io.github.feedwright.post.frontmatter;

import org.jspecify.annotations.NullMarked;
