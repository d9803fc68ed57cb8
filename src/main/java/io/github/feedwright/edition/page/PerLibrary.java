package io.github.feedwright.edition.page;

import io.github.feedwright.library.Library;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What many pages of one library have in common, each made once. It is forgotten with the library.
 *
 * <p>Threads: {@code publish} and {@code worker}.
 */
final class PerLibrary<K, V> {
  private volatile Known<K, V> known = new Known<>(new WeakReference<>(null), Map.of());

  private record Known<K, V>(WeakReference<Library> library, Map<K, V> values) {}

  /** The value of a key in a library. */
  V get(Library library, K key, Function<K, V> maker) {
    Known<K, V> now = known;
    if (!now.library().refersTo(library)) {
      now = new Known<>(new WeakReference<>(library), new ConcurrentHashMap<>());
      known = now;
    }
    V value = now.values().get(key);
    if (value == null) {
      // Not within the map: what is made may need other values.
      value = maker.apply(key);
      now.values().put(key, value);
    }
    return value;
  }
}
