/**
 * HTTP: the server, conditional requests, negotiation. The only home of Javalin, Jetty and the
 * servlet API.
 */
@NullMarked
package io.github.feedwright.http;

import org.jspecify.annotations.NullMarked;
