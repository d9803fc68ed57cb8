/** What every stage reports to the people who write the posts: file, line, level, message. */
@NullMarked
package io.github.feedwright.problem;

import org.jspecify.annotations.NullMarked;
