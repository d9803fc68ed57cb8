/** What version control says of files: when each was last changed. The only home of JGit. */
@NullMarked
package io.github.feedwright.history;

import org.jspecify.annotations.NullMarked;
