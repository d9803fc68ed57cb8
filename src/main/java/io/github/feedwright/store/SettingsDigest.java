package io.github.feedwright.store;

import io.github.feedwright.settings.Settings;
import io.github.feedwright.text.Sha256;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A digest of the settings that a rendering may depend on. Every setting counts unless it is one of
 * those that cannot matter: a setting that is new counts without anybody having to think of it.
 */
final class SettingsDigest {
  /**
   * How the server listens and looks for changes, what it holds back, what else it answers, and
   * what is added to a post when it is rendered. Where files are does not matter either, only what
   * is in them.
   */
  private static final Set<String> UNRELATED =
      Set.of("notes", "ids", "guard", "http", "redirects", "gone", "watch");

  /** Where data are written does not matter either. */
  private static final String LINE = "line";

  private SettingsDigest() {}

  static String of(Settings settings) {
    return Sha256.ofTexts(text(settings));
  }

  /** The same text for the same settings, in every process: sets and maps in one order. */
  private static String text(@Nullable Object value) {
    if (value instanceof Record settings) {
      StringBuilder text = new StringBuilder(settings.getClass().getName());
      for (RecordComponent each : settings.getClass().getRecordComponents()) {
        boolean isUnrelated =
            settings instanceof Settings
                ? UNRELATED.contains(each.getName())
                : each.getType() == int.class && LINE.equals(each.getName());
        if (!isUnrelated) {
          append(text, each.getName(), text(read(each, settings)));
        }
      }
      return text.toString();
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, String> sorted = new TreeMap<>();
      map.forEach((key, each) -> sorted.put(text(key), text(each)));
      StringBuilder text = new StringBuilder();
      sorted.forEach((key, each) -> append(text, key, each));
      return text.toString();
    }
    if (value instanceof Collection<?> several) {
      List<String> texts = several.stream().map(SettingsDigest::text).toList();
      StringBuilder text = new StringBuilder();
      (several instanceof Set ? new TreeSet<>(texts) : texts)
          .forEach(each -> append(text, "", each));
      return text.toString();
    }
    return value instanceof Path ? "" : String.valueOf(value);
  }

  /** With its length, so that no two lists of texts look alike. */
  private static void append(StringBuilder text, String name, String value) {
    text.append('\n').append(name).append(' ').append(value.length()).append(' ').append(value);
  }

  private static Object read(RecordComponent component, Record settings) {
    try {
      return component.getAccessor().invoke(settings);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the parts of settings are public: " + component, e);
    }
  }
}
