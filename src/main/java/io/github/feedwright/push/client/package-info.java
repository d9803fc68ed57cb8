/** Requests to other people's servers, to addresses that are checked first. */
@NullMarked
package io.github.feedwright.push.client;

import org.jspecify.annotations.NullMarked;
