/** From Markdown to HTML, bounded against hostile texts. The only home of flexmark. */
@NullMarked
package io.github.feedwright.content.markdown;

import org.jspecify.annotations.NullMarked;
