/** Which text is allowed, and how it is written in XML, in HTML, on one line, percent-encoded. */
@NullMarked
package io.github.feedwright.text;

import org.jspecify.annotations.NullMarked;
