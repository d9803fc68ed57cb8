/**
 * Makes representations and their bodies when they are first requested, and keeps what was
 * requested last: feeds, pages, archives, compressed bodies, the digests of files.
 */
@NullMarked
package io.github.feedwright.web.cache;

import org.jspecify.annotations.NullMarked;
