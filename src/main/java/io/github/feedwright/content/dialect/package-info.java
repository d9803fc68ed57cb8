/** What site generators add to Markdown: shortcodes, template tags, comments, attribute lists. */
@NullMarked
package io.github.feedwright.content.dialect;

import org.jspecify.annotations.NullMarked;
