/** Who wrote a post: the fields of authors, and the authors file. */
@NullMarked
package io.github.feedwright.post.author;

import org.jspecify.annotations.NullMarked;
