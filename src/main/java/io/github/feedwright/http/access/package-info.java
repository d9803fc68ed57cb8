/** What is told of each response: to an access log, and to whoever counts. */
@NullMarked
package io.github.feedwright.http.access;

import org.jspecify.annotations.NullMarked;
