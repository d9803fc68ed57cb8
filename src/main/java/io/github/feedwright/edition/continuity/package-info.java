/**
 * Keeps the ids and dates that readers know from one edition to the next, and holds back posts that
 * readers would show as new again.
 */
@NullMarked
package io.github.feedwright.edition.continuity;

import org.jspecify.annotations.NullMarked;
