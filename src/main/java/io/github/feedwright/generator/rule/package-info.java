/** What generators state of their posts and pages, as values. */
@NullMarked
package io.github.feedwright.generator.rule;

import org.jspecify.annotations.NullMarked;
