/** What text may be and how it is written where it goes: XML, HTML, one line, percent-encoded. */
@NullMarked
package io.github.feedwright.text;

import org.jspecify.annotations.NullMarked;
