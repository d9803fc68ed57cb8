/**
 * What makes a post the same post over time: recorded ids, and how a renamed post is recognised.
 */
@NullMarked
package io.github.feedwright.identity;

import org.jspecify.annotations.NullMarked;
