/** Feeds to bytes. The only home of ROME, JDOM and {@code java.util.Date}. */
@NullMarked
package io.github.feedwright.render;

import org.jspecify.annotations.NullMarked;
