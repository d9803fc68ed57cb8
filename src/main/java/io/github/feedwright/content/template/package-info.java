/** The values and conditions of template languages in the texts of posts. */
@NullMarked
package io.github.feedwright.content.template;

import org.jspecify.annotations.NullMarked;
