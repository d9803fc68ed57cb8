package io.github.feedwright.thread;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SIGHUP, with which administrators ask a service to look at its configuration. The JDK's class for
 * signals has no place in its documented interface, so the compiler refuses its name.
 */
public final class Sighup {
  private static final Logger LOG = LoggerFactory.getLogger(Sighup.class);

  private Sighup() {}

  /** From now on the signal runs a task; without this, it would end the program. */
  public static void handle(Runnable task) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      InvocationHandler runs =
          (proxy, method, arguments) -> {
            if (method.getName().equals("handle")) {
              task.run();
            }
            return null;
          };
      Object running =
          Proxy.newProxyInstance(Sighup.class.getClassLoader(), new Class<?>[] {handler}, runs);
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance("HUP"), running);
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      LOG.debug("This system has no SIGHUP", e);
    }
  }
}
