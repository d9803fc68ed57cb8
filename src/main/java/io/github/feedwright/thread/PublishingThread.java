package io.github.feedwright.thread;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A class whose state belongs to the publishing thread. It needs no lock, and only classes of this
 * kind may call it, except its methods that are marked {@link AnyThread}.
 *
 * <p>A thread that prepares a reload has a set of such objects for itself, until it hands them over
 * whole; {@code build} and {@code check} use theirs on the thread that runs the command.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface PublishingThread {
  /** The fields that methods for any thread read. */
  String[] shared() default {};
}
