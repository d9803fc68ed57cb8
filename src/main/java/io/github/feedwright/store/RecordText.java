package io.github.feedwright.store;

import io.github.feedwright.text.Sha256;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Immutable data as text that is the same in every process, and differs where the data do: every
 * component of a record counts without anybody having to think of it. Only the places of files do
 * not, because what matters is in them. The kind of a collection is not in the text: components
 * have one.
 *
 * <p>Threads: {@code worker} writes texts with shared parts, any thread others.
 */
public final class RecordText {
  private static final ClassValue<List<RecordText.Part>> PARTS =
      new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
          List<Part> parts = new ArrayList<>();
          for (RecordComponent each : type.getRecordComponents()) {
            parts.add(new Part(each, each.getAccessor()));
          }
          return parts;
        }
      };

  private final Predicate<RecordComponent> counts;
  private final Set<Class<?>> shared;
  private final Map<Record, String> digests = new ConcurrentHashMap<>();

  private record Part(RecordComponent component, Method accessor) {}

  /**
   * Writes texts.
   *
   * @param counts which components count
   * @param shared records that many others hold: these have the digest of their text, made once
   */
  public RecordText(Predicate<RecordComponent> counts, Set<Class<?>> shared) {
    this.counts = counts;
    this.shared = shared;
  }

  /** The text of records, collections, and of what they hold; every component counts. */
  public static String of(Object value) {
    return of(value, component -> true);
  }

  /** The same, in which only some components count. */
  public static String of(Object value, Predicate<RecordComponent> counts) {
    return new RecordText(counts, Set.of()).text(value);
  }

  /** The text of records, collections, and of what they hold. */
  public String text(@Nullable Object value) {
    if (value instanceof String text) {
      return text;
    }
    if (value instanceof Record data) {
      return shared.contains(data.getClass()) ? digest(data) : ofRecord(data);
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, String> sorted = new TreeMap<>();
      map.forEach((key, each) -> sorted.put(text(key), text(each)));
      StringBuilder text = new StringBuilder();
      sorted.forEach(
          (key, each) -> {
            append(text, key);
            append(text, each);
          });
      return text.toString();
    }
    if (value instanceof Collection<?> several) {
      List<String> texts = several.stream().map(this::text).toList();
      StringBuilder text = new StringBuilder();
      (several instanceof Set ? new TreeSet<>(texts) : texts).forEach(each -> append(text, each));
      return text.toString();
    }
    return value instanceof Path ? "" : String.valueOf(value);
  }

  private String digest(Record data) {
    String digest = digests.get(data);
    if (digest == null) {
      digest = Sha256.ofTexts(ofRecord(data));
      digests.put(data, digest);
    }
    return digest;
  }

  private String ofRecord(Record data) {
    StringBuilder text = new StringBuilder(data.getClass().getName());
    for (Part each : PARTS.get(data.getClass())) {
      if (counts.test(each.component())) {
        Object value = read(each, data);
        if (value == null) {
          text.append("\n-");
        } else {
          append(text, text(value));
        }
      }
    }
    return text.toString();
  }

  /** With its length, so that no two lists of texts look alike. */
  private static void append(StringBuilder text, String value) {
    text.append('\n').append(value.length()).append(' ').append(value);
  }

  private static @Nullable Object read(Part part, Record data) {
    try {
      return part.accessor().invoke(data);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("records are public: " + part.component(), e);
    }
  }
}
