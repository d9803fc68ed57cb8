package io.github.feedwright.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;

/** Maps that nobody may go through: what is asked of them costs the same however much they hold. */
public final class Untraversed {
  private static final Set<String> CHEAP =
      Set.of(
          "get",
          "getOrDefault",
          "containsKey",
          "put",
          "remove",
          "plus",
          "minus",
          "size",
          "isEmpty",
          "subMap");

  private Untraversed() {}

  /**
   * A map that fails where somebody goes through it, or through a changed copy of it.
   *
   * @param type an interface of maps
   */
  public static <M> M of(Class<? super M> type, M map) {
    @SuppressWarnings("unchecked")
    M guarded =
        (M)
            Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> {
                  assertThat(method.getName()).isIn(CHEAP);
                  try {
                    Object result = method.invoke(map, arguments);
                    boolean isCopy = Set.of("plus", "minus").contains(method.getName());
                    return isCopy ? of(type, (M) result) : result;
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
    return guarded;
  }
}
