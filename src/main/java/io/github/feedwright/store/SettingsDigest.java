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
 * A digest of the settings on which it may depend what a post becomes. Every setting counts unless
 * it is one of those that cannot matter: a setting that is new counts without anybody having to
 * think of it.
 */
final class SettingsDigest {
  /**
   * How the server listens and looks for changes, what it holds back, what else it answers, and
   * what is added to a post when it is rendered. Where files are does not matter either, only what
   * is in them.
   */
  private static final Set<String> UNRELATED =
      Set.of("notes", "ids", "guard", "http", "redirects", "gone", "watch");

  private static final String LINE = "line";

  private final boolean countsLines;

  private SettingsDigest(boolean countsLines) {
    this.countsLines = countsLines;
  }

  /** The digest; on which lines they are written does not matter. */
  static String of(Settings settings) {
    return Sha256.ofTexts(new SettingsDigest(false).text(settings));
  }

  /** The digest, also of the lines on which they are written. */
  static String withLines(Settings settings) {
    return Sha256.ofTexts(new SettingsDigest(true).text(settings));
  }

  /** The same text for the same settings, in every process: sets and maps in one order. */
  private String text(@Nullable Object value) {
    if (value instanceof Record settings) {
      StringBuilder text = new StringBuilder(settings.getClass().getName());
      for (RecordComponent each : settings.getClass().getRecordComponents()) {
        boolean isUnrelated =
            settings instanceof Settings
                ? UNRELATED.contains(each.getName())
                : !countsLines && each.getType() == int.class && LINE.equals(each.getName());
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
      List<String> texts = several.stream().map(this::text).toList();
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
