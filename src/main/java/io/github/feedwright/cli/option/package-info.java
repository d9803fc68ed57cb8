/** The options that several commands have: which configuration, which posts, which cache. */
@NullMarked
package io.github.feedwright.cli.option;

import org.jspecify.annotations.NullMarked;
