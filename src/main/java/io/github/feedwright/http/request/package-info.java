/** What a request's fields ask for: codings, conditions, ranges (RFC 9110). */
@NullMarked
package io.github.feedwright.http.request;

import org.jspecify.annotations.NullMarked;
