/** What documents are made of, for those who need to know only whether it has changed. */
@NullMarked
package io.github.feedwright.edition.fingerprint;

import org.jspecify.annotations.NullMarked;
