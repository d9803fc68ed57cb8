/** From Markdown to HTML, bounded against hostile texts. The only package that uses flexmark. */
@NullMarked
package io.github.feedwright.content.markdown;

import org.jspecify.annotations.NullMarked;
