/** The paths of this server, and those that other software has for the same. */
@NullMarked
package io.github.feedwright.edition.path;

import org.jspecify.annotations.NullMarked;
