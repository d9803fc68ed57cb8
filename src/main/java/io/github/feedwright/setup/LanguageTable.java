package io.github.feedwright.setup;

import io.github.feedwright.generator.config.ConfigFile;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The table of one language, {@code languages.fr}; it may be empty. */
final class LanguageTable {
  private static final Pattern KEY =
      Pattern.compile("languages\\.([^.]+)(?:\\.(.+))?", Pattern.CASE_INSENSITIVE);

  private final FormerKeys keys;
  private final String name;
  private final ConfigFile.Value first;
  private final Map<String, ConfigFile.Value> values = new LinkedHashMap<>();

  private LanguageTable(FormerKeys keys, String name, ConfigFile.Value first) {
    this.keys = keys;
    this.name = name;
    this.first = first;
  }

  /** All of them, in the order of their weights; those without one come last, as in Hugo. */
  static List<LanguageTable> of(FormerKeys keys) {
    Map<String, LanguageTable> tables = new LinkedHashMap<>();
    keys.all()
        .forEach(
            value -> {
              Matcher key = KEY.matcher(value.key());
              if (key.matches()) {
                tables
                    .computeIfAbsent(
                        key.group(1).toLowerCase(Locale.ROOT),
                        is -> new LanguageTable(keys, key.group(1), value))
                    .add(key.group(2), value);
              }
            });
    return tables.values().stream().sorted(Comparator.comparingInt(LanguageTable::weight)).toList();
  }

  private void add(@Nullable String key, ConfigFile.Value value) {
    if (key == null) {
      keys.settle(value);
    } else {
      values.putIfAbsent(key.toLowerCase(Locale.ROOT), value);
    }
  }

  /** The place where the first of them is. */
  static ConfigFile.Value first(List<LanguageTable> tables) {
    return tables.stream()
        .map(table -> table.first)
        .min(Comparator.comparingInt(ConfigFile.Value::line))
        .orElseThrow();
  }

  private int weight() {
    String weight = text("weight");
    return weight.matches("-?[1-9]\\d{0,6}") ? Integer.parseInt(weight) : Integer.MAX_VALUE;
  }

  private String text(String key) {
    ConfigFile.Value value = values.get(key);
    return value == null ? "" : value.text().strip();
  }

  /** Adds its language with the value that is its title, or says why not. */
  void addTo(Map<String, Optional<ConfigFile.Value>> titles) {
    String tag = FormerLanguages.tag(name);
    if (tag == null) {
      refuse("it is no language tag such as en or pt-BR");
    } else if (text("disabled").equalsIgnoreCase("true")) {
      refuse("it is disabled");
    } else if (isDisabledAbove()) {
      refuse("disableLanguages has it");
    } else {
      List.of("weight", "disabled").forEach(this::settle);
      ConfigFile.Value title = values.get("title");
      titles.put(tag, Optional.ofNullable(title).filter(each -> !each.text().isBlank()));
    }
  }

  private void settle(String key) {
    ConfigFile.Value value = values.get(key);
    if (value != null) {
      keys.settle(value);
    }
  }

  private boolean isDisabledAbove() {
    for (ConfigFile.Value value : keys.of("disableLanguages")) {
      String all = String.join(" ", value.items()) + " " + value.text();
      if (List.of(all.toLowerCase(Locale.ROOT).split("[\\s,]+"))
          .contains(name.toLowerCase(Locale.ROOT))) {
        if (!keys.isSettled(value)) {
          keys.take(value, "what languages leaves out");
        }
        return true;
      }
    }
    return false;
  }

  private void refuse(String why) {
    values.values().forEach(keys::settle);
    keys.refuse(first, "languages." + name, why);
  }
}
