/** The one home of snakeyaml: text in, nodes with lines out, every scalar as its author's text. */
@NullMarked
package io.github.feedwright.yaml;

import org.jspecify.annotations.NullMarked;
