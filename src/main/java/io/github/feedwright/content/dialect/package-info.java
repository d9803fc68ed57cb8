/** What site generators add to Markdown, except shortcodes: template tags, comments, attributes. */
@NullMarked
package io.github.feedwright.content.dialect;

import org.jspecify.annotations.NullMarked;
