package io.github.feedwright.setup;

import io.github.feedwright.generator.config.ConfigFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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

  private record Line(int order, String text) {}

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
    lines.add(new Line(values.indexOf(value), where(value) + ": " + what));
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
  String where(ConfigFile.Value value) {
    return file(value) + ":" + value.line();
  }

  private String file(ConfigFile.Value value) {
    return root.relativize(Path.of(value.file())).toString().replace('\\', '/');
  }

  /** What was said, in the order of the files, and of each file the keys of which nothing was. */
  List<String> report() {
    Map<String, Set<String>> others = new LinkedHashMap<>();
    values.stream()
        .filter(value -> !settled.contains(value))
        .forEach(
            value ->
                others
                    .computeIfAbsent(file(value), file -> new LinkedHashSet<>())
                    .add(name(value)));
    return Stream.concat(
            lines.stream().sorted(Comparator.comparingInt(Line::order)).map(Line::text),
            others.entrySet().stream()
                .map(
                    each ->
                        each.getKey()
                            + ": nothing is taken from "
                            + String.join(", ", each.getValue())))
        .toList();
  }

  /** Of a table the table's alone, but each key of a language. */
  private static String name(ConfigFile.Value value) {
    int dot = value.key().indexOf('.');
    boolean isOfLanguage = value.key().regionMatches(true, 0, "languages.", 0, 10);
    return dot < 0 || isOfLanguage ? value.key() : value.key().substring(0, dot);
  }
}
