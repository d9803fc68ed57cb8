/** How push is notified of changes to feeds, and where it answers subscribers. */
@NullMarked
package io.github.feedwright.web.push;

import org.jspecify.annotations.NullMarked;
