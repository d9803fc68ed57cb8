/**
 * HTTP: the server, conditional requests, content negotiation. The only package that uses Javalin,
 * Jetty's server and the servlet API.
 */
@NullMarked
package io.github.feedwright.http;

import org.jspecify.annotations.NullMarked;
