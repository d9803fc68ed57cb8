package io.github.feedwright.setup;

import io.github.feedwright.generator.config.ConfigFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The keys of a generator's configuration, and what was said of each. */
final class FormerKeys {
  private final Path root;
  private final List<ConfigFile.Value> values;
  private final Set<ConfigFile.Value> settled = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Line> lines = new ArrayList<>();

  private record Line(ConfigFile.Value at, String what) {}

  /**
   * Reads files.
   *
   * @param root the folder of the site
   * @param files those whose values count more come first
   */
  FormerKeys(Path root, List<ConfigFile> files) {
    this.root = root;
    this.values = files.stream().flatMap(file -> file.values().stream()).toList();
  }

  /** All values. */
  Stream<ConfigFile.Value> all() {
    return values.stream();
  }

  /** The values of a key in any capitals, those that count more first; blank ones are not set. */
  List<ConfigFile.Value> of(String key) {
    return values.stream()
        .filter(value -> value.key().equalsIgnoreCase(key))
        .filter(value -> !value.isPlain() || !value.text().isBlank())
        .toList();
  }

  /** Says what a value is here. */
  void take(ConfigFile.Value value, String ours) {
    settle(value);
    take(value, value.key(), ours);
  }

  /** Says what a table is, at its first value. */
  void take(ConfigFile.Value first, String name, String ours) {
    say(first, name + " is " + ours);
  }

  /** Says why a value is not taken. */
  void refuse(ConfigFile.Value value, String why) {
    settle(value);
    refuse(value, value.key(), why);
  }

  /** Says why a table is not taken, at its first value. */
  void refuse(ConfigFile.Value first, String name, String why) {
    say(first, name + " is not taken: " + why);
  }

  private void say(ConfigFile.Value value, String what) {
    lines.add(new Line(value, what));
  }

  /** Whether something was said of a value, or nothing has to be. */
  boolean isSettled(ConfigFile.Value value) {
    return settled.contains(value);
  }

  /** Needs no line of its own for a value. */
  void settle(ConfigFile.Value value) {
    settled.add(value);
  }

  /** The file and line of a value. */
  private String where(ConfigFile.Value value) {
    return file(value) + ":" + value.line();
  }

  private String file(ConfigFile.Value value) {
    return root.relativize(Path.of(value.file())).toString().replace('\\', '/');
  }

  /** What was said, and each key of which nothing was, in the order of the files and lines. */
  List<String> report() {
    Map<String, ConfigFile.Value> others = new LinkedHashMap<>();
    values.stream()
        .filter(value -> !settled.contains(value))
        .forEach(value -> others.putIfAbsent(file(value) + ":" + name(value.key()), value));
    others.values().forEach(value -> say(value, "nothing is taken from " + name(value.key())));
    List<String> files = values.stream().map(ConfigFile.Value::file).distinct().toList();
    return lines.stream()
        .sorted(
            Comparator.comparingInt((Line line) -> files.indexOf(line.at().file()))
                .thenComparingInt(line -> line.at().line()))
        .map(line -> where(line.at()) + ": " + line.what())
        .toList();
  }

  /** The outermost table that holds the key, and nothing of which something was said. */
  private String name(String key) {
    int dot = key.indexOf('.');
    while (dot > 0 && isPartlySettled(key.substring(0, dot + 1))) {
      dot = key.indexOf('.', dot + 1);
    }
    return dot < 0 ? key : key.substring(0, dot);
  }

  private boolean isPartlySettled(String table) {
    return settled.stream().anyMatch(value -> value.key().startsWith(table));
  }
}
