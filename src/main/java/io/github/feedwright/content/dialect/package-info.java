/** What generators add to Markdown: shortcodes, template tags, attribute lists. */
@NullMarked
package io.github.feedwright.content.dialect;

import org.jspecify.annotations.NullMarked;
