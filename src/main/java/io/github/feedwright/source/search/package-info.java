/** Which generator the posts were written for, found out from its files. */
@NullMarked
package io.github.feedwright.source.search;

import org.jspecify.annotations.NullMarked;
