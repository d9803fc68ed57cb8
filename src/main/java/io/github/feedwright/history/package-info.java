/**
 * What version control says about files: when each was last changed. The only package that uses
 * JGit.
 */
@NullMarked
package io.github.feedwright.history;

import org.jspecify.annotations.NullMarked;
