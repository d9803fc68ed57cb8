/** What a file's path and name say of the post in it. */
@NullMarked
package io.github.feedwright.post.file;

import org.jspecify.annotations.NullMarked;
