/** The configuration files of generators, also those that are programs. */
@NullMarked
package io.github.feedwright.generator.config;

import org.jspecify.annotations.NullMarked;
