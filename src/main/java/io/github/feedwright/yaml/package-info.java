/**
 * The only package that uses snakeyaml: text in, nodes with lines out, every scalar as its author
 * wrote it.
 */
@NullMarked
package io.github.feedwright.yaml;

import org.jspecify.annotations.NullMarked;
