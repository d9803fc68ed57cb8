/**
 * What stays as readers know it from one edition to the next: ids and dates. What they would see
 * again as new is held back.
 */
@NullMarked
package io.github.feedwright.edition.continuity;

import org.jspecify.annotations.NullMarked;
