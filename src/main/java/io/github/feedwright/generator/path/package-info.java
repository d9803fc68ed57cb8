/** What the configurations of generators say of files by their paths. */
@NullMarked
package io.github.feedwright.generator.path;

import org.jspecify.annotations.NullMarked;
