/** What commands print about a site: counts, problems, files that are not published. */
@NullMarked
package io.github.feedwright.cli.report;

import org.jspecify.annotations.NullMarked;
