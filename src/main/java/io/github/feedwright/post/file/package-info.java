/** What a file's path and name say about the post in it. */
@NullMarked
package io.github.feedwright.post.file;

import org.jspecify.annotations.NullMarked;
